"""The timeline: events in order of time, and those whose date nobody states."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Event
from builder.site.views.edition import Citation, DateView, Edition, FactView
from builder.site.views.pictures import PictureView, picture_views
from builder.site.views.words import Link, Words


class PlaceView(Struct, frozen=True):
    """Where something was, with its citation."""

    name: Words
    citation: Citation


class EventView(Struct, frozen=True):
    """An event on the timeline; `citation` is None where that of the date says the same.

    `in_visit`: its days are days of the visit.
    """

    id: str
    in_visit: bool
    title: Words
    summary: Words
    year: str | None
    dated: DateView | None
    place: PlaceView | None
    people: tuple[Link, ...]
    organisations: tuple[Link, ...]
    agreements: tuple[Link, ...]
    images: tuple[PictureView, ...]
    citation: Citation | None
    facts: tuple[FactView, ...]
    note: Words | None


class Timeline(Struct, frozen=True):
    """Dated events in order of time, then the undated ones."""

    dated: tuple[EventView, ...]
    undated: tuple[EventView, ...]


def timeline(edition: Edition) -> Timeline:
    """All events of the site."""
    events = in_order_of_time(edition.content.events.values())
    return Timeline(
        tuple(event_view(edition, event) for event in events if event.dated),
        tuple(event_view(edition, event) for event in events if not event.dated),
    )


def in_order_of_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """Dated events by their first and last day, then the undated ones."""
    return tuple(
        sorted(
            events,
            key=lambda event: (
                event.dated is None,
                event.dated.begins.first if event.dated else None,
                event.dated.ends.last if event.dated else None,
                event.id if event.dated else "",
            ),
        )
    )


def event_view(edition: Edition, event: Event) -> EventView:
    """An event in full."""
    place = event.place
    dated = edition.dated(event.dated)
    citation = edition.citation(event.sources, event.confidence)
    is_said = dated is not None and replace(dated.citation, note=None) == citation
    return EventView(
        id=event.id,
        in_visit=_in_visit(edition, event),
        title=edition.title("event", event.id),
        summary=edition.words(event.summary),
        year=str(event.dated.begins.year) if event.dated else None,
        dated=dated,
        place=PlaceView(edition.words(place.name), edition.cite(place)) if place else None,
        people=edition.links("person", event.people),
        organisations=edition.links("organisation", event.organisations),
        agreements=edition.links("agreement", event.agreements),
        images=picture_views(edition, event.images),
        citation=None if is_said else citation,
        facts=edition.facts(event.facts),
        note=edition.words(event.note),
    )


def _in_visit(edition: Edition, event: Event) -> bool:
    visit = edition.content.visit
    if not visit or not visit.dated or not event.dated:
        return False
    begins, ends = visit.dated.begins.first, visit.dated.ends.last
    return begins <= event.dated.begins.first and event.dated.ends.last <= ends
