"""What is found wrong with data while it is read as a model."""

from collections.abc import Mapping
from typing import NamedTuple

from builder.content.marks import FaultError
from builder.content.source import KeyPath, shape


class Origin(NamedTuple):
    """Where data comes from.

    Attributes:
        file: the name of the file.
        languages: the codes of the site's languages.
        path: where in the file it stands.
        identity: the id that the name of the file gives to the record, if it does.
    """

    file: str
    languages: tuple[str, ...]
    path: KeyPath = ()
    identity: str | None = None


class Finding(NamedTuple):
    """Something wrong: where, what stands there, the problem's code and its sentence's values."""

    path: KeyPath
    given: object
    code: str
    values: Mapping[str, str | int]


class Broken:
    """Stands for a value with which something is wrong."""


BROKEN = Broken()


class Reading:
    """One reading, with all that it has found so far."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.findings: list[Finding] = []

    def given(self, path: KeyPath) -> Mapping[str, object]:
        """What the place of a model tells of it, by the names of fields."""
        given: dict[str, object] = {"file": self.origin.file, "path": path}
        if self.origin.identity and path == self.origin.path:
            given["id"] = self.origin.identity
        return given

    def note(self, path: KeyPath, given: object, code: str, /, **values: str | int) -> Broken:
        """Notes what is wrong with a value."""
        self.findings.append(Finding(path, given, code, values))
        return BROKEN

    def refuse(self, path: KeyPath, given: object, code: str, /, **values: str | int) -> Broken:
        """Notes a value of a wrong kind; of nothing at all, that there is nothing."""
        if given is None:
            return self.note(path, given, "empty-value")
        return self.note(path, given, code, **values)

    def wrong_type(self, path: KeyPath, given: object, expected: str, /, **values: str) -> Broken:
        """Notes that a map, list or text is expected where something else stands."""
        found = shape(given)
        return self.refuse(path, given, "wrong-type", expected=expected, found=found, **values)

    def fault(self, path: KeyPath, given: object, fault: FaultError) -> Broken:
        """Notes what a type has found wrong, at the one key of a map that is at fault."""
        if fault.key is None or not isinstance(given, Mapping):
            return self.refuse(path, given, fault.code, **fault.values)
        path = (*path, fault.key)
        return self.note(path, given.get(fault.key), fault.code, **fault.values)
