"""The words of a source stand in its stored text as they are given here."""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from builder.content.content import Content
from builder.content.evidence import FOLDER
from builder.content.model import Agreement
from builder.content.passages import Difference, Folded, difference, find, folded
from builder.content.segments import Segment, Text, place_in, segments
from builder.language.scripts import script
from builder.problems import Place, Problem

_TITLE = (Agreement.kind_name, "title")
AROUND = 24
"""Characters shown before and after the first one that differs."""


class Compared(Struct, frozen=True):
    """Words that are said to stand in a source, and whether they do.

    `stands` is None where nobody can say, since the source stores no text.
    """

    segment: Segment
    text: Text
    stands: bool | None


def compared(content: Content) -> Iterator[Compared]:
    """All words that are said to stand in a source, beside its stored text."""
    sources = {identity: folded(text) for identity, text in content.stored.items()}
    for segment in segments(content):
        may_go_on = (segment.kind, segment.id) == _TITLE
        for text in segment.texts.values():
            if text.verbatim:
                source = sources.get(text.verbatim)
                found = source and find(text.text, source, may_go_on=may_go_on)
                yield Compared(segment, text, None if source is None else found is not None)


def check(content: Content) -> Iterator[Problem]:
    """Words that are said to stand in a source and do not stand in its stored text.

    A source that stores no text is evidence of nothing, and no fault: its words may be all that
    can be had. Pages say that they were not compared.
    """
    for one in compared(content):
        if one.stands is False:
            source = folded(content.stored[str(one.text.verbatim)])
            yield _problem(content, one.segment, one.text, source)


def _problem(content: Content, segment: Segment, text: Text, source: Folded) -> Problem:
    values: dict[str, str | int] = {
        "segment": segment.name,
        "source": str(text.verbatim),
    }
    found = difference(text.text, source)
    if found is None:
        return Problem("nowhere-in-source", place_in(content, text, 0), values)
    place = place_in(content, text, min(found.here, len(text.text) - 1))
    values |= {
        "here": _around(text.text, found.here),
        "there": _around(source.whole, found.there),
        "character": _character(text.text, found.here, source.whole, found.there),
        "other_character": _character(source.whole, found.there, text.text, found.here),
        "other_place": str(_in_source(content, str(text.verbatim), source, found)),
    }
    return Problem("not-in-source", place, values)


def _in_source(content: Content, identity: str, source: Folded, found: Difference) -> Place:
    stored = content.sources[identity].stored
    assert stored is not None  # or there would be no text
    line = source.whole.count("\n", 0, found.there) + 1
    column = found.there - source.whole.rfind("\n", 0, found.there)
    return Place(f"{FOLDER}/{stored.file}", line, column)


def _around(text: str, index: int) -> str:
    """The words around a character, with a sign where more of them are left out."""
    start, end = max(0, index - AROUND), min(len(text), index + AROUND)
    while 0 < start < index and not text[start - 1].isspace():
        start += 1
    while index < end < len(text) and not text[end].isspace():
        end -= 1
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{' '.join(text[start:end].split())}{after}"


def _character(text: str, index: int, other: str, place: int) -> str:
    """A character with its number, since letters of two alphabets may look the same.

    Where they are of two, each has its name (Unicode), which begins with that of its alphabet.
    """
    if index >= len(text):
        return "∅"
    named = f"U+{ord(text[index]):04X}"
    if place < len(other) and None not in (scripts := {script(text[index]), script(other[place])}):
        named += f" {unicodedata.name(text[index])}" if len(scripts) > 1 else ""
    return f"{text[index]} ({named})" if unicodedata.category(text[index])[0] in "LNPS" else named
