"""All that was read, as one frozen value, and where each part of it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast

from pydantic import BaseModel

from builder.content.corrections import Correction
from builder.content.fields import RecordId, Translated
from builder.content.model import (
    Agreement,
    Article,
    Event,
    Figure,
    Organisation,
    Person,
    Quote,
    Record,
    Source,
    Term,
    Visit,
)
from builder.content.pictures import Picture
from builder.content.prose import Block
from builder.content.settings import Site
from builder.content.source import KeyPath, locate
from builder.content.strings import Strings
from builder.language import Language, PartialDate
from builder.problems import Place

R = TypeVar("R", bound=Record)

Leaf: TypeAlias = tuple[KeyPath, RecordId | Translated]

ANY = ""
"""Stands among the unreadable for the ids of a kind whose list could not be read."""


@dataclass(frozen=True, slots=True)
class Content:
    """A whole site as it was read.

    `languages` are those of `site.yaml`, in its order. `records` is kind -> id ->
    record; `prose` is article -> language -> blocks; `pictures` go by the names of their
    files. `unreadable` are kind and id of records that exist but could not be read, so that
    naming them is no second problem.
    """

    site: Site
    languages: tuple[Language, ...]
    visit: Visit | None
    records: Mapping[str, Mapping[str, Record]]
    prose: Mapping[str, Mapping[str, tuple[Block, ...]]]
    corrections: tuple[Correction, ...]
    strings: Mapping[str, Strings]
    stored: Mapping[str, str]
    pictures: Mapping[str, Picture]
    files: Mapping[str, str]
    unreadable: frozenset[tuple[str, str]]

    @property
    def people(self) -> Mapping[str, Person]:
        """Person id -> person."""
        return self._of(Person)

    @property
    def organisations(self) -> Mapping[str, Organisation]:
        """Organisation id -> organisation."""
        return self._of(Organisation)

    @property
    def quotes(self) -> Mapping[str, Quote]:
        """Quote id -> quote."""
        return self._of(Quote)

    @property
    def agreements(self) -> Mapping[str, Agreement]:
        """Agreement id -> agreement."""
        return self._of(Agreement)

    @property
    def events(self) -> Mapping[str, Event]:
        """Event id -> event."""
        return self._of(Event)

    @property
    def sources(self) -> Mapping[str, Source]:
        """Source id -> source."""
        return self._of(Source)

    @property
    def articles(self) -> Mapping[str, Article]:
        """Article id -> article."""
        return self._of(Article)

    @property
    def terms(self) -> Mapping[str, Term]:
        """Term id -> term."""
        return self._of(Term)

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Figure id -> figure."""
        return self._of(Figure)

    def _of(self, model: type[R]) -> Mapping[str, R]:
        found = self.records.get(model.kind_name, MappingProxyType({}))
        return cast("Mapping[str, R]", found)

    def documents(self) -> Iterator[tuple[str, KeyPath, BaseModel]]:
        """Everything read from YAML: its file, where in it, and the value."""
        yield self.site.file, (), self.site
        if self.visit:
            yield self.visit.file, (), self.visit
        for kind, records in self.records.items():
            if kind == Figure.kind_name:
                continue  # a part of the visit
            for record in records.values():
                yield record.file, record.path, record
        for correction in self.corrections:
            yield correction.file, correction.path, correction

    def place(self, file: str, path: KeyPath = (), *, key: bool = False) -> Place:
        """The line and column of a value, or of its key, in one of the files read."""
        line, column = locate(self.files[file], path, key=key)
        return Place(file, line, column)


def leaves(value: object, path: KeyPath = ()) -> Iterator[Leaf]:
    """Every reference to a record and every translated text inside a value, with its path."""
    if isinstance(value, RecordId | Translated):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, key in _fields(type(value)):
            yield from leaves(getattr(value, name), (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from leaves(item, (*path, number))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from leaves(item, (*path, name))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that may hold a leaf: attribute and key in the file."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if not _is_plain(field.annotation)
    )


def _is_plain(annotation: object) -> bool:
    """Whether a field's type can hold neither references nor translated texts."""
    return (
        isinstance(annotation, type)
        and issubclass(annotation, StrEnum | PartialDate | str)
        and (not issubclass(annotation, RecordId))
    )
