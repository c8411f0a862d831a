"""Counting the items of lists within sentences: trade, transport and agriculture."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

_LONGEST = 5
"""The most words of an item that is neither the first nor the last: else it is a clause."""

_SURE = 4
"""A list of so many items is one in every language; one of three may be put otherwise."""

_PIECE = re.compile(r"(?:[^,;:.!?…()\n–—]|\n(?!\s*\n))+|[,;:.!?…()–—]|\n")
_WORD = re.compile(r"[^\W_]+")


class ListWords(Struct, frozen=True):
    """What tells lists from clauses in one language, in small letters.

    Attributes:
        last: words before the last item.
        starts: words that begin a list after a clause: the talks, in Kazakh, Russian or English.
        breaks: words at the end of a piece that is no item of what follows.
    """

    last: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()


def list_sizes(text: str, words_of: ListWords) -> list[int]:
    """How many items each list of three or more has.

    A list is what commas part, up to a piece with the word that stands before a last item. Its
    first piece may be the end of a longer clause. A piece without letters, where a name was taken
    out, is an apposition.
    """
    sizes: list[int] = []
    commas = 0
    is_clause = False
    for piece in _PIECE.findall(text):
        words = _WORD.findall(piece.lower())
        if piece == ",":
            commas += 1
        elif not words:
            commas = 0 if piece.strip(" \n") or piece == "\n" else commas - 2 * (commas > 0)
        elif commas > 0 and not words_of.last.isdisjoint(words):
            before = min(words.index(word) for word in words if word in words_of.last)
            if before <= _LONGEST:
                sizes.append(commas + 2 - (before == 0))
            commas = 0
        else:
            starts = commas == 1 and is_clause and words[0] in words_of.starts
            is_clause = len(words) > _LONGEST
            if is_clause or starts or words[-1] in words_of.breaks:
                commas = -1 if words[-1] in words_of.breaks else 0
    return [size for size in sizes if size > 2]


def differ(ones: Sequence[int], others: Sequence[int]) -> bool:
    """Tell whether two texts have lists of different sizes, as far as can be told."""
    if len(ones) == len(others):
        return sorted(ones) != sorted(others)
    sure, other_sure = (
        Counter(size for size in sizes if size >= _SURE) for sizes in (ones, others)
    )
    return sure != other_sure
