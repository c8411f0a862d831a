"""Sources with what each supports, terms, and corrections."""

from datetime import date

from msgspec import Struct

from builder.content.corrections import Correction
from builder.content.fields import RecordId
from builder.content.model import Source, Term, Visit
from builder.content.records import Record
from builder.site.routes import HOME, RECORDS, SCHEMA
from builder.site.views.edition import Edition
from builder.site.views.words import Link, RecordLink, Words

_NEVER = date(1970, 1, 1)


class SourceView(Struct, frozen=True):
    """A source on the list."""

    id: str
    number: int
    title: Words
    kind: str
    publisher: Words | None
    languages: str
    date: Words | None
    address: str | None
    segments: int
    sha256: str | None
    supports: tuple[RecordLink, ...]
    note: Words | None


class Renderings(Struct, frozen=True):
    """What a term may be called further in a language, and what it must not be called."""

    language: str
    allowed: tuple[str, ...]
    forbidden: tuple[str, ...]


class TermView(Struct, frozen=True):
    """A word and what it is in the other languages; `own` and the others in the same order."""

    id: str
    term: Words
    own: Renderings
    others: tuple[tuple[Words, Renderings], ...]
    applies: tuple[Link, ...]
    why: Words | None
    note: Words | None
    sources: tuple[Link, ...]


class CorrectionView(Struct, frozen=True):
    """What was put right or added, and when: `day` is the first that `iso` may mean."""

    id: str
    kind: str
    date: str
    iso: str
    day: str
    text: Words
    record: Link | None


class FeedView(Struct, frozen=True):
    """The feed of what was put right or added, the newest first; `updated` is a day."""

    path: str
    href: str
    address: str
    language: str
    title: str
    site: str
    updated: str
    changes: tuple[CorrectionView, ...]


class DataView(Struct, frozen=True):
    """The open data: where the records and their schema are."""

    title: str
    description: str
    records: str
    schema: str


def source_view(edition: Edition, source: Source) -> SourceView:
    """A source with links to everything that cites it."""
    names = [edition.language_name(code) for code in source.languages]
    return SourceView(
        id=source.id,
        number=edition.source_numbers[source.id],
        title=edition.title("source", source.id),
        kind=edition.label("source-kind", source.kind),
        publisher=edition.words(source.publisher),
        languages=edition.language.join(names),
        date=edition.date(source.date),
        address=source.address,
        segments=len(source.stored.segments) if source.stored else 0,
        sha256=source.stored.sha256 if source.stored else None,
        supports=_supports(edition, source.id),
        note=edition.words(source.note),
    )


def _supports(edition: Edition, source: str) -> tuple[RecordLink, ...]:
    """The visit first, then every record that cites the source."""
    citing = edition.named_by.get(("source", source), ())
    return tuple(
        _supported(edition, c) for c in sorted(citing, key=lambda c: c is not edition.content.visit)
    )


def _supported(edition: Edition, value: Record | Visit) -> RecordLink:
    if isinstance(value, Visit):
        home = edition.routes.href(HOME, edition.code)
        return RecordLink(
            edition.called(value.title), home, edition.label("visit-kind", value.kind)
        )
    link = edition.link(value.kind_name, value.id)
    return RecordLink(link.label, link.href, edition.kind(value))


def term_view(edition: Edition, term: Term) -> TermView:
    """A term with its counterparts."""
    return TermView(
        id=term.id,
        term=edition.title("term", term.id),
        own=_renderings(term, edition.code),
        others=tuple(
            (other, _renderings(term, other.language)) for other in edition.other_names(term.term)
        ),
        applies=_applies(edition, term),
        why=edition.words(term.why),
        note=edition.words(term.note),
        sources=edition.sources(term.sources),
    )


def _renderings(term: Term, language: str) -> Renderings:
    return Renderings(language, term.allowed.get(language, ()), term.forbidden.get(language, ()))


def _applies(edition: Edition, term: Term) -> tuple[Link, ...]:
    """The records in which a term has its meaning, if they are told one by one."""
    named = term.applies.leaves if term.applies and not term.applies.kinds else ()
    return tuple(
        edition.link(record.kind, record) for _, record in named if isinstance(record, RecordId)
    )


def correction_views(edition: Edition) -> tuple[CorrectionView, ...]:
    """What was put right or added, the newest first."""
    corrections = sorted(edition.content.corrections, key=lambda c: c.date.first, reverse=True)
    days = [correction.date.first.isoformat() for correction in corrections]
    return tuple(
        # Counted from the oldest of its day, so that a newer one takes no other's name.
        _correction_view(edition, correction, f"change-{day}-{days[place:].count(day)}")
        for place, (correction, day) in enumerate(zip(corrections, days, strict=True))
    )


def _correction_view(edition: Edition, correction: Correction, identity: str) -> CorrectionView:
    kind, _, record = (correction.record or "").partition(":")
    return CorrectionView(
        id=identity,
        kind=edition.label("change-kind", correction.kind),
        date=edition.language.date(correction.date),
        iso=correction.date.isoformat(),
        day=correction.date.first.isoformat(),
        text=edition.words(correction.text),
        record=edition.link(kind, record) if record else None,
    )


def feed_view(edition: Edition) -> FeedView:
    """The feed of this edition.

    A feed without entries must say too when it last changed (RFC 4287, 4.1.1). The site
    is not older than its newest source, and nobody but the editors knows more.
    """
    content, routes, changes = edition.content, edition.routes, correction_views(edition)
    dated = (source.date.first for source in content.sources.values() if source.date)
    newest = max(dated, default=_NEVER).isoformat()
    path = routes.feed(edition.code)
    return FeedView(
        path=path,
        href=routes.local(path),
        address=routes.full(routes.local(path)),
        language=edition.code,
        title=f"{edition.words(content.site.name).text} – {edition.label('feed', 'title')}",
        site=edition.words(content.site.name).text,
        updated=changes[0].day if changes else newest,
        changes=changes,
    )


def data_view(edition: Edition) -> DataView:
    """The open data."""
    return DataView(
        title=edition.label("open-data", "title"),
        description=edition.label("open-data", "description"),
        records=edition.routes.local(RECORDS),
        schema=edition.routes.local(SCHEMA),
    )
