"""Texts of one segment are about as long in every language, as the site's languages go."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from builder.checks.comparable import comparable
from builder.content.content import Content
from builder.content.segments import Segment, place_in
from builder.problems import Problem, Severity

SHORTEST = 80
"""Characters of a text from which its length says something."""

TIMES = 2
"""How many times as long as in another language a text may be; measured on sites in Kazakh and
English, where of 400 texts the most unlike ones reach 1.8."""


def check(content: Content) -> Iterator[Problem]:
    """Texts far longer than in another language: a warning, for something may be missing there.

    Lengths are compared as shares of all that is written in a language, since one language takes
    more letters than another.
    """
    found = [segment for segment in comparable(content) if len(segment.texts) > 1]
    whole = _whole(found)
    for segment in found:
        lengths = {code: len(text.text) for code, text in segment.texts.items()}
        shares = {code: length / whole[code] for code, length in lengths.items() if length}
        if max(lengths.values()) >= SHORTEST and max(shares.values()) > TIMES * min(
            shares.values()
        ):
            yield _differs(content, segment, shares)


def _whole(found: Iterable[Segment]) -> Mapping[str, int]:
    """How much is written in each language."""
    whole: Counter[str] = Counter()
    for segment in found:
        whole.update({code: len(text.text) for code, text in segment.texts.items()})
    return whole


def _differs(content: Content, segment: Segment, shares: Mapping[str, float]) -> Problem:
    """At the beginning of the text that is too short."""
    short, long = min(shares, key=shares.__getitem__), max(shares, key=shares.__getitem__)
    text, other = segment.texts[short], segment.texts[long]
    values: dict[str, str | int] = {
        "segment": segment.name,
        "language": short,
        "length": len(text.text),
        "other_language": long,
        "other_length": len(other.text),
        "other_place": str(place_in(content, other, 0)),
    }
    return Problem("length-differs", place_in(content, text, 0), values, Severity.WARNING)
