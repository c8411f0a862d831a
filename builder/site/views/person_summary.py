"""A person in short: the name, the office, and the side they speak for."""

from msgspec import Struct

from builder.content.content import Content
from builder.content.model import Person
from builder.site.views.edition import Edition
from builder.site.views.words import Link, Words


class PersonSummary(Struct, frozen=True):
    """A person in a list, or above what they said."""

    link: Link
    office: Words
    side: str | None  # `guest` or `host`


def person_summary(edition: Edition, person: Person) -> PersonSummary:
    """A person in short."""
    return PersonSummary(
        edition.link("person", person.id), edition.words(person.office), edition.side(person.state)
    )


def in_order_of_visit(content: Content) -> tuple[Person, ...]:
    """The people of the visit in its order, then all others."""
    first = [*content.visit.people] if content.visit else []
    order = {str(identity): number for number, identity in enumerate(first)}
    people = content.people.values()
    return tuple(sorted(people, key=lambda p: (order.get(p.id, len(order)), p.id)))
