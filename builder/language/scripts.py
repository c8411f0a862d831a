"""Telling by its script that a piece of text cannot be in a language.

Script is all that is looked at: Russian in a Kazakh text, both Cyrillic, goes unseen.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Literal

from msgspec import Struct

# The looks behind keep the search linear in a long text without spaces.
_ADDRESS = re.compile(
    r"https?://\S+"  # https://example.org/visit
    r"|(?<![\w.+-])[\w.+-]+@[\w.-]+"  # press@example.org
    r"|(?<![a-z0-9.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?",  # example.org/visit
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")  # a code has digits in it

# First words of the Unicode names of what counts as a letter or mark but has no script
# of its own: µ, ª and º, modifier letters, combining accents, variation selectors.
_NO_SCRIPT = frozenset({"MICRO", "FEMININE", "MASCULINE", "MODIFIER", "COMBINING", "VARIATION"})

_Standing = Literal["own", "guest", "alien"]
_GUEST_WORDS = 2
_GUEST_LETTERS = 8


@cache
def script(character: str) -> str | None:
    """Give the script of a letter or mark (LATIN, CYRILLIC, CJK ...), None for anything else.

    It is the first word of the character's name in the Unicode Character Database.
    """
    if unicodedata.category(character)[0] not in "LM":
        return None
    first_word = unicodedata.name(character, "UNNAMED").split()[0]
    return None if first_word in _NO_SCRIPT else first_word


class ScriptRule(Struct, frozen=True):
    """Which scripts a language is written in, and which it hosts.

    Attributes:
        own: the script of the language.
        guests: scripts from which the language takes names and short terms as they are.
    """

    own: str
    guests: frozenset[str] = frozenset()

    def foreign_runs(self, text: str) -> tuple[str, ...]:
        """Give, in order, the pieces of the text that cannot be in the language.

        A run goes from one letter to another of the same standing (own, guest or neither),
        over whatever stands between that is no letter. It is foreign if its script is neither
        own nor guest; in a guest script only if it holds two or more words and eight or more
        letters together, words wholly in capitals (EXPO, JETRO) and codes with digits in them
        left out of both counts.
        Web and e-mail addresses belong to every language.
        """
        composed = unicodedata.normalize("NFC", text)
        return tuple(
            run
            for part in _ADDRESS.split(composed)
            for standing, run in self._runs(part)
            if standing == "alien" or (standing == "guest" and _is_phrase(run))
        )

    def _runs(self, text: str) -> Iterator[tuple[_Standing, str]]:
        letters = [
            (self._standing(found), place)
            for place, character in enumerate(text)
            if (found := script(character)) is not None
        ]
        for standing, group in groupby(letters, key=itemgetter(0)):
            places = [place for _, place in group]
            yield standing, text[places[0] : places[-1] + 1]

    def _standing(self, found: str) -> _Standing:
        if found == self.own:
            return "own"
        return "guest" if found in self.guests else "alien"


def _is_phrase(run: str) -> bool:
    words = [word for word in _WORD.findall(run) if not word.isupper()]
    return len(words) >= _GUEST_WORDS and sum(map(len, words)) >= _GUEST_LETTERS
