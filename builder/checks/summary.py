"""What was checked of a site's texts, in numbers that its readers may see."""

from collections import Counter

from msgspec import Struct

from builder.checks.provenance import compared
from builder.checks.reviews import State, standings
from builder.checks.waivers import waivers
from builder.content.content import Content


class Summary(Struct, frozen=True):
    """How many texts there are, and what is known of them.

    Attributes:
        texts: texts that stand in every language of the site; one in two languages is one.
        reviewed: those of them that were reviewed as they are now.
        verbatim: texts that are said to stand so in a source.
        stored: those of them whose source is kept, so that they could be compared with it.
        found: those of them that stand there.
        waivers: findings of the checks that stand as they are, with a reason.
    """

    texts: int
    reviewed: int
    verbatim: int
    stored: int
    found: int
    waivers: int


def summary(content: Content) -> Summary:
    """What was checked of a site, counted from its content alone."""
    states = Counter(standing.state for standing in standings(content))
    stands = Counter(one.stands for one in compared(content))
    return Summary(
        texts=states.total() - states[State.MISSING],
        reviewed=states[State.OK],
        verbatim=stands.total(),
        stored=stands.total() - stands[None],
        found=stands[True],
        waivers=sum(1 for _ in waivers(content)),
    )
