"""A file for translators, made from a site."""

from collections.abc import Collection

from msgspec import Struct

from builder.checks.reviews import State
from builder.content.content import Content
from builder.content.glossary import glossaries
from builder.exchange.units import notes, units
from builder.exchange.xliff import Sent, document

NEEDY = (State.MISSING, State.STALE, State.UNREVIEWED)
"""The states of texts that somebody should look at."""


class Exported(Struct, frozen=True):
    """A file, and how many texts it holds."""

    body: bytes
    texts: int


def export(content: Content, source: str, target: str, states: Collection[State]) -> Exported:
    """All texts in some states.

    Args:
        content: the site.
        source: the language to translate from.
        target: the language to translate into.
        states: how the review of a text may stand.
    """
    words = glossaries(content).get(source)
    languages = (source, target)
    chosen = [
        Sent(unit, tuple(notes(content, unit, languages, words)))
        for unit in units(content, source, target)
        if unit.state in states
    ]
    return Exported(document(chosen, languages, content.site.address), len(chosen))
