"""People and bodies, with everything each said, signed or took part in."""

from msgspec import Struct

from builder.content.model import Agreement, Event, Organisation, Person, Quote
from builder.site.views.agreements import AgreementSummary, agreement_summary
from builder.site.views.agreements import in_order_of_source as in_order_of_list
from builder.site.views.edition import Edition, FactView
from builder.site.views.person_summary import PersonSummary, person_summary
from builder.site.views.quotes import QuoteSummary, in_order_of_source, quote_summary
from builder.site.views.words import Link, Words


class DesignationView(Struct, frozen=True):
    """A title under which a text names somebody."""

    name: Words
    note: Words | None


class PersonView(Struct, frozen=True):
    """A person on their own page."""

    name: Words
    other_names: tuple[Words, ...]
    office: Words
    side: str | None
    state: Link
    designations: tuple[DesignationView, ...]
    quotes: tuple[QuoteSummary, ...]
    events: tuple[Link, ...]
    sources: tuple[Link, ...]
    facts: tuple[FactView, ...]
    note: Words | None


class OrganisationSummary(Struct, frozen=True):
    """A body in a list."""

    link: Link
    kind: str
    abbreviation: Words | None


class OrganisationView(Struct, frozen=True):
    """A body on its own page."""

    name: Words
    other_names: tuple[Words, ...]
    kind: str
    abbreviation: Words | None
    as_written: tuple[Words, ...]
    state: Link | None
    people: tuple[PersonSummary, ...]
    members: tuple[Link, ...]
    agreements: tuple[AgreementSummary, ...]
    events: tuple[Link, ...]
    sources: tuple[Link, ...]
    facts: tuple[FactView, ...]
    note: Words | None


def person_view(edition: Edition, person: Person) -> PersonView:
    """A person with everything they said."""
    said = edition.naming(Quote, "person", person.id)
    return PersonView(
        name=edition.words(person.name),
        other_names=edition.other_names(person.name),
        office=edition.words(person.office),
        side=edition.side(person.state),
        state=edition.link("organisation", person.state),
        designations=tuple(
            DesignationView(edition.words(d.name), edition.words(d.note))
            for d in person.designations
        ),
        quotes=tuple(
            quote_summary(edition, quote) for quote in in_order_of_source(edition.content, said)
        ),
        events=_events(edition, "person", person.id),
        sources=edition.sources(person.sources),
        facts=edition.facts(person.facts),
        note=edition.words(person.note),
    )


def organisation_summary(edition: Edition, organisation: Organisation) -> OrganisationSummary:
    """A body in short."""
    return OrganisationSummary(
        edition.link("organisation", organisation.id),
        edition.label("organisation-kind", organisation.kind),
        edition.words(organisation.abbreviation),
    )


def organisation_view(edition: Edition, organisation: Organisation) -> OrganisationView:
    """A body with everything it signed or took part in."""
    identity = organisation.id
    signed = edition.naming(Agreement, "organisation", identity)
    members = edition.naming(Organisation, "organisation", identity)
    people = edition.naming(Person, "organisation", identity)
    return OrganisationView(
        name=edition.words(organisation.name),
        other_names=edition.other_names(organisation.name),
        kind=edition.label("organisation-kind", organisation.kind),
        abbreviation=edition.words(organisation.abbreviation),
        as_written=edition.evidence(organisation.as_written),
        state=edition.link("organisation", organisation.state) if organisation.state else None,
        people=tuple(person_summary(edition, person) for person in people),
        members=edition.sorted_by_name(
            edition.links("organisation", (member.id for member in members))
        ),
        agreements=tuple(agreement_summary(edition, a) for a in in_order_of_list(signed)),
        events=_events(edition, "organisation", identity),
        sources=edition.sources(organisation.sources),
        facts=edition.facts(organisation.facts),
        note=edition.words(organisation.note),
    )


def _events(edition: Edition, kind: str, identity: str) -> tuple[Link, ...]:
    events = edition.naming(Event, kind, identity)
    return edition.links("event", (event.id for event in events))
