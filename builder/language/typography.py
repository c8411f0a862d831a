"""How a language sets its texts: quotation marks, dashes, spaces, and nouns after numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

from builder.language.counting import CountedNouns
from builder.language.faults import Fault

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_SPACES = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")
_DASH = re.compile(r"-{1,3}|[‒—―−]")
_YEAR_BEFORE = re.compile(r"(?<![\w.-])(?:1[89]|20)\d\d\Z")
_YEAR_AFTER = re.compile(r"(?:1[89]|20)\d\d(?![\w-])")
_MARK = re.compile("[\"'«»“”„‟‘’‚‛‹›＂]")
_OPENED_BY = frozenset("([{–—-/\ue000")
_BEFORE_OPEN = frozenset("«“„‟‘‚‛‹")
_APOSTROPHE = "’"
_SINGLE = frozenset("'’")

_CAPITALS = "A-ZÀ-ÖØ-ÞΑ-ΩЀ-ЯҒҚҢӘӨҮҰҺ"
_SPACE_HELD = re.compile(
    "[ \n](?:"
    # 7 November, 25 жыл, but not EXPO-2017 is
    + "|".join(rf"(?<=\b\d{{{n}}}\s)(?<!-\d{{{n}}}\s)(?=[^\W\d_])" for n in (1, 2, 3))
    + rf"|(?<=\b\d{{4}}\s)(?<!-\d{{4}}\s)(?=[^\W\d_{_CAPITALS}])"  # 2016 жылғы
    rf"|(?<=\b[{_CAPITALS}]\.\s)(?=[{_CAPITALS}])"  # Н. Ә. Назарбаев
    r"|(?<=[№§]\s)"
    r"|(?=[–—](?:\s|$))"
    ")"
)

_IN_ONE_PIECE = re.compile(
    r"(?<![\d:])\d[\d:]*(?:–\d[\d:]*)+"  # 2017–2018, 18:23–19:18
    r"|\b\w{1,16}(?:-\w{1,16}){0,2}-(?:[^\W\d_]{1,2}|\d{1,4})\b(?!-)"  # сондай-ақ, EXPO-2017
)

_ITS_END = re.compile(r"[-–](?:\d|\w{1,2}\b)")  # few texts have one, which is quickly seen

_TELLING = 40  # letters of a text by which its language is told

FOREIGN = "\ue000"
"""Stands for each character of a run in another language, which has rules of its own."""


class Typography(Struct, frozen=True, kw_only=True, eq=False):
    """The signs of a language, and the words it does not count with.

    Attributes:
        dash: what parts and joins parts of a sentence, with spaces around it.
        counted: nouns in a form that they do not take after numbers.
        confused: letter -> the one of the language for which it is written by mistake, since a
            keyboard or typist of a neighbouring language has it in its place.
        telltales: small letters of which a text of some length has at least one, so that one
            without them is in a neighbouring language.
        both_words: what follows the first of two equal letters where a form of a word with one
            of them is a word too (мемлекетті, мемлекеті).
    """

    dash: str = "–"
    counted: CountedNouns | None = None
    confused: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    telltales: frozenset[str] = frozenset()
    both_words: frozenset[str] = frozenset()

    def faults(self, text: str, quotation_marks: tuple[str, str, str, str]) -> Iterator[Fault]:
        """What is wrong in a text whose runs in other languages are `FOREIGN`.

        Args:
            text: the text.
            quotation_marks: outer opening, outer closing, inner opening, inner closing.
        """
        for hidden in _INVISIBLE.finditer(text):
            yield Fault("invisible-character", *hidden.span(), mend="", is_safe=True)
        for spaces in _SPACES.finditer(text):
            yield Fault("double-space", *spaces.span(), mend=" ", is_safe=True)
        yield from _quotation_marks(text, quotation_marks)
        yield from self._dashes(text)
        if self.counted:
            yield from self.counted.faults(text)

    def is_neighbouring(self, text: str) -> bool:
        """Whether a text of some length has none of the letters that tell it from neighbours."""
        if not self.telltales or not self.telltales.isdisjoint(text.lower()):
            return False
        return sum(map(str.isalpha, text)) >= _TELLING

    def _dashes(self, text: str) -> Iterator[Fault]:
        for dash in _DASH.finditer(text):
            start, end = dash.span()
            before, after = text[start - 1 : start], text[end : end + 1]
            is_apart = not before.strip() and after.isspace()
            if dash[0] == self.dash or (dash[0] == "−" and after.isdigit()):
                continue
            if is_apart and after != "\n":
                yield Fault("wrong-dash", start, end, self.dash, is_safe=True)
            elif dash[0] != "-" and before.strip() and after.strip():
                yield Fault("wrong-dash", start, end, f" {self.dash} ")
            elif _YEAR_BEFORE.search(text, 0, start) and _YEAR_AFTER.match(text, end):
                yield Fault("wrong-dash", start, end, "–")


def unbroken(text: str) -> str:
    """A text in which no line ends between what belongs together, in any language.

    That is a number and its noun, unit or month, initials and a surname, a sign and its number,
    and a dash and what goes before it. There a no-break space (U+00A0) stands for the space, or
    for the line's end where the text is written in several lines.
    """
    return _SPACE_HELD.sub("\N{NO-BREAK SPACE}", text)


def in_one_piece(text: str, hold: Callable[[str], str]) -> str:
    """A text with what no line may end within given by `hold`, in any language.

    That is a range of numbers or hours, and a word with a number or at most two letters after its
    hyphen. Longer compounds part at the hyphen.
    """
    if not _ITS_END.search(text):
        return text
    return _IN_ONE_PIECE.sub(lambda piece: hold(piece[0]), text)


def masked(text: str, foreign: Iterable[tuple[int, int]]) -> str:
    """A text with `FOREIGN` for each character of its runs in other languages."""
    for start, end in foreign:
        text = f"{text[:start]}{FOREIGN * (end - start)}{text[end:]}"
    return text


class _Marks(Struct):
    """Quotation marks of one text, as they open and close.

    `waiting` are the closing marks of what is open, the innermost last.
    """

    own: tuple[str, str, str, str]
    waiting: list[str] = field(default_factory=list)
    found: list[tuple[int, str]] = field(default_factory=list)
    is_even: bool = True

    def opening(self, mark: str, index: int) -> None:
        outer_open, outer_close, inner_open, inner_close = self.own
        is_inner = bool(self.waiting)
        self.waiting.append(inner_close if is_inner else outer_close)
        wanted = inner_open if is_inner else outer_open
        if mark not in (wanted, outer_open):  # some write names within names in outer marks
            self.found.append((index, wanted))

    def closing(self, mark: str, index: int) -> None:
        outer_close = self.own[1]
        wanted = self.waiting.pop() if self.waiting else outer_close
        if mark not in (wanted, outer_close):
            self.found.append((index, wanted))
            self.is_even &= mark != _APOSTROPHE  # which may be one


def _quotation_marks(text: str, own: tuple[str, str, str, str]) -> Iterator[Fault]:
    """Marks of no language or another's, inner ones that are in no others, typewriter's ones."""
    marks = _Marks(own)
    opened = 0
    last = max(text.rfind(mark) for mark in _SINGLE)
    for match in _MARK.finditer(text):
        index, mark = match.start(), match[0]
        role = _role(text, index, own, is_open=bool(marks.waiting), is_last=index == last)
        if role == "apostrophe":
            if mark != _APOSTROPHE:
                yield Fault("wrong-quotation-mark", index, index + 1, _APOSTROPHE, is_safe=True)
        elif role == "opening":
            opened += 1
            marks.opening(mark, index)
        else:
            opened -= 1
            marks.closing(mark, index)
    is_safe = marks.is_even and not opened and not marks.waiting
    for index, wanted in marks.found:
        yield Fault("wrong-quotation-mark", index, index + 1, wanted, is_safe=is_safe)


def _role(
    text: str, index: int, own: tuple[str, str, str, str], *, is_open: bool, is_last: bool
) -> Literal["apostrophe", "opening", "closing"]:
    """What a mark is there for; `is_last` where no single one follows, which would close it."""
    mark, before, after = text[index], text[index - 1 : index], text[index + 1 : index + 2]
    begins = not before or before.isspace() or before in _OPENED_BY or before in _BEFORE_OPEN
    if mark in (own[0], own[2]):
        return "opening" if begins or after.isalnum() else "closing"
    if mark in _SINGLE:
        is_within = before.isalnum() and after.isalnum()
        if is_within or not (begins or is_open) or (begins and is_last):
            return "apostrophe"
        if mark == _APOSTROPHE and own[3] != mark:
            return "apostrophe"
    elif mark in (own[1], own[3]):
        return "closing"
    return "opening" if begins and after.strip() else "closing"
