"""The lines a problem is about, as values; and one of them with a caret, for a terminal.

Widths follow the East Asian Width property of Unicode (UAX #11): wide and fullwidth
characters take two cells, marks that combine take none, all others one.
"""

import unicodedata
from pathlib import Path

from msgspec import Struct

from builder.problems import Place

CONTEXT = 2
"""Lines that an excerpt shows before and after the one that is meant."""

WIDTH = 72
"""Cells of a line that a terminal shows; of a longer one, those around the column."""

_TAB = "    "
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COMBINING = frozenset({"Mn", "Me"})


class Excerpt(Struct, frozen=True):
    """Lines of a file around a place.

    `lines` are numbers, from 1, with their text, as it stands in the file. `line` and
    `column` are those of the place, in characters from 1; the column may be one past the
    end of the line.
    """

    lines: tuple[tuple[int, str], ...]
    line: int
    column: int

    @property
    def text(self) -> str:
        """The line that is meant."""
        return dict(self.lines)[self.line]


def excerpt(text: str, place: Place, context: int = CONTEXT) -> Excerpt | None:
    """The lines of a text around a place; None where the place names none of them.

    Args:
        text: what stands in the file; lines end with a newline.
        place: where in it; its file is not looked at.
        context: how many lines to show before and after.
    """
    lines = text.split("\n")
    if not 1 <= place.line <= len(lines):
        return None
    first, last = max(1, place.line - context), min(len(lines), place.line + context)
    if last == len(lines) > place.line and not lines[-1]:  # what follows the last newline
        last -= 1
    numbered = tuple((number, lines[number - 1]) for number in range(first, last + 1))
    column = min(max(1, place.column), len(lines[place.line - 1]) + 1)
    return Excerpt(numbered, place.line, column)


def read_excerpt(root: Path, place: Place, context: int = CONTEXT) -> Excerpt | None:
    """The same from the file itself, which is read as content is: UTF-8, in NFC.

    None where there is no such file in the folder `root`, it cannot be read, or is no text.
    """
    path = root / place.file
    if not (place.line and path.is_file()):
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return excerpt(text, place, context)


def pointed(excerpt: Excerpt, width: int = WIDTH) -> tuple[str, str]:
    """The line that is meant and, to stand beneath it, a caret under its column.

    A tab becomes spaces, and what cannot be seen or would turn the text around a sign in
    its place, so that the two stay in step and no control character reaches the terminal.
    """
    shown = [_shown(character) for character in excerpt.text]
    widths = [_width(piece) for piece in shown]
    start, end = _window(widths, excerpt.column - 1, width)
    before, after = "…" if start else "", "…" if end < len(shown) else ""
    caret = len(before) + sum(widths[start : excerpt.column - 1])
    return f"{before}{''.join(shown[start:end])}{after}", f"{' ' * caret}^"


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    return "\N{REPLACEMENT CHARACTER}" if _category(character) in _INVISIBLE else character


def _width(shown: str) -> int:
    if _category(shown[0]) in _COMBINING:
        return 0
    return 2 if unicodedata.east_asian_width(shown[0]) in "WF" else len(shown)


def _category(character: str) -> str:
    return unicodedata.category(character)


def _window(widths: list[int], column: int, width: int) -> tuple[int, int]:
    """From which character to which a line is shown, so that the column is among them."""
    if sum(widths) <= width:
        return 0, len(widths)
    room = width - 2  # for the signs of what is left out
    start = column
    while start and sum(widths[start - 1 : column]) <= room // 2:
        start -= 1
    end = start
    while end < len(widths) and sum(widths[start : end + 1]) <= room:
        end += 1
    while end == len(widths) and start and sum(widths[start - 1 :]) <= room:
        start -= 1
    return start, end
