"""A run of reading that gives data its meaning: what stands in a file, as models."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from builder.content.reader import Reader
from builder.content.source import Data, KeyPath, shape
from builder.content.validation import problems_of

M = TypeVar("M", bound=BaseModel)


class ModelReader(Reader):
    """A reader of records, visit and settings."""

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
