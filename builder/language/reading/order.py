"""Comparing the order in which two texts name whom and what: who did what to whom."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, zip_longest

from builder.language.reading.joined import Pair, otherwise
from builder.language.reading.names import Mention
from builder.language.reading.naming import Groups, Naming
from builder.language.reading.roles import exchanged, is_same_doer, may_move


def moved(here: Naming, there: Naming, groups: Groups) -> Iterator[Pair]:
    """Names that stand the other way round, for no reason of grammar: who did what to whom.

    Sentences are compared where there are as many, else whole texts. What stands in the same
    case, or with the same preposition, in both texts may stand in another place, and so may
    what is said in the passive in one.
    """
    if len(here.keys & there.keys) + len(here.keys ^ there.keys) / 2 < 2:
        return  # too few to change places
    found = list(_in_sentences(here, there, groups))
    if not found and (pair := otherwise(here.joined, there.joined)):
        found.append(pair)
    yield from found


def _in_sentences(here: Naming, there: Naming, groups: Groups) -> Iterator[Pair]:
    spans = list(zip(here.sentences, there.sentences, strict=False))
    if len(here.sentences) != len(there.sentences):
        spans = [((0, here.sentences[-1][1]), (0, there.sentences[-1][1]))]
    for span, twin in spans:
        left = groups.people
        found = None
        for group in (groups.people, groups.common):
            ones, others = (
                [m for m in _within(naming, part) if m.key in group and _counts(m, naming, groups)]
                for naming, part in ((here, span), (there, twin))
            )
            if is_same_doer(ones, others):
                left |= group
            else:
                found = found or _first_unlike(ones, others)
        whole = (
            [m for m in _within(naming, part) if m.is_required and m.key not in left]
            for naming, part in ((here, span), (there, twin))
        )
        if found := found or _first_moved(*whole):
            yield found


def _first_unlike(ones: list[Mention], others: list[Mention]) -> Pair | None:
    return _changed(ones, others) or _first_moved(ones, others) or exchanged(ones, others)


def _within(naming: Naming, span: tuple[int, int]) -> list[Mention]:
    start, end = span
    return [mention for mention in naming.mentions if start <= mention.start < end]


def _counts(mention: Mention, naming: Naming, groups: Groups) -> bool:
    """Whether a name stands by itself or in somebody's title, and not in the name of a body."""
    return mention.is_whole or any(
        title.key in groups.people and title.start <= mention.start < mention.end <= title.end
        for title in naming.mentions
        if title.is_whole
    )


def _changed(ones: list[Mention], others: list[Mention]) -> Pair | None:
    """The first name that is another where two sentences name as often somebody or something."""
    ones, others = ([m for m in mentions if m.is_name] for mentions in (ones, others))
    if len(ones) != len(others) or Counter(m.key for m in ones) == Counter(m.key for m in others):
        return None
    return next((a, b) for a, b in zip(ones, others, strict=True) if a.key != b.key)


def _first_moved(ones: list[Mention], others: list[Mention]) -> Pair | None:
    """The first name that stands elsewhere without a reason, with what stands in its place."""
    keys, twins = ([mention.key for mention in mentions] for mentions in (ones, others))
    if Counter(keys) == Counter(twins):
        names = [_runs([m for m in listed if m.is_name]) for listed in (ones, others)]
        if [m.key for m in names[0]] == [m.key for m in names[1]]:
            return None
        ones, others = _runs(ones), _runs(others)
    else:
        both = set(keys) & set(twins)
        ones, others = _firsts(ones, both), _firsts(others, both)
    while ones and others:
        one, other = next(
            ((a, b) for a, b in zip_longest(ones, others) if not (a and b and a.key == b.key)),
            (None, None),
        )
        if one is None and other is None:
            return None
        one, other = one or ones[-1], other or others[-1]
        movable = _movable(one, other, ones, others)
        if movable is None:
            return one, other
        ones, others = ([m for m in listed if m.key != movable] for listed in (ones, others))
    return None


def _runs(mentions: list[Mention]) -> list[Mention]:
    return [next(run) for _, run in groupby(mentions, key=lambda mention: mention.key)]


def _firsts(mentions: list[Mention], keys: set[str]) -> list[Mention]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.key in keys:
            found.setdefault(mention.key, mention)
    return list(found.values())


def _movable(
    one: Mention, other: Mention, ones: list[Mention], others: list[Mention]
) -> str | None:
    """Which of two names has a role by which it may stand elsewhere, the same in both texts."""
    twin = next((mention for mention in others if mention.key == one.key), None)
    mate = next((mention for mention in ones if mention.key == other.key), None)
    for a, b in ((one, twin), (mate, other)):
        if a and b and may_move(a.role, b.role):
            return a.key
    return None
