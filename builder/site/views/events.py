"""The timeline: events in order of time, and those whose date nobody states."""

from dataclasses import dataclass

from builder.content.model import Event
from builder.site.views.edition import Citation, DateView, Edition, FactView
from builder.site.views.words import Link, Words


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where something was, with its citation."""

    name: Words
    citation: Citation


@dataclass(frozen=True, slots=True)
class EventView:
    """An event on the timeline."""

    id: str
    title: Words
    summary: Words
    dated: DateView | None
    place: PlaceView | None
    people: tuple[Link, ...]
    organisations: tuple[Link, ...]
    agreements: tuple[Link, ...]
    citation: Citation
    facts: tuple[FactView, ...]
    note: Words | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events in order of time, then the undated ones."""

    dated: tuple[EventView, ...]
    undated: tuple[EventView, ...]


def timeline(edition: Edition) -> Timeline:
    """All events of the site."""
    events = edition.content.events.values()
    dated = sorted(
        (event for event in events if event.dated),
        key=lambda event: (
            event.dated.begins.first if event.dated else None,
            event.dated.ends.last if event.dated else None,
            event.id,
        ),
    )
    undated = (event for event in events if not event.dated)
    return Timeline(
        tuple(event_view(edition, event) for event in dated),
        tuple(event_view(edition, event) for event in undated),
    )


def event_view(edition: Edition, event: Event) -> EventView:
    """An event in full."""
    place = event.place
    return EventView(
        id=event.id,
        title=edition.words(event.title),
        summary=edition.words(event.summary),
        dated=edition.dated(event.dated),
        place=PlaceView(edition.words(place.name), edition.cite(place)) if place else None,
        people=edition.links("person", event.people),
        organisations=edition.links("organisation", event.organisations),
        agreements=edition.links("agreement", event.agreements),
        citation=edition.citation(event.sources, event.confidence),
        facts=edition.facts(event.facts),
        note=edition.words(event.note),
    )
