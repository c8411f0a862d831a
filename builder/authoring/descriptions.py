"""What editors are told about each field: one file of texts a language, beside this module."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import cast

from msgspec import Struct

from builder.content.base import Model
from builder.content.data import read_yaml
from builder.content.source import read_text

TEXTS = Path(__file__).with_name("texts")

Group = Mapping[str, str]
Texts = Mapping[str, Mapping[str, str | Group]]
"""Section -> key -> a text, or texts by a second key."""


class Descriptions(Struct, frozen=True):
    """Texts for editors in one or more languages, one below the other.

    Attributes:
        texts: the texts of each language, the first language's first.
    """

    texts: tuple[Texts, ...]

    def field(self, model: type[Model], name: str) -> str:
        """What to write there, with an example.

        A text that holds for a field of several models stands under what they have in common.
        """
        for above in model.__mro__:
            if text := self._joined("fields", above.__name__, name):
                return text
        raise LookupError(f"nobody describes {model.__name__}.{name}")

    def choice(self, value: StrEnum) -> str:
        """What a value of a closed list means; in one line, as it stands in a list."""
        return self._known("choices", type(value).__name__, value.value).replace("\n", " / ")

    def fault(self, code: str) -> str:
        """What is wrong with a value of the wrong form."""
        return self._known("faults", code)

    def document(self, name: str) -> str:
        """What a file of this kind holds."""
        return self._known("documents", name)

    def wording(self, name: str) -> str:
        """A text that belongs to no field."""
        return self._known("wording", name)

    def names(self, kind: str) -> tuple[str, ...]:
        """What a kind of record is called in each language."""
        return tuple(str(texts["names"][kind]) for texts in self.texts)

    def _known(self, *keys: str) -> str:
        if text := self._joined(*keys):
            return text
        raise LookupError(f"there is no text for {' '.join(keys)}")

    def _joined(self, *keys: str) -> str:
        return "\n".join(text for texts in self.texts if (text := _found(texts, keys)))


def described() -> tuple[str, ...]:
    """The codes of the languages that there are texts in."""
    return tuple(sorted(path.stem for path in TEXTS.glob("*.yaml")))


def descriptions(languages: Iterable[str]) -> Descriptions:
    """The texts in those of the languages that there are any in; else in all there are."""
    known = described()
    chosen = tuple(code for code in languages if code in known) or known
    return Descriptions(tuple(texts_of(code) for code in chosen))


@cache
def texts_of(language: str) -> Texts:
    """The texts in one language.

    Raises:
        ProblemError: the file is not there or broken.
    """
    file = TEXTS / f"{language}.yaml"
    return cast(Texts, read_yaml(read_text(file, file.name), file.name))


def _found(texts: object, keys: Iterable[str]) -> str:
    for key in keys:
        texts = texts.get(key) if isinstance(texts, Mapping) else None
    return texts if isinstance(texts, str) else ""
