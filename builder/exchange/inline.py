"""A text as an editor wrote it, cut into what a translator may change and what stays as it is.

Marks of a run in another language, references to records, links, emphasis, placeholders, escapes
and the signs that make items, cells and lines are codes; all else is text. What is cut can be
written again to the letter.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

_MARK = r"(?P<ref_open>\[\[[a-z-]+:[A-Za-z0-9_-]+\\?\|)(?P<ref>[^\[\]|]+)(?P<ref_close>\]\])"
_BARE = r"\[\[[a-z-]+:[A-Za-z0-9_-]+\]\]"
_PLACEHOLDER = r"\{[a-z_]+\}"
_LINK = (
    r"(?P<link_open>\[)(?P<link>(?:[^\[\]]|\[\[[^\[\]]*\]\])+)"
    r"(?P<link_close>\]\(\s*<?[^()\s<>]*>?(?:\s+\"[^\"]*\")?\s*\))"
)
_STRONG = r"(?P<strong_open>\*\*|__)(?=\S)(?P<strong>.+?)(?<=\S)(?P<strong_close>(?P=strong_open))"
_EMPHASIS = r"(?P<em_open>[*_])(?=[^\s*_])(?P<em>.+?)(?<=[^\s*_])(?P<em_close>(?P=em_open))(?!\w)"
_ESCAPE = r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"
_STRUCTURE = r"\s*\n[ \t]*(?:(?:[-*+]|[0-9]{1,3}\.)[ \t]+|>[ \t]*)?|^(?:[-*+]|[0-9]{1,3}\.)[ \t]+"

FIELD = re.compile(rf"{_MARK}|(?P<mark>\n+)", re.DOTALL)
"""The codes of a field of YAML."""

STRING = re.compile(rf"{_MARK}|(?P<mark>{_PLACEHOLDER}|\n+)", re.DOTALL)
"""The codes of a word of the interface."""

PROSE = re.compile(
    rf"{_MARK}|(?P<mark>{_BARE}|{_ESCAPE}|\n+)|{_LINK}|{_STRONG}|(?<!\w){_EMPHASIS}", re.DOTALL
)
"""The codes of Markdown within a block; items, lines and cells are cut before."""

_SPACES = re.compile(r"[ \t\n\r]+")  # all but the spaces at which no line may end
_PAIRS = ("ref", "link", "strong", "em")


_WITHIN = re.compile(f"{_BARE}|{_PLACEHOLDER}|{_ESCAPE}")


class Mark(Struct, frozen=True):
    """Something that stays as it is."""

    data: str

    @property
    def is_structure(self) -> bool:
        """Whether it makes lines, items or cells, and is no part of what is said."""
        return not _WITHIN.fullmatch(self.data)


class Pair(Struct, frozen=True):
    """What stands around a text and stays as it is."""

    opening: str
    inner: "Pieces"
    closing: str


Piece: TypeAlias = "str | Mark | Pair"
Pieces: TypeAlias = tuple[Piece, ...]


def cut(text: str, codes: re.Pattern[str]) -> Pieces:
    """The pieces of a text in its order.

    Args:
        text: the text.
        codes: `FIELD`, `STRING` or `PROSE`.
    """
    return tuple(_cut(text, codes))


def _cut(text: str, codes: re.Pattern[str]) -> Iterator[Piece]:
    last = 0
    for found in codes.finditer(text):
        if found.start() > last:
            yield text[last : found.start()]
        last = found.end()
        groups = found.groupdict()
        if groups.get("mark"):
            yield Mark(found[0])
            continue
        name = next(name for name in _PAIRS if groups.get(name))
        inner = (found[name],) if name == "ref" else cut(found[name], codes)
        yield Pair(found[f"{name}_open"], inner, found[f"{name}_close"])
    if last < len(text):
        yield text[last:]


def written(pieces: Pieces) -> str:
    """The text again, as it was or with other words between its codes."""
    return "".join(map(_written, pieces))


def _written(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Mark):
        return piece.data
    return f"{piece.opening}{written(piece.inner)}{piece.closing}"


def code_of(code: Mark | Pair) -> str:
    """A code as one text, to be compared with others: what stands around words with … in it."""
    return code.data if isinstance(code, Mark) else f"{code.opening}…{code.closing}"


def all_codes(pieces: Pieces) -> Iterator[Mark | Pair]:
    """Every code in its order, and then those inside it."""
    for piece in pieces:
        if not isinstance(piece, str):
            yield piece
        if isinstance(piece, Pair):
            yield from all_codes(piece.inner)


def tidied(pieces: Pieces, *, is_whole: bool = True) -> Pieces:
    """The pieces as a file has them: in NFC, with single spaces, and none at the ends of lines."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        before = found[-1] if found else None
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if isinstance(piece, Pair):
            found.append(Pair(piece.opening, tidied(piece.inner, is_whole=False), piece.closing))
        elif isinstance(piece, Mark):
            found.append(piece)
        else:
            words = _SPACES.sub(" ", unicodedata.normalize("NFC", piece))
            words = words.lstrip(" ") if _is_edge(before, is_whole=is_whole) else words
            words = words.rstrip(" ") if _is_edge(after, is_whole=is_whole) else words
            found += [words] if words else []
    return tuple(found)


def _is_edge(beside: "Piece | None", *, is_whole: bool) -> bool:
    """Whether a line begins or ends at what stands beside some words, or at nothing."""
    return is_whole if beside is None else isinstance(beside, Mark) and "\n" in beside.data
