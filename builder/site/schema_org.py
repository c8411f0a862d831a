"""Records as nodes of linked data, in the terms of schema.org.

Only what the content states is said: a date that nobody states, or that is not
verified, is left out. What is the same in every language (a person, an event, an
agreement, a source) has one `@id`, its place in the open data; what is a text in one
language has an `@id` of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from builder.content.fields import Translated
from builder.content.kinds import Confidence, Form, OrganisationKind
from builder.content.model import Agreement, Event, Organisation, Person, Quote, Source, Term, Visit
from builder.content.parts import Conclusion, Period, Place
from builder.language import PartialDate
from builder.site.routes import HOME, PageKey
from builder.site.views.edition import Edition
from builder.site.views.words import Words

Node: TypeAlias = dict[str, Any]

_ORGANISATIONS: Mapping[OrganisationKind, str | list[str]] = MappingProxyType(
    {
        OrganisationKind.STATE: ["Country", "Organization"],  # it signs and takes part
        OrganisationKind.GOVERNMENT_BODY: "GovernmentOrganization",
    }
)


def reference(edition: Edition, kind: str, identity: str) -> Node:
    """A record where another one names it: what it is, what it is called, where its page is."""
    href = edition.routes.record(kind, identity, edition.code)
    return {
        "@type": _type(edition, kind, identity),
        "@id": edition.routes.identity(kind, identity),
        "name": edition.name(kind, identity).text,
        "url": edition.routes.full(href),
    }


def visit_event(edition: Edition, visit: Visit) -> Node:
    """The visit: its people in the offices they held then, and what took place within it."""
    people = edition.content.people
    within = (
        event
        for event in edition.content.events.values()
        if any(edition.naming(model, "event", event.id) for model in (Quote, Agreement))
    )
    return _filled(
        {
            "@type": "Event",
            "@id": edition.routes.identity("visit"),
            "name": edition.words(visit.title).text,
            "description": edition.words(visit.summary).text,
            "url": edition.routes.absolute(HOME, edition.code),
            **_when(visit.dated),
            "location": [_place(edition, place) for place in _verified(visit.places)],
            "organizer": reference(edition, "organisation", visit.host),
            "attendee": [
                reference(edition, "organisation", visit.guest),
                *(
                    {
                        "@type": "Role",
                        "roleName": edition.words(people[identity].office).text,
                        "attendee": reference(edition, "person", identity),
                    }
                    for identity in visit.people
                ),
            ],
            "subEvent": [event_node(edition, event) for event in within],
        }
    )


def event_node(edition: Edition, event: Event) -> Node:
    """An event with what is verified of its time and place."""
    places = _verified((event.place,) if event.place else ())
    return _filled(
        {
            **reference(edition, "event", event.id),
            "description": edition.words(event.summary).text,
            **_when(event.dated if event.confidence is Confidence.VERIFIED else None),
            "location": [_place(edition, place) for place in places],
            "workFeatured": [reference(edition, "agreement", one) for one in event.agreements],
        }
    )


def quotation(edition: Edition, quote: Quote, languages: Iterable[str]) -> Node:
    """A quote in this edition's language.

    Words that a source only reports are no quotation: they are a text about the speaker.

    Args:
        edition: the edition.
        quote: the quote.
        languages: those in which it has a page of its own, complete.
    """
    is_direct = quote.form is Form.DIRECT
    translator = quote.translated.get(edition.code)
    return _filled(
        {
            "@type": _type(edition, "quote", quote.id),
            "@id": _quotation_identity(edition, quote, edition.code),
            "name": edition.words(quote.topic).text,
            "text": edition.words(quote.text).text,
            "inLanguage": edition.code,
            "genre": edition.label("form", quote.form),
            "spokenByCharacter" if is_direct else "about": reference(
                edition, "person", quote.speaker
            ),
            "isBasedOn": reference(edition, "source", quote.source),
            "recordedAt": reference(edition, "event", quote.event) if quote.event else None,
            "creditText": edition.label("translator", translator) if translator else None,
            **_translations(edition, quote, languages),
        }
    )


def agreement_node(edition: Edition, agreement: Agreement) -> Node:
    """An agreement; the languages it was drawn up in are not known."""
    applies, concluded = agreement.applies_from, agreement.concluded
    return _filled(
        {
            **reference(edition, "agreement", agreement.id),
            "name": edition.words(agreement.title).text,
            "alternateName": [
                edition.words(agreement.short_title).text,
                *map(_tagged, edition.other_names(agreement.title)),
            ],
            "genre": edition.label("agreement-kind", agreement.kind),
            "creator": [reference(edition, "organisation", party) for party in agreement.parties],
            **_concluded(edition, concluded),
            "temporalCoverage": f"{applies.isoformat()}/.." if applies else None,
            "isBasedOn": [reference(edition, "source", source) for source in agreement.sources],
        }
    )


def person_node(edition: Edition, person: Person) -> Node:
    """A person; the office is that of the time of the talks."""
    return {
        **reference(edition, "person", person.id),
        "description": edition.words(person.office).text,
        "alternateName": [*map(_tagged, edition.other_names(person.name))],
        "affiliation": reference(edition, "organisation", person.state),
    }


def organisation_node(edition: Edition, body: Organisation) -> Node:
    """A state or body with its other names."""
    names = [*edition.other_names(body.name), *edition.evidence(body.as_written)]
    abbreviation = edition.words(body.abbreviation)
    return {
        **reference(edition, "organisation", body.id),
        "description": edition.label("organisation-kind", body.kind),
        "alternateName": [*map(_tagged, names), *([abbreviation.text] if abbreviation else [])],
    }


def source_node(edition: Edition, source: Source) -> Node:
    """A source; `sameAs` is where it was published."""
    publisher = edition.words(source.publisher)
    return _filled(
        {
            **reference(edition, "source", source.id),
            "sameAs": source.address,
            "inLanguage": [*source.languages],
            "datePublished": _iso(source.date),
            "publisher": ({"@type": "Organization", "name": publisher.text} if publisher else None),
        }
    )


def term_node(edition: Edition, term: Term) -> Node:
    """A term with its counterparts."""
    note = edition.words(term.note)
    return _filled(
        {
            **reference(edition, "term", term.id),
            "alternateName": [*map(_tagged, edition.other_names(term.term))],
            "description": note.text if note else None,
        }
    )


def _type(edition: Edition, kind: str, identity: str) -> str | list[str]:
    if kind == "organisation":
        body = edition.content.organisations[identity]
        return _ORGANISATIONS.get(body.kind, "Organization")
    if kind == "quote":
        is_direct = edition.content.quotes[identity].form is Form.DIRECT
        return "Quotation" if is_direct else "CreativeWork"
    types = {"person": "Person", "event": "Event", "agreement": "DigitalDocument"}
    return types.get(kind, "DefinedTerm" if kind == "term" else "CreativeWork")


def _quotation_identity(edition: Edition, quote: Quote, language: str) -> str:
    return f"{edition.routes.absolute(PageKey('quote', quote.id), language)}#quotation"


def _translations(edition: Edition, quote: Quote, languages: Iterable[str]) -> Node:
    """The original's translations, or a translation's original: each names the other."""

    def counterpart(language: str) -> Node:
        identity = _quotation_identity(edition, quote, language)
        kind = _type(edition, "quote", quote.id)
        return {"@type": kind, "@id": identity, "inLanguage": language}

    if edition.code == quote.original:
        others = (code for code in languages if code != edition.code)
        return {"workTranslation": [counterpart(code) for code in others]}
    if quote.original in languages:
        return {"translationOfWork": counterpart(quote.original)}
    return {}


def _concluded(edition: Edition, conclusion: Conclusion | None) -> Node:
    """When and where, if it is verified and of one date."""
    if conclusion is None or conclusion.confidence is not Confidence.VERIFIED:
        return {}
    place = edition.words(conclusion.place)
    return {
        "dateCreated": _iso(conclusion.date),
        "locationCreated": {"@type": "Place", "name": place.text} if place else None,
    }


def _when(period: Period | None) -> Node:
    if period is None or period.confidence is not Confidence.VERIFIED:
        return {}
    return {"startDate": _iso(period.begins), "endDate": _iso(period.ends)}


def _verified(places: Iterable[Place]) -> Iterator[Place]:
    return (place for place in places if place.confidence is Confidence.VERIFIED)


def _place(edition: Edition, place: Place) -> Node:
    return {"@type": "Place", "name": _own(edition, place.name)}


def _own(edition: Edition, texts: Translated) -> str:
    return edition.words(texts).text


def _iso(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def _tagged(words: Words) -> Node:
    """A text in another language than the page's (JSON-LD 1.1, 4.2.4)."""
    return {"@value": words.text, "@language": words.language}


def _filled(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value not in (None, [])}
