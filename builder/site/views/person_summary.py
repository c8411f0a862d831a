"""A person in short: the name, the office, and the side they speak for."""

from msgspec import Struct

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
