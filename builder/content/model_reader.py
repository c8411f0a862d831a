"""A run of reading that gives data its meaning: what stands in a file, as models."""

from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from builder.content.findings import Origin
from builder.content.reader import Reader
from builder.content.source import KeyPath, shape
from builder.content.typed import read
from builder.content.validation import problems_of

M = TypeVar("M", bound=Struct)


class ModelReader(Reader):
    """A reader of records, visit and settings."""

    def record(self, model: type[M], file: str) -> M | None:
        """The one record of a YAML file; its id is the file's name."""
        text = self.text(file)

        def made() -> M | None:
            before = len(self.problems)
            data = self.data(file)
            if len(self.problems) > before:
                return None
            return self.model(model, data, file, identity=Path(file).stem)

        if text is None:
            return None
        return self.once_for((model, file), (text, self.languages), made)

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
        made = (self.model(model, item, file, (number,)) for number, item in enumerate(data))
        return tuple(entry for entry in made if entry is not None)

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
        if data is None and not path:
            self.note("empty-file", file, path)
            return None
        value, findings = read(model, data, Origin(file, self.languages, path, identity))
        self.problems.extend(problems_of(findings, file, self.texts[file]))
        return value
