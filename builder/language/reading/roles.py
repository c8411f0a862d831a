"""What names do in a sentence, by their cases and prepositions: who does it to whom, and where."""

from collections.abc import Sequence
from itertools import combinations

from builder.language.reading.joined import Pair
from builder.language.reading.names import Mention

_MOVABLE = frozenset({"to", "in", "from", "with"})
"""Roles by which a name may stand elsewhere; where names are joined, only one of them shows it."""

_PLACES = frozenset({"to", "in"})
"""Roles that languages use for each other: they arrived in a city, or to it."""


def may_move(role: str, other: str) -> bool:
    """Whether a name that has one role here and another there may stand in another place."""
    if "by" in {role, other}:
        return "whom" not in {role, other}
    return role in _MOVABLE and (role == other or {role, other} == _PLACES)


def exchanged(ones: Sequence[Mention], others: Sequence[Mention]) -> Pair | None:
    """The first name that does what another does in the second text.

    Or else the first of two that have each other's roles there: to and from a city.
    """
    doers = _doer(ones), _doer(others)
    if doers[0] and doers[1] and doers[0].key != doers[1].key:
        return doers[0], doers[1]
    twins = {mention.key: mention for mention in others}
    if not len(ones) == len(others) == len(twins):
        return None
    pairs = [(one, twins[one.key]) for one in ones if one.key in twins]
    for (one, twin), (mate, other) in combinations(pairs, 2):
        roles = (one.role, mate.role)
        if all(roles) and roles == (other.role, twin.role) and one.role != mate.role:
            return one, other
    return None


def is_same_doer(ones: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether one of two names does it to the other in both texts, in whatever order.

    Who does it stands first where neither name shows a role.
    """
    doers = [_doer(ones), _doer(others)]
    if not any(doers):
        return False
    for index, mentions in enumerate((ones, others)):
        if not doers[index] and not any(mention.role for mention in mentions):
            doers[index] = next(iter(mentions), None)
    return len({doer and doer.key for doer in doers}) == 1


def _doer(mentions: Sequence[Mention]) -> Mention | None:
    """Which of two names does it: it is done by that one, or it is the other to whom it is done."""
    if len(mentions) != 2 or mentions[0].key == mentions[1].key:
        return None
    one, other = mentions
    for doer, whom in ((one, other), (other, one)):
        if doer.role == "by" or (whom.role == "whom" and doer.role in {"", "of"}):
            return doer
    return None
