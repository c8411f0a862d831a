"""The visit at a glance, and the figures it turned on."""

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from builder.content.kinds import FigureKind
from builder.content.model import Figure, Visit
from builder.language import Language, PartialDate
from builder.site.views.edition import DateView, Edition, FactView
from builder.site.views.events import PlaceView
from builder.site.views.person_summary import PersonSummary, person_summary
from builder.site.views.words import Link, Words


class FigureView(Struct, frozen=True):
    """A figure: what it says, who gave it, and what to beware of."""

    id: str
    value: Words
    label: Words
    origin: Link
    speaker: Link | None
    side: str | None
    caveat: Words | None
    facts: tuple[FactView, ...]


class VisitView(Struct, frozen=True):
    """The visit."""

    title: Words
    summary: Words
    kind: str
    guest: Link
    host: Link
    people: tuple[PersonSummary, ...]
    dated: DateView | None
    places: tuple[PlaceView, ...]
    article: Link | None
    figures: tuple[FigureView, ...]
    sources: tuple[Link, ...]
    facts: tuple[FactView, ...]
    note: Words | None


def visit_view(edition: Edition, visit: Visit) -> VisitView:
    """The visit with its figures."""
    people = edition.content.people
    return VisitView(
        title=edition.words(visit.title),
        summary=edition.words(visit.summary),
        kind=edition.label("visit-kind", visit.kind),
        guest=edition.link("organisation", visit.guest),
        host=edition.link("organisation", visit.host),
        people=tuple(person_summary(edition, people[identity]) for identity in visit.people),
        dated=edition.dated(visit.dated),
        places=tuple(
            PlaceView(edition.words(place.name), edition.cite(place)) for place in visit.places
        ),
        article=edition.link("article", visit.article) if visit.article else None,
        figures=tuple(figure_view(edition, figure) for figure in visit.figures),
        sources=edition.sources(visit.sources),
        facts=edition.facts(visit.facts),
        note=edition.words(visit.note),
    )


def figure_view(edition: Edition, figure: Figure) -> FigureView:
    """A figure written as this language writes it."""
    quote = edition.content.quotes.get(figure.quote) if figure.quote else None
    return FigureView(
        id=figure.id,
        value=_value(edition, figure),
        label=edition.words(figure.label),
        origin=_origin(edition, figure),
        speaker=edition.link("person", quote.speaker) if quote else None,
        side=edition.side(edition.content.people[quote.speaker].state) if quote else None,
        caveat=edition.words(figure.caveat),
        facts=edition.facts(figure.facts),
    )


def _origin(edition: Edition, figure: Figure) -> Link:
    if figure.quote:
        return edition.link("quote", figure.quote)
    if figure.agreement:
        return edition.link("agreement", figure.agreement)
    assert figure.article is not None  # the model asks for exactly one
    return edition.link("article", figure.article)


def _value(edition: Edition, figure: Figure) -> Words:
    noun = edition.words(figure.words)
    language = edition.content.language(noun.language) if noun else edition.language
    value = figure_value(language, figure, noun.raw if noun else None)
    return replace(noun, raw=value) if noun else edition.plain(value)


def figure_value(language: Language, figure: Figure, noun: str | None) -> str:
    """What a figure says as a language writes it, with its noun where it has one."""
    if figure.value is None:
        assert noun is not None  # the model asks for one or the other
        return noun
    match figure.kind:
        case FigureKind.DATE:
            return language.date(PartialDate.parse(figure.value))
        case FigureKind.MONEY:
            assert figure.currency is not None
            return language.money(Decimal(figure.value), figure.currency)
        case FigureKind.ORDINAL:
            number = int(figure.value)
            return language.ordinal_with(number, noun) if noun else language.ordinal(number)
        case _:
            value = language.large_number(Decimal(figure.value))
    return f"{value} {noun}" if noun else value
