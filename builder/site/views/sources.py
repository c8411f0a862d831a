"""Sources with what each supports, terms, and corrections."""

from dataclasses import dataclass

from builder.content.model import Correction, Record, Source, Term, Visit
from builder.site.routes import HOME
from builder.site.views.edition import Edition
from builder.site.views.words import Link, Words


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source on the list."""

    id: str
    title: Words
    kind: str
    publisher: Words | None
    languages: str
    date: str | None
    address: str | None
    segments: int
    sha256: str | None
    supports: tuple[Link, ...]
    note: Words | None


@dataclass(frozen=True, slots=True)
class TermView:
    """A word and what it is in the other languages."""

    id: str
    term: Words
    others: tuple[Words, ...]
    note: Words | None
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What was put right, and when."""

    date: str
    iso: str
    text: Words
    record: Link | None


def source_view(edition: Edition, source: Source) -> SourceView:
    """A source with links to everything that cites it."""
    names = [edition.language_name(code) for code in source.languages]
    return SourceView(
        id=source.id,
        title=edition.words(source.title),
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


def _supports(edition: Edition, source: str) -> tuple[Link, ...]:
    """The visit first, then every record that cites the source."""
    citing = edition.named_by.get(("source", source), ())
    home = edition.routes.href(HOME, edition.code)
    return (
        *(Link(edition.words(c.title), home) for c in citing if isinstance(c, Visit)),
        *(edition.link(c.kind_name, c.id) for c in citing if isinstance(c, Record)),
    )


def term_view(edition: Edition, term: Term) -> TermView:
    """A term with its counterparts."""
    return TermView(
        id=term.id,
        term=edition.words(term.term),
        others=edition.other_names(term.term),
        note=edition.words(term.note),
        sources=edition.links("source", term.sources),
    )


def correction_view(edition: Edition, correction: Correction) -> CorrectionView:
    """A correction with a link to what was corrected."""
    kind, _, identity = (correction.record or "").partition(":")
    return CorrectionView(
        date=edition.language.date(correction.date),
        iso=correction.date.isoformat(),
        text=edition.words(correction.text),
        record=edition.link(kind, identity) if identity else None,
    )
