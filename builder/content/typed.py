"""Data to values by the types of the model: all that is wrong with it is found in one reading."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import (
    Annotated,
    Any,
    NamedTuple,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from msgspec import NODEFAULT, Meta, Struct
from msgspec.structs import fields as fields_of

from builder.content.fields import RecordId, Translated
from builder.content.findings import BROKEN, Broken, Finding, Origin, Reading
from builder.content.marks import FaultError, Read, Then
from builder.content.source import KeyPath, shape
from builder.content.suggestions import nearest

M = TypeVar("M", bound=Struct)

_PLACES = {"file": str, "path": tuple[str | int, ...]}
_ID = "id"


class Field(NamedTuple):
    """A field of a model.

    Attributes:
        name: the attribute.
        key: what it is called in a file.
        hint: its type.
        is_required: whether it must be there.
        default: what it is where it is not there.
        is_place: whether it says where the model stands, which no editor writes.
    """

    name: str
    key: str
    hint: Any
    is_required: bool
    default: object
    is_place: bool


def read(model: type[M], data: object, origin: Origin) -> tuple[M | None, tuple[Finding, ...]]:
    """The data as a model, and what is wrong with it; None where it can be no such model.

    Args:
        model: its class.
        data: what stands in the file: text, lists, maps and None for nothing.
        origin: where it stands.
    """
    reading = Reading(origin)
    value = _of_model(model)(data, origin.path, reading)
    return (value if isinstance(value, model) else None), tuple(reading.findings)


@cache
def fields(model: type[Struct]) -> tuple[Field, ...]:
    """The fields of a model."""
    return tuple(
        Field(
            field.name,
            field.encode_name,
            field.type,
            field.required,
            None if field.default is NODEFAULT else field.default,
            _PLACES.get(field.name) == field.type,
        )
        for field in fields_of(model)
    )


_Reader: TypeAlias = Callable[[object, KeyPath, Reading], object]
"""Makes a value of what stands at a place, or notes what is wrong and gives `BROKEN`."""


@cache
def _of_type(hint: Any) -> _Reader:
    """What reads the values of a field's type.

    Raises:
        TypeError: values of this type cannot be read.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(*inner)
    if origin in (Union, UnionType) and NoneType in inner:
        return _optional(_of_type(next(kind for kind in inner if kind is not NoneType)))
    if origin is tuple:
        return _list(_of_type(inner[0])) if inner[-1] is Ellipsis else _row(map(_of_type, inner))
    if origin is Mapping:
        return _map(*map(_of_type, inner))
    if hint is str:  # the keys of a map
        return _as_it_is
    if isinstance(hint, type):
        if issubclass(hint, RecordId | Translated):
            return _by(hint.read)
        if issubclass(hint, StrEnum):
            return _choice(hint)
        if issubclass(hint, Struct):
            return _of_model(hint)
    raise TypeError(f"values of type {hint} cannot be read")


def _marked(kind: Any, *marks: object) -> _Reader:
    by = next((mark.by for mark in marks if isinstance(mark, Read)), None)
    read = _by(by) if by else _of_type(kind)
    for mark in marks:
        if isinstance(mark, Then):
            read = _checked(read, mark.check)
        elif isinstance(mark, Meta) and mark.min_length:
            read = _filled(read, mark.min_length)
    return read


def _by(function: Callable[[object, tuple[str, ...]], object]) -> _Reader:
    def read(data: object, path: KeyPath, reading: Reading) -> object:
        try:
            return function(data, reading.origin.languages)
        except FaultError as fault:
            return reading.fault(path, data, fault)

    return read


def _checked(first: _Reader, check: Callable[[Any], None]) -> _Reader:
    def read(data: object, path: KeyPath, reading: Reading) -> object:
        value = first(data, path, reading)
        if value is not BROKEN:
            try:
                check(value)
            except FaultError as fault:
                return reading.fault(path, data, fault)
        return value

    return read


def _filled(first: _Reader, least: int) -> _Reader:
    def read(data: object, path: KeyPath, reading: Reading) -> object:
        value = first(data, path, reading)
        if isinstance(value, tuple) and len(value) < least:
            return reading.refuse(path, data, "too-few", least=least)
        return value

    return read


