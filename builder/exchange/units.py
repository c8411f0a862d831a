"""What goes to translators: for each segment the words of one language, and those of another."""

import re
from collections.abc import Iterator

from msgspec import Struct

from builder.checks.reviews import Standing, State, standings
from builder.content.content import Content
from builder.content.glossary import Glossary, longest, right_words
from builder.content.reviews import digest
from builder.content.segments import Segment, place_in
from builder.exchange.originals import Original, Originals

_NO_NAME = re.compile(r"[^\w.:-]", re.ASCII)


class Unit(Struct, frozen=True):
    """A segment for a translator.

    Attributes:
        standing: the segment, and how its review stands.
        source: the words of the one language.
        target: those of the other, if it has any.
    """

    standing: Standing
    source: Original
    target: Original | None

    @property
    def segment(self) -> Segment:
        """The segment."""
        return self.standing.segment

    @property
    def id(self) -> str:
        """The name of the segment in the letters that XML allows for an id."""
        return _NO_NAME.sub(".", self.segment.name)

    @property
    def state(self) -> State:
        """How the review stands; what other languages lack is no matter."""
        if self.target is None:
            return State.MISSING
        return State.UNREVIEWED if self.standing.state is State.MISSING else self.standing.state

    @property
    def stamp(self) -> str:
        """What tells that neither text has changed since."""
        return f"{digest(self.source.whole)}-{digest(self.target.whole) if self.target else ''}"


def units(content: Content, source: str, target: str) -> Iterator[Unit]:
    """All that can be translated from one language to another, in the order of the files.

    Words that stand so in a source are no translation, and none is asked for.
    """
    originals = Originals(content)
    for standing in standings(content):
        theirs = originals.of(standing.segment, source)
        there = standing.segment.texts.get(target)
        if theirs and not (there and there.verbatim):
            yield Unit(standing, theirs, originals.of(standing.segment, target))


def notes(
    content: Content, unit: Unit, languages: tuple[str, str], words: Glossary | None
) -> Iterator[tuple[str, str]]:
    """What a translator should know of a unit, each note with its category.

    Args:
        content: the site.
        unit: the unit.
        languages: that of the source and that of the target.
        words: the terms in the language of the source, if they can be looked for in it.
    """
    source, target = languages
    text = unit.segment.texts[source]
    yield "place", str(place_in(content, text, 0))
    said = [f"{code}: {note}" for code, note in unit.standing.notes.items() if code in languages]
    yield "state", "; ".join([unit.state, *said])
    hits = longest(words.all_hits(text.text)) if words else ()
    named = {name: None for hit in hits for name in hit.right}
    for name in named:
        term = content.terms[name]
        if right := right_words(term, target):
            told = f"{term.term.get(source, name)} → {' / '.join(right)}"
            wrong = term.forbidden.get(target, ())
            yield "term", f"{told} (≠ {' / '.join(wrong)})" if wrong else told
