"""Agreements: what was signed or exchanged, by whom, and what is known of when."""

from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from builder.content.fields import Translated
from builder.content.model import Agreement
from builder.site.views.edition import Citation, DateView, Edition, FactView
from builder.site.views.passages import PassageView, passage
from builder.site.views.words import Link, Words


class AgreementSummary(Struct, frozen=True):
    """A row of the register."""

    id: str
    link: Link
    title: Words
    kind: str
    parties: tuple[Link, ...]
    concluded: DateView | None
    applies_from: Words | None
    applies_from_iso: str | None


class Wording(Struct, frozen=True):
    """A title or passage in one language; `source` where it stands there verbatim."""

    text: Words
    language: str
    translator: str | None
    source: Link | None


class OtherTitleView(Struct, frozen=True):
    """A title in a language the site is not published in."""

    text: Words
    language: str
    citation: Citation


class AgreementView(Struct, frozen=True):
    """An agreement on its own page."""

    summary: AgreementSummary
    title: Wording
    other_wordings: tuple[Wording, ...]
    text: Wording | None
    other_texts: tuple[Wording, ...]
    other_titles: tuple[OtherTitleView, ...]
    place: Words | None
    event: Link | None
    sources: tuple[Link, ...]
    passage: PassageView | None
    segments: tuple[int, ...]
    before: Link | None
    after: Link | None
    facts: tuple[FactView, ...]
    note: Words | None


def agreement_summary(edition: Edition, agreement: Agreement) -> AgreementSummary:
    """An agreement in short."""
    return AgreementSummary(
        id=agreement.id,
        link=edition.link("agreement", agreement.id),
        title=edition.words(agreement.title),
        kind=edition.label("agreement-kind", agreement.kind),
        parties=edition.links("organisation", agreement.parties),
        concluded=edition.dated(agreement.concluded),
        applies_from=edition.date(agreement.applies_from),
        applies_from_iso=agreement.applies_from.isoformat() if agreement.applies_from else None,
    )


def agreement_view(
    edition: Edition, agreement: Agreement, before: Agreement | None, after: Agreement | None
) -> AgreementView:
    """An agreement in full, between the ones that the register has before and after it."""
    title, *other_wordings = _wordings(edition, agreement, agreement.title)
    texts = _wordings(edition, agreement, agreement.text) if agreement.text else []
    return AgreementView(
        summary=agreement_summary(edition, agreement),
        title=title,
        other_wordings=tuple(other_wordings),
        text=texts[0] if texts else None,
        other_texts=tuple(texts[1:]),
        other_titles=tuple(
            OtherTitleView(
                edition.words_in(other.text, other.language),
                edition.language_name(other.language),
                edition.cite(other),
            )
            for other in agreement.other_titles
        ),
        place=edition.words(agreement.concluded.place) if agreement.concluded else None,
        event=edition.link("event", agreement.event) if agreement.event else None,
        sources=edition.sources(agreement.sources),
        passage=_passage(edition, agreement),
        segments=edition.passages(agreement.covers, _told_by(edition, agreement)),
        before=edition.link("agreement", before.id) if before else None,
        after=edition.link("agreement", after.id) if after else None,
        facts=edition.facts(agreement.facts),
        note=edition.words(agreement.note),
    )


def in_order_of_source(agreements: tuple[Agreement, ...]) -> tuple[Agreement, ...]:
    """Agreements as their source lists them."""
    return tuple(sorted(agreements, key=lambda agreement: (agreement.order, agreement.id)))


def _passage(edition: Edition, agreement: Agreement) -> PassageView | None:
    """Where the title stands in a source, in the first language in which it does."""
    for language, source in agreement.verbatim.items():
        if language in agreement.title:
            title = agreement.title[language]
            return passage(edition, title, language, source, may_go_on=True)
    return None


def _told_by(edition: Edition, agreement: Agreement) -> str:
    """The source whose passages are numbered: that of the title, or else the first stored one."""
    of_title = (
        source for language, source in agreement.verbatim.items() if language in agreement.title
    )
    stored = (source for source in agreement.sources if edition.content.sources[source].stored)
    return next(chain(of_title, stored, agreement.sources))


def _wordings(edition: Edition, agreement: Agreement, texts: Translated) -> list[Wording]:
    """The edition's own wording first, then every other language's."""
    first = edition.words(texts).language
    return [
        _wording(edition, agreement, texts, language)
        for language in (first, *(language for language in texts if language != first))
    ]


def _wording(edition: Edition, agreement: Agreement, texts: Translated, language: str) -> Wording:
    translator = agreement.translated.get(language)
    source = agreement.verbatim.get(language)
    return Wording(
        text=replace(
            edition.words_in(texts[language], language), review=edition.review(texts, language)
        ),
        language=edition.language_name(language),
        translator=edition.label("translator", translator) if translator else None,
        source=edition.link("source", source) if source else None,
    )
