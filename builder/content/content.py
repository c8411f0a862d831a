"""All that was read, as one frozen value, and where each part of it stands."""

from collections.abc import Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from builder.content.base import Model
from builder.content.blocks import Block
from builder.content.corrections import Correction
from builder.content.data import locate
from builder.content.model import (
    Agreement,
    Article,
    Event,
    Figure,
    Organisation,
    Person,
    Quote,
    Source,
    Term,
    Visit,
)
from builder.content.pictures import Picture
from builder.content.records import Illustrated, Record
from builder.content.reviews import Review
from builder.content.settings import Site
from builder.content.source import KeyPath
from builder.content.strings import Strings
from builder.language import Language
from builder.problems import Place

R = TypeVar("R", bound=Record)
V = TypeVar("V")

_PICTURED = (Illustrated, Visit)

ANY = ""
"""Stands among the unreadable for the ids of a kind whose list could not be read."""


class Content(Struct, frozen=True, eq=False):  # each is itself alone, as what is kept of it
    """A whole site as it was read.

    `languages` are those of `site.yaml`, in its order. `records` is kind -> id ->
    record; `prose` is article -> language -> blocks; `pictures` go by the names of their
    files, `reviews` by theirs and then by the names of segments. `unreadable` are kind and id of
    records that exist but could not be read, so that naming them is no second problem. `drafts`
    leads from kind and id of each record in draft to the files that are its own; `left_out`
    are kind and id of the drafts that are not here.
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
    reviews: Mapping[str, Mapping[str, Review]]
    files: Mapping[str, str]
    unreadable: frozenset[tuple[str, str]]
    drafts: Mapping[tuple[str, str], tuple[str, ...]]
    left_out: frozenset[tuple[str, str]] = frozenset()

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

    def language(self, code: str) -> Language:
        """The language of the site that has a code."""
        return next(language for language in self.languages if language.code == code)

    def _of(self, model: type[R]) -> Mapping[str, R]:
        found = self.records.get(model.kind_name, MappingProxyType({}))
        return cast("Mapping[str, R]", found)

    def without(self, drafts: AbstractSet[tuple[str, str]]) -> "Content":
        """The site without some of its drafts, each given by kind and id, and their pictures."""
        if not drafts:
            return self
        records = {
            kind: MappingProxyType({i: r for i, r in of_kind.items() if (kind, i) not in drafts})
            for kind, of_kind in self.records.items()
        }
        shown = [record for of_kind in records.values() for record in of_kind.values()]
        illustrated = [value for value in (*shown, self.visit) if isinstance(value, _PICTURED)]
        named = {image.file for value in illustrated for image in value.images}
        return replace(
            self,
            records=MappingProxyType(records),
            prose=_those_in(self.prose, records[Article.kind_name]),
            stored=_those_in(self.stored, records[Source.kind_name]),
            pictures=_those_in(self.pictures, named),
            unreadable=self.unreadable - drafts,
            left_out=self.left_out | drafts,
        )

    def documents(self) -> Iterator[tuple[str, KeyPath, Model]]:
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


def _those_in(values: Mapping[str, V], names: Container[str]) -> Mapping[str, V]:
    return MappingProxyType({name: value for name, value in values.items() if name in names})
