"""Alphabetical order, and the letter of an index under which a text is filed."""

import re
import unicodedata
from functools import cached_property

from msgspec import Struct

SortKey = tuple[tuple[tuple[tuple[int, int], ...], ...], str, str]
"""The ranks of the characters word by word, then what breaks a tie."""

_BETWEEN_WORDS = re.compile(r"[\s\-‐‑‒–—]+")
_DIGIT, _LETTER, _FOREIGN = range(3)


class Collation(Struct, frozen=True, dict=True):
    """The order of one alphabet, word by word: `Сары ағаш` before `Сарыарқа`.

    Digits come first, then the letters of the alphabet, then all other letters in the order
    of Unicode. A letter that the alphabet lacks goes with its base (é with e) if that one
    belongs. Punctuation does not count, save that a hyphen or dash parts words as a space does.
    Only where all else is equal do case (small before capital), accents and punctuation decide.

    For Kazakh the order of letters is that of the Unicode CLDR, which the root order is not:
    there і would stand beside и, and ү before ұ.

    Attributes:
        alphabet: the capital letters in order, one character each.
    """

    alphabet: tuple[str, ...]

    def key(self, text: str) -> SortKey:
        """Give the value by which to sort a text; equal only for canonically equal texts."""
        composed = unicodedata.normalize("NFC", text)
        words = _BETWEEN_WORDS.split(composed.lower())
        ranks = tuple(tuple(self._rank(c) for c in word if c.isalnum()) for word in words)
        return tuple(word for word in ranks if word), composed.swapcase(), composed

    def index_letter(self, text: str) -> str:
        """Give the capital letter that files the text in an index, "#" if the alphabet has none."""
        composed = unicodedata.normalize("NFC", text).lower()
        kind, place = next((self._rank(c) for c in composed if c.isalnum()), (_FOREIGN, 0))
        return self.alphabet[place] if kind == _LETTER else "#"

    def _rank(self, character: str) -> tuple[int, int]:
        if character not in self._ranks:
            self._ranks[character] = self._ranked(character)
        return self._ranks[character]

    def _ranked(self, character: str) -> tuple[int, int]:
        digit = unicodedata.digit(character, None)
        if digit is not None:
            return _DIGIT, digit
        base = unicodedata.normalize("NFD", character)[0]
        place = self._places.get(character, self._places.get(base))
        return (_FOREIGN, ord(base)) if place is None else (_LETTER, place)

    @cached_property
    def _ranks(self) -> dict[str, tuple[int, int]]:
        """What was looked up already."""
        return {}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {letter.lower(): place for place, letter in enumerate(self.alphabet)}
