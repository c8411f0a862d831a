"""Letters of one script that look like those of another, and words in which they got mixed up.

The pairs are those which the confusables of Unicode (UTS #39) give for the Latin and Cyrillic
letters of the languages here, as typefaces draw them alike.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from types import MappingProxyType

from builder.language.faults import Fault
from builder.language.scripts import script

LATIN, CYRILLIC = "LATIN", "CYRILLIC"

_TO_CYRILLIC = MappingProxyType(
    {
        **dict(zip("ABCEHIJKMOPSTX", "АВСЕНІЈКМОРЅТХ", strict=True)),
        **dict(zip("aceijkopsxəƏ", "асеіјкорѕхәӘ", strict=True)),
        **{"Y": "ҮУ", "y": "уү", "h": "һ", "Ɵ": "Ө", "ɵ": "ө"},
    }
)
"""Latin letter -> the Cyrillic ones that look like it, the likeliest first."""

_TO_LATIN = MappingProxyType(
    {cyrillic: latin for latin, alike in _TO_CYRILLIC.items() for cyrillic in alike}
)
_TWINS = MappingProxyType({CYRILLIC: _TO_CYRILLIC, LATIN: _TO_LATIN})
"""Script -> the letters of the other one that look like letters of it."""

_LATIN_LETTER, _CYRILLIC_LETTER = r"[A-Za-z\u00c0-\u024f\u0259\u0275]", r"[\u0400-\u052f]"
_MEETING = re.compile(
    rf"{_LATIN_LETTER}(?={_CYRILLIC_LETTER})|{_CYRILLIC_LETTER}(?={_LATIN_LETTER})"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_INITIAL = MappingProxyType(
    {
        CYRILLIC: re.compile(rf"(?<!\w)({_LATIN_LETTER})\.\s?(?={_CYRILLIC_LETTER})"),
        LATIN: re.compile(rf"(?<!\w)({_CYRILLIC_LETTER})\.\s?(?={_LATIN_LETTER})"),
    }
)


class Lookalikes:
    """Finds words of a language in which letters of another script stand for its own.

    Args:
        own: the script of the language.
        guests: scripts from which it takes names and terms as they are.
        alphabet: its capital letters.
    """

    def __init__(self, own: str, guests: frozenset[str], alphabet: tuple[str, ...]) -> None:
        self._own = own
        self._guests = guests
        self._letters = frozenset("".join(alphabet) + "".join(alphabet).lower())

    @cached_property
    def _alone(self) -> re.Pattern[str] | None:
        """Letters that look like ours and stand in words of their own; None where they may."""
        other = next((name for name in _TWINS if name != self._own), "")
        if self._own not in _TWINS or other in self._guests:
            return None
        alike = "".join(_TWINS[self._own])
        return re.compile(rf"(?<!\w)[{alike}]+(?!\w)")

    def faults(self, text: str) -> Iterator[Fault]:
        """Each wrong run of letters; a word that mixes scripts with a reason is none.

        A reason has a word such as YouTubeте, in which letters of both are like no other.
        """
        end = 0
        for meeting in _MEETING.finditer(text):
            if meeting.start() >= end:
                start, end = _word(text, meeting.start())
                yield from self._mixed(text[start:end], start)
        for pattern in (self._alone, _INITIAL.get(self._own)):
            for wrong in pattern.finditer(text) if pattern else ():
                run = wrong[wrong.lastindex or 0]
                if mend := self._as_if(run, self._own):
                    yield _fault(run, mend, wrong.start())

    def _mixed(self, word: str, start: int) -> Iterator[Fault]:
        """The run from the first to the last letter of a word that is not of its script."""
        scripts = [script(letter) for letter in word]
        for wanted in sorted(_TWINS, key=lambda name: (-scripts.count(name), name != self._own)):
            if mend := self._as_if(word, wanted):
                yield _fault(word, mend, start)
                return

    def _as_if(self, word: str, wanted: str) -> str | None:
        """The word in one script, if each letter of another has a twin there."""
        twins = _TWINS.get(wanted, {})
        letters = []
        for letter in word:
            alike = twins.get(letter, letter if script(letter) in (wanted, None) else "")
            own = [a for a in alike if a in self._letters] if wanted == self._own else list(alike)
            letters.append(own[0] if own else alike[:1])
        return "".join(letters) if all(letters) else None


def _fault(word: str, mend: str, start: int) -> Fault:
    changed = [index for index, letter in enumerate(word) if letter != mend[index]]
    first, last = changed[0], changed[-1] + 1
    is_safe = not any(word[index] in "Yy" for index in changed)  # two letters look like these
    return Fault("mixed-script", start + first, start + last, mend[first:last], is_safe)


def _word(text: str, index: int) -> tuple[int, int]:
    """The whole run of letters around an index, in time that grows with its length alone."""
    start = index
    while start and text[start - 1].isalpha():
        start -= 1
    match = _LETTERS.match(text, index)
    return start, match.end() if match else index + 1
