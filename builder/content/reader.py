"""One run of reading: the texts read so far, and every problem met on the way."""

from collections.abc import Callable, Hashable, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from builder.content.source import Data, KeyPath, locate, read_text, read_yaml, shape
from builder.content.validation import problems_of
from builder.memory import Memory, stamp
from builder.problems import Place, Problem, ProblemError

M = TypeVar("M", bound=BaseModel)
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

    def record(self, model: type[M], file: str) -> M | None:
        """The one record of a YAML file; its id is the file's name."""
        text = self.text(file)

        def read() -> M | None:
            before = len(self.problems)
            data = self.data(file)
            if len(self.problems) > before:
                return None
            return self.model(model, data, file, identity=Path(file).stem)

        if text is None:
            return None
        return self.once_for((model, file), (text, self.languages), read)

    def entries(self, model: type[M], file: str) -> tuple[M, ...]:
        """The entries of a YAML file that is a list; an empty file is an empty list."""
        before = len(self.problems)
        data = self.data(file)
        if len(self.problems) > before or data is None:
            return ()
        if not isinstance(data, list):
            self.note("wrong-type", file, (), expected="list", found=shape(data))
            return ()
        self.once(data, file, ())
        read = (self.model(model, item, file, (number,)) for number, item in enumerate(data))
        return tuple(entry for entry in read if entry is not None)

    def model(
        self,
        model: type[M],
        data: object,
        file: str,
        path: KeyPath = (),
        *,
        identity: str | None = None,
    ) -> M | None:
        """The data at `path` of a file as a model, or None with problems noted."""
        if data is None:
            self.note("empty-value" if path else "empty-file", file, path)
            return None
        if not isinstance(data, dict):
            self.note("wrong-type", file, path, expected="map", found=shape(data))
            return None
        whole = self.with_given(model, data, file, path, identity)
        try:
            return model.model_validate(whole, context={"languages": self.languages})
        except ValidationError as error:
            self.problems.extend(problems_of(error, model, file, self.texts[file], path))
            return None

    def with_given(
        self,
        model: type[BaseModel],
        data: Mapping[str, Data],
        file: str,
        path: KeyPath,
        identity: str | None = None,
    ) -> dict[str, object]:
        """The data of a model with the fields that the file itself must not hold."""
        given = {"file": file, "path": path, **({"id": identity} if identity else {})}
        given = {name: value for name, value in given.items() if name in model.model_fields}
        for name in sorted(given.keys() & data.keys()):
            self.note_key("given-key", file, (*path, name), key=name)
        return {**data, **given}

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
