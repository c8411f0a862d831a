"""What the publishing policy asks of the review of texts."""

from collections.abc import Iterator

from builder.checks.reviews import Note, Standing, standings
from builder.content.content import Content
from builder.content.kinds import Policy
from builder.content.segments import place_in
from builder.problems import Problem


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
    segment = standing.segment
    place = place_in(content, segment.texts[languages[0]], 0)
    path = f"{place.file}#{segment.name}"
    values = {"text": segment.name, "languages": ", ".join(languages), "path": path}
    return Problem("stale", place, values) if changed else Problem("unreviewed", place, values)
