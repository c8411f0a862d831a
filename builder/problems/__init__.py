"""What is wrong with a site: values that carry a code, a place and the facts of the case.

The sentences a person reads stand in a catalogue, one module a language, so that
nothing here or above knows how a problem is worded.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

__all__ = ["Place", "Problem", "ProblemError", "Severity", "in_order"]


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True, order=True):
    """Where a problem is.

    `file` is a POSIX path relative to the site's folder; `line` and `column`
    count from 1 in characters, and are 0 where the whole file is meant.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Problem(Struct, frozen=True):
    """One thing that is wrong: a code of the catalogue, its place, and its facts.

    A value called `suggestion` makes the catalogue's "did you mean" the hint.
    """

    code: str
    place: Place
    values: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    severity: Severity = Severity.ERROR


class ProblemError(Exception):
    """Carries the problems that ended a step which could give no value."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.code}" for p in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line, column and code, each said once."""
    seen = {(p.place, p.code, str(sorted(p.values.items()))): p for p in problems}
    return tuple(seen[key] for key in sorted(seen))
