"""Letters of one script that look like those of another, and words in which they got mixed up.

The pairs are those which the confusables of Unicode (UTS #39) give for the Latin and Cyrillic
letters of the languages here, as typefaces draw them alike.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from builder.language.faults import Fault
from builder.language.scripts import script

LATIN, CYRILLIC = "LATIN", "CYRILLIC"

_TO_CYRILLIC = MappingProxyType(
    {
        **dict(zip("ABCEHIJKMOPSTX", "АВСЕНІЈКМОРЅТХ", strict=True)),
        **dict(zip("aceijkopsxəƏ", "асеіјкорѕхәӘ", strict=True)),
        "Y": "ҮУ",
        "y": "уү",
        "h": "һ",
        "Ɵ": "Ө",
        "ɵ": "ө",
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
_LAST_LETTER = re.compile(r"[^\W\d_](?=[\W\d_]*\Z)")
_NEAR = 20  # characters in which the letters next to a word are looked for
_NAME = 3  # letters in another script with which a word begins that are no slip
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
        return re.compile(rf"(?<!\w)[{alike}]+(?!\w|\.\s?{_LATIN_LETTER})")

    def faults(self, text: str) -> Iterator[Fault]:
        """Each wrong run of letters; a word that mixes scripts with a reason is none.

        A reason has a word in which letters of both scripts have no twins, or a name with an
        ending of the language.
        """
        end = 0
        for meeting in _MEETING.finditer(text):
            if meeting.start() >= end:
                start, end = _word(text, meeting.start())
                yield from self._mixed(text[start:end], start)
        for initial in _INITIAL[self._own].finditer(text) if self._own in _INITIAL else ():
            if mend := self._as_if(initial[1], self._own):
                yield _fault(initial[1], mend, initial.start())
        for word in self._alone.finditer(text) if self._alone else ():
            mend = self._as_if(word[0], self._own)
            if mend and self._is_among_own(text, *word.span()):
                yield _fault(word[0], mend, word.start())

    def _is_among_own(self, text: str, start: int, end: int) -> bool:
        """Whether the letters next to a word are ours, so that it is in no other language."""
        before = _LAST_LETTER.search(text, max(0, start - _NEAR), start)
        after = _LETTERS.search(text, end, end + _NEAR)
        beside = {script(match[0][0]) for match in (before, after) if match}
        return beside == {self._own}

    def _mixed(self, word: str, start: int) -> Iterator[Fault]:
        """The run from the first to the last letter of a word that is not of its script."""
        scripts = [script(letter) for letter in word]
        own = scripts.index(self._own) if self._own in scripts else 0
        if own >= _NAME and set(scripts[own:]) == {self._own}:
            return  # a name with an ending: Expoның
        for wanted in sorted(_TWINS, key=lambda name: (-scripts.count(name), name != self._own)):
            if mend := self._as_if(word, wanted):
                yield _fault(word, mend, start)
                return

    def _as_if(self, word: str, wanted: str) -> str | None:
        """The word in one script, if each letter of another has a twin there."""
        twins: Mapping[str, str] = _TWINS.get(wanted, {})
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
