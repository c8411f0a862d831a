"""One run of reading: the texts read so far, and every problem met on the way."""

from collections.abc import Callable, Hashable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from builder.content.blocks import Block
from builder.content.data import locate, read_yaml
from builder.content.source import Data, KeyPath, read_text
from builder.memory import Memory, stamp
from builder.problems import Place, Problem, ProblemError

if TYPE_CHECKING:
    from builder.content.prose import ProseReader

T = TypeVar("T")


class Reader:
    """Reads files of one site and gathers problems, so that one run says them all.

    `languages` are the codes of the site's languages; none until `site.yaml` is read.
    """

    def __init__(self, root: Path, memory: Memory | None = None) -> None:
        self.root = root
        self.memory = memory or Memory()
        self.languages: tuple[str, ...] = ()
        self.problems: list[Problem] = []
        self.texts: dict[str, str] = {}

    def text(self, file: str) -> str | None:
        """The text of a file, or None with a problem noted."""
        path = f"{self.root}/{file}"

        def read() -> str | None:
            return self.attempt(partial(read_text, Path(path), file))

        text = self.once_for(path, stamp(path), read)
        if text is not None:
            self.texts[file] = text
        return text

    def data(self, file: str) -> Data:
        """What stands in a YAML file, or None with a problem noted; it is not to be changed."""
        text = self.text(file)
        if text is None:
            return None
        read = partial(self.attempt, partial(read_yaml, text, file))
        return self.once_for(("data", file), text, read)

    def prose(self, file: str) -> tuple[Block, ...] | None:
        """The blocks of a Markdown file; None where its text cannot be read."""
        text = self.text(file)
        if text is None:
            return None
        return self.once_for(("prose", file), text, partial(self._blocks, text, file))

    def once(self, entries: list[Data], file: str, path: KeyPath) -> None:
        """Notes entries of a list that share an id."""
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            identity = entry.get("id") if isinstance(entry, dict) else None
            if isinstance(identity, str):
                if identity in seen:
                    self.note("duplicate-id", file, (*path, number, "id"), id=identity)
                seen.add(identity)

    def note(self, code: str, file: str, path: KeyPath, /, **values: str | int) -> None:
        """Notes a problem at a value of a file that was read."""
        line, column = locate(self.texts[file], path)
        self.problems.append(Problem(code, Place(file, line, column), values))

    def note_key(self, code: str, file: str, path: KeyPath, /, **values: str | int) -> None:
        """Notes a problem at a key of a file that was read."""
        line, column = locate(self.texts[file], path, key=True)
        self.problems.append(Problem(code, Place(file, line, column), values))

    def note_file(self, code: str, file: str, /, **values: str | int) -> None:
        """Notes a problem of a file as a whole."""
        self.problems.append(Problem(code, Place(file), values))

    def once_for(self, name: Hashable, made_from: object, read: Callable[[], T]) -> T:
        """What is read from an equal value only once, and the problems noted with it."""

        def noted() -> tuple[T, tuple[Problem, ...]]:
            before = len(self.problems)
            value = read()
            problems = tuple(self.problems[before:])
            del self.problems[before:]
            return value, problems

        value, problems = self.memory.recall(name, made_from, noted)
        self.problems.extend(problems)
        return value

    def attempt(self, read: Callable[[], T]) -> T | None:
        """What is read, or None with its problems noted."""
        try:
            return read()
        except ProblemError as error:
            self.problems.extend(error.problems)
            return None

    def _blocks(self, text: str, file: str) -> tuple[Block, ...]:
        blocks, problems = self._prose_reader.read(text, file)
        self.problems.extend(problems)
        return blocks

    @cached_property
    def _prose_reader(self) -> "ProseReader":
        from builder.content.prose import ProseReader  # noqa: PLC0415 (files may be read ahead)

        return ProseReader()
