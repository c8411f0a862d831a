"""What in a value must stand in every language, or lead to another record."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from pydantic import BaseModel

from builder.content.fields import RecordId, Translated
from builder.content.source import KeyPath
from builder.language import PartialDate

Leaf: TypeAlias = tuple[KeyPath, RecordId | Translated]

_WAIVERS = "waive"  # what editors say to one another is no text of the site
_LEAVES = (RecordId, Translated)


def leaves(value: object, path: KeyPath = ()) -> Iterator[Leaf]:
    """Every reference to a record and every translated text inside a value, with its path."""
    if isinstance(value, _LEAVES):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _fields(type(value)):
            yield from leaves(getattr(value, name), (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif not isinstance(value, str) and isinstance(value, Mapping):
        for name, item in value.items():
            yield from leaves(item, (*path, name))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold a leaf: attribute and key in the file."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if name != _WAIVERS and not _is_plain(field.annotation)
    )


def _is_plain(annotation: object) -> bool:
    """Whether a field's type can hold neither references nor translated texts."""
    return (
        isinstance(annotation, type)
        and issubclass(annotation, StrEnum | PartialDate | str)
        and (not issubclass(annotation, RecordId))
    )
