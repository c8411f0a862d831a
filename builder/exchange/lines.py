"""A block of Markdown as one text, and as the lines of its file again.

In the one text a line that only goes on is joined with a space; an item, a line of a table and a
paragraph of a quotation begin a line of their own, with their signs. `frame` takes off what stands
before and after the words of a block, such as the signs and the id of a heading.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from builder.content.blocks import BlockKind
from builder.content.chunks import Chunk, chunks
from builder.exchange.inline import PROSE, Mark, Piece, Pieces, cut
from builder.problems import Problem

_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,3}\.)[ \t]+")
_HEADING = re.compile(r"(#{1,6}[ \t]*)(.*?)([ \t]*(?:\{#[^{}]*\})?[ \t#]*)", re.DOTALL)
_QUOTED = re.compile(r">[ \t]?")
_BAR = re.compile(r"(?<!\\)[ \t]*\|[ \t]*")
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_REFERENCE = re.compile(r"\[\[[^\[\]]*\]\]")
_HELD = "\x00"  # stands for a space at which no line may end; no file holds it
_HARD = re.compile(r"(?: {2,}|\\)$")
_GOES_ON = {"list": "  ", "quotation": "> ", "paragraph": ""}
_NARROWEST = 60


def joined(chunk: Chunk) -> str:
    """The lines of a block as one text."""
    if chunk.kind == "list":
        return _joined_items(chunk.lines)
    if chunk.kind == "quotation":
        lines = [_QUOTED.sub("", line, count=1) for line in chunk.lines]
        return "> " + _joined_lines(lines).replace("\n", "\n> ")
    if chunk.kind == "paragraph":
        return _joined_lines(chunk.lines)
    return "\n".join(line.rstrip() for line in chunk.lines)


def _joined_lines(lines: Sequence[str]) -> str:
    """Lines that go on joined by a space; an empty one, and a break that was asked for, stay."""
    text = ""
    for line in lines:
        if not line.strip():
            text = text.rstrip() + "\n\n"
        else:
            text += ("" if not text or text.endswith("\n") else " ") + line.lstrip()
            if not _HARD.search(line):
                text = text.rstrip()
            else:
                text += "\n"
    return text.strip()


def _joined_items(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        if not line.strip():
            text += "\n"
        elif _ITEM.match(line):
            text += ("\n" if text else "") + line.rstrip()
        else:
            text += f" {line.strip()}"
    return text


def pieces_of(kind: BlockKind, text: str) -> Pieces:
    """The one text of a block cut into words and codes; the signs of its lines are codes."""
    if kind == "heading":
        found = _HEADING.fullmatch(text)
        assert found is not None
        return _merged([Mark(found[1]), *cut(found[2], PROSE), Mark(found[3])])
    if kind == "table":
        return _merged(_cells(text))
    sign = {"list": _ITEM, "quotation": re.compile(r"> ?")}.get(kind)
    pieces: list[Piece] = []
    for number, line in enumerate(text.split("\n")):
        begun = sign.match(line) if sign else None
        signs = begun[0] if begun else ""
        pieces += [Mark("\n" * bool(number) + signs), *cut(line[len(signs) :], PROSE)]
    return _merged(pieces)


def _cells(text: str) -> Iterator[Piece]:
    for number, line in enumerate(text.split("\n")):
        yield Mark("\n" * bool(number))
        if _RULE.fullmatch(line):
            yield Mark(line)
            continue
        held = _REFERENCE.sub(lambda found: found[0].replace("|", _HELD), line)
        last = 0
        for bar in _BAR.finditer(held):
            yield from cut(line[last : bar.start()], PROSE)
            yield Mark(line[bar.start() : bar.end()])
            last = bar.end()
        yield from cut(line[last:], PROSE)


def _merged(pieces: Sequence[Piece] | Iterator[Piece]) -> Pieces:
    """Pieces without empty ones, and signs that stand together as one."""
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if _is_structure(piece) and _is_structure(last):
            merged[-1] = Mark(last.data + piece.data)
        elif piece not in ("", Mark("")):
            merged.append(piece)
    return tuple(merged)


def _is_structure(piece: object) -> TypeGuard[Mark]:
    return isinstance(piece, Mark) and piece.is_structure


def frame(pieces: Pieces) -> tuple[str, Pieces, str]:
    """What stands before the words, the words with their codes, and what stands after."""
    before = after = ""
    if pieces and _is_structure(pieces[0]):
        before, pieces = pieces[0].data, pieces[1:]
    if pieces and _is_structure(pieces[-1]):
        after, pieces = pieces[-1].data, pieces[:-1]
    return before, pieces, after


def laid_out(kind: BlockKind, text: str, former: Sequence[str] = ()) -> list[str]:
    """The one text of a block as lines, as wide as the former ones; on one line if there was one.

    Lines that would make another block of it are not parted.
    """
    width = max((len(line) for line in former), default=0)
    if kind not in _GOES_ON or len(former) <= text.count("\n") + 1:
        return text.split("\n")
    lines: list[str] = []
    for line in text.split("\n"):
        held = _REFERENCE.sub(lambda found: found[0].replace(" ", _HELD), line)
        lines += textwrap.wrap(
            held,
            max(width, _NARROWEST),
            subsequent_indent=_GOES_ON[kind],
            break_long_words=False,
            break_on_hyphens=False,
            replace_whitespace=False,
            drop_whitespace=True,
        ) or [""]
    wrapped = [line.replace(_HELD, " ") for line in lines]
    return wrapped if is_block(kind, wrapped, text) else text.split("\n")


def is_block(kind: BlockKind, lines: Sequence[str], text: str) -> bool:
    """Whether lines are one block of a kind, and that text."""
    problems: list[Problem] = []
    found = list(chunks("\n".join(lines), "", problems))
    return not problems and [(c.kind, joined(c)) for c in found] == [(kind, text)]
