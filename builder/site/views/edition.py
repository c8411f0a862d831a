"""One language's edition of the site: how its readers see words, names, dates and sources."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar, overload

from msgspec import Struct
from msgspec.structs import replace

from builder.checks.summary import Summary
from builder.content.content import Content
from builder.content.fields import RecordId, Translated
from builder.content.kinds import Confidence, SourceKind
from builder.content.model import Agreement, Article, Organisation, Source, Term, Visit
from builder.content.parts import Attested, Fact, Period
from builder.content.records import Record
from builder.content.strings import Strings
from builder.language import Language, PartialDate
from builder.site.pictures import Pictures
from builder.site.routes import PageKey, Routes
from builder.site.views.reviews import Reviews
from builder.site.views.words import Link, SourceLink, Words

R = TypeVar("R", bound=Record)

NamedBy: TypeAlias = Mapping[tuple[str, str], tuple[Record | Visit, ...]]
"""Kind and id of a record -> the records that name it, and the visit if it does."""


def named_by(content: Content) -> NamedBy:
    """Who names whom, over all records of a site."""
    naming: dict[tuple[str, str], list[Record | Visit]] = {}
    for _, _, value in content.documents():
        if isinstance(value, Record | Visit):
            named = {(i.kind, str(i)): None for _, i in value.leaves if isinstance(i, RecordId)}
            for key in named:
                naming.setdefault(key, []).append(value)
    return {key: tuple(records) for key, records in naming.items()}


def source_numbers(content: Content) -> Mapping[str, int]:
    """Source id -> its number: what the site keeps itself first, then by kind."""
    kinds = list(SourceKind)
    sources = sorted(
        content.sources.values(), key=lambda s: (s.stored is None, kinds.index(s.kind), s.id)
    )
    return {source.id: number for number, source in enumerate(sources, start=1)}


def terms_called(content: Content) -> Mapping[Translated, tuple[Term, ...]]:
    """A name -> the terms of the glossary that it stands for."""
    called: dict[Translated, list[Term]] = {}
    for term in content.terms.values():
        called.setdefault(term.called, []).append(term)
    return {name: tuple(terms) for name, terms in called.items()}


class Citation(Struct, frozen=True):
    """The sources of a fact, how sure it is, and what must be said with it."""

    sources: tuple[SourceLink, ...]
    confidence: str
    is_verified: bool
    note: Words | None = None


class FactView(Struct, frozen=True):
    """A sentence of context with its citation."""

    text: Words
    citation: Citation


class DateView(Struct, frozen=True):
    """When something was: `text` for readers, `iso` for machines where it is one date."""

    text: Words
    iso: str | None
    hours: Words | None
    citation: Citation


class Edition(Struct, frozen=True):
    """The site in one language; makes the parts that many views share."""

    content: Content
    routes: Routes
    pictures: Pictures
    language: Language
    strings: Strings
    named_by: NamedBy
    source_numbers: Mapping[str, int]
    terms_called: Mapping[Translated, tuple[Term, ...]]
    reviews: Reviews
    checked: Callable[[], Summary]

    @property
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    @overload
    def words(self, texts: Translated) -> Words: ...
    @overload
    def words(self, texts: None) -> None: ...
    def words(self, texts: Translated | None) -> Words | None:
        """The text for this edition's readers; another language's where it is missing."""
        if texts is None:
            return None
        if self.code in texts:
            return Words(texts[self.code], self.code, review=self.review(texts, self.code))
        language, text = next(iter(texts.items()))
        return Words(text, language, foreign=True, missing=True)

    def review(self, texts: Translated, language: str) -> str:
        """What readers are told of the review of a text in one of its languages, if anything."""
        note = self.reviews.of_texts(texts).get(language)
        return self.label("review", note) if note else ""

    def called(self, texts: Translated) -> Words:
        """The text where it only names what it leads to."""
        return replace(self.words(texts), review="")

    def words_in(self, text: str, language: str) -> Words:
        """A text that is shown in its own language on purpose."""
        return Words(text, language, foreign=language != self.code)

    def other_names(self, texts: Translated) -> tuple[Words, ...]:
        """The same in the site's other languages, each under its own `lang`."""
        return tuple(
            self.words_in(text, language)
            for language, text in texts.items()
            if language != self.code
        )

    def evidence(self, texts: Mapping[str, str]) -> tuple[Words, ...]:
        """A text as sources have it, each under its own `lang`."""
        return tuple(self.words_in(text, code) for code, text in texts.items())

    def plain(self, text: str) -> Words:
        """A text in this edition's own language."""
        return Words(text, self.code)

    def label(self, group: str, value: str) -> str:
        """The word for a value of a closed list."""
        return self.strings.groups[group][value]

    def language_name(self, code: str) -> str:
        """What this edition calls a language."""
        return self.label("language", code)

    def name(self, kind: str, identity: str) -> Words:
        """What a record is called where it is linked, marked if it is a draft."""
        return replace(self.title(kind, identity), review="")

    def title(self, kind: str, identity: str) -> Words:
        """What a record is called where it stands itself, marked if it is a draft."""
        words = self.words(self.names(kind, identity))
        if (kind, identity) in self.content.drafts:
            return replace(words, mark=self.label("draft", "mark"))
        return words

    def names(self, kind: str, identity: str) -> Translated:
        """What a record is called in every language."""
        return self.content.records[kind][identity].called

    def kind(self, record: Record) -> str:
        """The word for what a record is."""
        match record:
            case Agreement():
                return self.label("agreement-kind", record.kind)
            case Organisation():
                return self.label("organisation-kind", record.kind)
            case Source():
                return self.label("source-kind", record.kind)
            case Article():
                return self.label("entry-kind", "page")
        return self.label("entry-kind", record.kind_name)

    def link(self, kind: str, identity: str) -> Link:
        """A record's name, leading to its page or its place on a list."""
        href = self.routes.record(kind, identity, self.code)
        return Link(self.name(kind, identity), href)

    def links(self, kind: str, identities: Iterable[str]) -> tuple[Link, ...]:
        """One link a record, in the order given."""
        return tuple(self.link(kind, identity) for identity in identities)

    def sources(self, identities: Iterable[str]) -> tuple[SourceLink, ...]:
        """Links to sources, in the order of their numbers."""
        numbered = sorted((self.source_numbers[identity], identity) for identity in identities)
        links = ((number, self.link("source", identity)) for number, identity in numbered)
        return tuple(SourceLink(link.label, link.href, number) for number, link in links)

    def passages(self, covered: tuple[str, ...], source: str) -> tuple[int, ...]:
        """The numbers, from 1, that passages have in the stored text of a source; of no other."""
        stored = self.content.sources[source].stored
        numbered = enumerate(stored.segments if stored else (), start=1)
        return tuple(number for number, passage in numbered if passage in covered)

    def side(self, state: str) -> str | None:
        """Whether a state is the visit's `guest` or `host`."""
        visit = self.content.visit
        if visit is None or state not in (visit.guest, visit.host):
            return None
        return "guest" if state == visit.guest else "host"

    def page(self, name: str) -> str:
        """The address of a section's page, or of home."""
        return self.routes.href(PageKey(name), self.code)

    def naming(self, model: type[R], kind: str, identity: str) -> tuple[R, ...]:
        """The records of one model that name a record."""
        records = self.named_by.get((kind, identity), ())
        return tuple(record for record in records if isinstance(record, model))

    def citation(
        self, sources: Iterable[str], confidence: Confidence, note: Translated | None = None
    ) -> Citation:
        """Sources as links, with the word for the confidence."""
        return Citation(
            self.sources(sources),
            self.label("confidence", confidence),
            confidence is Confidence.VERIFIED,
            self.words(note),
        )

    def cite(self, fact: Attested) -> Citation:
        """The citation of an outside fact."""
        return self.citation(fact.sources, fact.confidence, fact.note)

    def facts(self, facts: Iterable[Fact]) -> tuple[FactView, ...]:
        """Sentences of context."""
        return tuple(FactView(self.words(fact.text), self.cite(fact)) for fact in facts)

    def dated(self, period: Period | None) -> DateView | None:
        """A date or range, or nothing where none is known."""
        if period is None:
            return None
        hours = None
        if period.start and period.end:
            hours = self.plain(self.language.time_range(period.start, period.end))
        elif period.start:
            hours = self.plain(self.language.time(period.start))
        return DateView(
            text=self.plain(self.language.date_range(period.begins, period.ends)),
            iso=period.date.isoformat() if period.date else None,
            hours=hours,
            citation=self.cite(period),
        )

    def date(self, value: PartialDate | None) -> Words | None:
        """A date, or nothing."""
        return self.plain(self.language.date(value)) if value else None

    def sorted_by_name(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Links in the alphabetical order of this language."""
        return tuple(sorted(links, key=lambda link: self.language.sort_key(link.label.text)))
