"""Names that a text joins: Kazakhstan and Japan."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from builder.language.reading.names import Mention

_WORD = re.compile(r"[^\W_]+")
_MOST = 3  # words between: a republic's name, the word that joins, an article or a first letter
_CLAUSE = frozenset(",;:")  # after which another clause begins, and not the second name

Pair = tuple[Mention, Mention]
"""Two names, in the order of the text."""


def joined(text: str, mentions: Sequence[Mention], words: AbstractSet[str]) -> list[Pair]:
    """Names next to each other that one of some words, in small letters, joins.

    Names within that of a body are joined to each other alone: the Commission of both.
    """
    levels: dict[int, list[Mention]] = {0: []}
    body = 0
    for mention in mentions:
        if mention.is_whole:
            body = mention.end
        if mention.is_name:
            levels.setdefault(0 if mention.is_whole else body, []).append(mention)
    pairs = (pair for names in levels.values() for pair in pairwise(names))
    return [pair for pair in pairs if _is_joined(text, pair, words)]


def _is_joined(text: str, pair: Pair, words: AbstractSet[str]) -> bool:
    between = text[pair[0].end : pair[1].start].lower()
    found = _WORD.findall(between)
    return len(found) <= _MOST and not words.isdisjoint(found) and _CLAUSE.isdisjoint(between)


def otherwise(here: Sequence[Pair], there: Sequence[Pair]) -> Pair | None:
    """The first name that is joined to another, or the other way round, than in a second text.

    Editors keep the order of names that they join. What a text does not join tells nothing.
    """
    for ones, others, is_turned in ((here, there, False), (there, here, True)):
        found = _unlike(ones, others)
        if found:
            return found[::-1] if is_turned else found
    return None


def _unlike(ones: Sequence[Pair], others: Sequence[Pair]) -> Pair | None:
    known = {(a.key, b.key) for a, b in others}
    names = {mention.key for pair in others for mention in pair}
    for one, other in ones:
        keys = (one.key, other.key)
        if one.key != other.key and keys not in known and names.issuperset(keys):
            twin = next(pair for pair in others if one.key in {pair[0].key, pair[1].key})
            return (one, twin[0]) if twin[0].key != one.key else (other, twin[1])
    return None
