"""What the publishing policy asks of the review of texts."""

from collections.abc import Iterator

from builder.checks.reviews import Note, Standing, standings
from builder.content.content import Content
from builder.content.kinds import Policy
from builder.content.segments import place_in
from builder.problems import Place, Problem

CODES = ("unreviewed", "stale")
"""The problems told here."""


def check(content: Content) -> Iterator[Problem]:
    """Under `reviewed`, segments of which some text was not reviewed as it is now.

    What a language lacks is told elsewhere. Drafts need no review, for they are not published.
    """
    if content.site.publish is not Policy.REVIEWED:
        return
    for standing in standings(content):
        segment = standing.segment
        if standing.notes and (segment.kind, segment.record) not in content.drafts:
            yield _problem(content, standing)


def _problem(content: Content, standing: Standing) -> Problem:
    """Told where a text has changed, or else where one was never reviewed."""
    changed = [code for code, note in standing.notes.items() if note is Note.CHANGED]
    languages = changed or [
        code for code, note in standing.notes.items() if note is Note.UNREVIEWED
    ]
    values = {"text": standing.segment.name, "languages": ", ".join(languages)}
    place = place_of(content, standing, languages[0])
    return Problem("stale", place, values) if changed else Problem("unreviewed", place, values)


def place_of(content: Content, standing: Standing, language: str) -> Place:
    """Where the text of a segment begins in a language."""
    return place_in(content, standing.segment.texts[language], 0)
