"""How the review of each text stands, under the names that the desk gives to texts."""

from collections import Counter
from collections.abc import Mapping

from builder.checks.reviews import Standing, has_ledger, standings
from builder.content.content import Content
from builder.content.model import Figure
from builder.devserver.desk_texts import VISIT

Key = tuple[str, str, str]
"""Kind and id of a document, and the id of a segment."""


def reviews_of(content: Content) -> Mapping[Key, str]:
    """The state of every segment; nothing where no ledger is kept."""
    if not has_ledger(content):
        return {}
    return {_key(content, standing): standing.state.value for standing in standings(content)}


def counted(reviews: Mapping[Key, str]) -> Mapping[tuple[str, str], Counter[str]]:
    """Kind and id of a document -> how many of its segments are in each state."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for (kind, identity, _), state in reviews.items():
        counts.setdefault((kind, identity), Counter())[state] += 1
    return counts


def _key(content: Content, standing: Standing) -> Key:
    """A figure is a record of its own, which the desk shows as a part of the visit."""
    segment = standing.segment
    if segment.kind != Figure.kind_name:
        return segment.kind, segment.record, segment.id
    name, number = content.figures[segment.record].path
    return VISIT, VISIT, f"{name}-{int(number) + 1}-{segment.id}"
