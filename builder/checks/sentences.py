"""Texts of one segment have as many sentences in every language."""

from collections.abc import Iterator

from builder.checks.comparable import comparable
from builder.checks.sound import Sound
from builder.content.content import Content
from builder.content.segments import Segment, place_in
from builder.problems import Problem, Severity


def check(content: Content, sound: Sound | None = None) -> Iterator[Problem]:
    """Texts with fewer sentences than in another language: a warning, since one can be joined.

    A sentence that was added to one language or lost in the other shows so.

    Args:
        content: the site.
        sound: what was found sound before.
    """
    languages = {language.code: language for language in content.languages}

    def of_segment(segment: Segment) -> Iterator[Problem]:
        counts = {
            code: len(languages[code].sentences(text.text)) for code, text in segment.texts.items()
        }
        if 0 in counts.values():
            return  # what is empty is told elsewhere
        if len(set(counts.values())) > 1:
            yield _differs(content, segment, counts)

    by = list(languages)
    return (sound or Sound()).judged(__name__, comparable(content), by, of_segment)


def _differs(content: Content, segment: Segment, counts: dict[str, int]) -> Problem:
    """At the end of the shortest text, which may go on in another language."""
    fewest, most = min(counts, key=counts.__getitem__), max(counts, key=counts.__getitem__)
    text = segment.texts[fewest]
    values: dict[str, str | int] = {
        "segment": segment.name,
        "language": fewest,
        "count": counts[fewest],
        "other_language": most,
        "other_count": counts[most],
    }
    place = place_in(content, text, len(text.text) - 1)
    return Problem("sentence-count", place, values, Severity.WARNING)