def _optional(inner: _Reader) -> _Reader:
    """Of nothing after a key, what no key would give."""

    def read(data: object, path: KeyPath, reading: Reading) -> object:
        return None if data is None else inner(data, path, reading)

    return read


def _list(inner: _Reader) -> _Reader:
    def read(data: object, path: KeyPath, reading: Reading) -> object:
        if not isinstance(data, list):
            return _no_list(data, path, reading)
        items = [inner(item, (*path, number), reading) for number, item in enumerate(data)]
        return BROKEN if BROKEN in items else tuple(items)

    return read


def _row(inner: Iterator[_Reader]) -> _Reader:
    """A list of which each item has a type of its own."""
    readers = tuple(inner)

    def read(data: object, path: KeyPath, reading: Reading) -> object:
        if not isinstance(data, list):
            return _no_list(data, path, reading)
        if len(data) < len(readers):
            return reading.refuse(path, data, "too-few", least=len(readers))
        if len(data) > len(readers):
            return reading.refuse(path, data, "too-many", most=len(readers))
        pairs = enumerate(zip(readers, data, strict=True))
        items = [one(item, (*path, number), reading) for number, (one, item) in pairs]
        return BROKEN if BROKEN in items else tuple(items)

    return read


def _no_list(data: object, path: KeyPath, reading: Reading) -> Broken:
    """Notes that a list is asked for; a single value is shown as one."""
    meant = {"suggestion": f"[{data}]"} if isinstance(data, str) and "\n" not in data else {}
    return reading.wrong_type(path, data, "list", **meant)


def _map(key_of: _Reader, value_of: _Reader) -> _Reader:
    def read(data: object, path: KeyPath, reading: Reading) -> object:
        if not isinstance(data, Mapping):
            return reading.wrong_type(path, data, "map")
        found = {
            key_of(key, (*path, key), reading): value_of(value, (*path, key), reading)
            for key, value in data.items()
        }
        is_broken = BROKEN in found or BROKEN in found.values()
        return BROKEN if is_broken else MappingProxyType(found)

    return read


def _as_it_is(data: object, _path: KeyPath, _reading: Reading) -> object:
    return data


def _choice(kind: type[StrEnum]) -> _Reader:
    choices = {value.value: value for value in kind}

    def read(data: object, path: KeyPath, reading: Reading) -> object:
        if isinstance(data, str) and data in choices:
            return choices[data]
        shown = data if isinstance(data, str) else shape(data)
        near = nearest(shown, choices)
        return reading.refuse(
            path, data, "bad-choice", value=shown, choices=", ".join(choices), **near
        )

    return read


@cache
def _of_model(model: type[Struct]) -> _Reader:
    own = fields(model)
    keys = frozenset(field.key for field in own)
    given = frozenset(field.name for field in own if field.is_place or field.name == _ID)
    readers = {field.name: _of_type(field.hint) for field in own if not field.is_place}

    def read(data: object, path: KeyPath, reading: Reading) -> object:
        if not isinstance(data, Mapping):
            return reading.wrong_type(path, data, "map")
        before = len(reading.findings)
        told = {name: value for name, value in reading.given(path).items() if name in given}
        asked = [field for field in own if field.name not in told]
        values = {
            field.name: readers[field.name](data[field.key], (*path, field.key), reading)
            for field in asked
            if field.key in data
        }
        missing = [field.key for field in asked if field.is_required and field.key not in data]
        for key in sorted(data.keys() - keys):
            near = nearest(key, (field.key for field in asked))
            missing = [other for other in missing if other not in near.values()]  # it is misspelt
            reading.note((*path, key), data[key], "unknown-key", key=key, **near)
        for key in missing:
            reading.note(path, data, "missing-key", key=key)
        is_broken = len(reading.findings) > before
        for key in sorted(data.keys() & told.keys()):
            reading.note((*path, key), data[key], "given-key", key=key)
        if is_broken:
            return BROKEN
        try:
            return model(**values, **told)
        except FaultError as fault:
            return reading.fault(path, data, fault)

    return read
