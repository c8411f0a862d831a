"""Words in their forms: telling whether a word of a text is a form of a dictionary's word.

Endings are cut off by the data of each language, and nothing else is known of its words: a form
that the data let pass need not exist.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[\s,\-‐‑–—«»“”„\[\]\"'‘’]{1,4}")
"""What may stand between two words of a term, wherever its dictionary form has something."""


class Token(NamedTuple):
    """A word of a text in small letters, and from where to where it stands."""

    word: str
    start: int
    end: int


class Endings(Struct, frozen=True, dict=True):
    """What follows certain words; patterns are compiled when the first word is looked at.

    Attributes:
        words: the words that take the endings, by a pattern of the whole word.
        endings: the endings, by a pattern of what follows.
        dropped: the end of the word in whose place they stand (city, cit-ies).
    """

    words: str
    endings: str
    dropped: str = ""

    def lead(self, word: str, written: str) -> bool:
        """Whether they lead from a word to how it is written."""
        stem = word.removesuffix(self.dropped)
        return bool(
            written.startswith(stem)
            and word.endswith(self.dropped)
            and self._words.fullmatch(word)
            and self._endings.fullmatch(written, len(stem))
        )

    @cached_property
    def _words(self) -> re.Pattern[str]:
        return re.compile(self.words)

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        return re.compile(self.endings)


class Inflection(Struct, frozen=True):
    """How the words of a language change their ends.

    Attributes:
        endings: all there are.
        after_head: words before which the main word of a term stands (memorandums of …); the
            last word of a term changes in any case, and no other does.
    """

    endings: tuple[Endings, ...] = ()
    after_head: frozenset[str] = frozenset()

    def is_form(self, written: str, word: str) -> bool:
        """Whether a word of a text is a form of `word`; both are in small letters."""
        return written == word or any(kind.lead(word, written) for kind in self.endings)

    def matches(self, written: str, term: Sequence[str], number: int) -> bool:
        """Whether a word of a text may stand for the word of a term with that number, from 0."""
        word = term[number]
        changes = number + 1 == len(term) or term[number + 1] in self.after_head
        return written == word or (changes and self.is_form(written, word))

    def end(self, term: Sequence[str], text: str, tokens: Sequence[Token], at: int) -> int | None:
        """Where a term ends of which the first word stands in a text; None where it does not.

        Args:
            term: the words of the term in its dictionary form, in small letters.
            text: the text.
            tokens: the words of the text.
            at: the number of the one that matches the first word of the term.
        """
        if at + len(term) > len(tokens):
            return None
        for number in range(1, len(term)):
            token = tokens[at + number]
            if not (
                self.matches(token.word, term, number)
                and _GAP.fullmatch(text, tokens[at + number - 1].end, token.start)
            ):
                return None
        return tokens[at + len(term) - 1].end


def tokens(text: str) -> list[Token]:
    """The words of a text; figures are words too."""
    return [Token(m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
