"""What in a value must stand in every language, or lead to another record."""

from collections.abc import Iterator, Mapping
from datetime import time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, TypeAlias, Union, get_args, get_origin

from msgspec import Struct

from builder.content.fields import RecordId, Translated
from builder.content.source import KeyPath
from builder.content.typed import fields
from builder.language import PartialDate

Leaf: TypeAlias = tuple[KeyPath, RecordId | Translated]

_WAIVERS = "waive"  # what editors say to one another is no text of the site
_LEAVES = (RecordId, Translated)
_PLAIN = (str, int, StrEnum, PartialDate, time, NoneType)


def leaves(value: object, path: KeyPath = ()) -> Iterator[Leaf]:
    """Every reference to a record and every translated text inside a value, with its path."""
    if isinstance(value, _LEAVES):
        yield path, value
    elif isinstance(value, Struct):
        for name, key in _fields(type(value)):
            yield from leaves(getattr(value, name), (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif not isinstance(value, str) and isinstance(value, Mapping):
        for name, item in value.items():
            yield from leaves(item, (*path, name))


@cache
def _fields(model: type[Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold a leaf: attribute and key in the file."""
    return tuple(
        (field.name, field.key)
        for field in fields(model)
        if field.name != _WAIVERS and not _is_plain(field.hint)
    )


def _is_plain(hint: object) -> bool:
    """Whether a field's type can hold neither references nor translated texts."""
    if isinstance(hint, type):
        return issubclass(hint, _PLAIN) and not issubclass(hint, RecordId)
    match get_origin(hint), get_args(hint):
        case (form, (inner, *_)) if form is Annotated:
            return _is_plain(inner)
        case (form, choices) if form in (Union, UnionType):
            return all(map(_is_plain, choices))
    return False
