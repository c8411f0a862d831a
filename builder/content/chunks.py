"""Markdown text cut into chunks, one a block, by the first line of each.

Only what prose has need of is a chunk; what it has no need of (code, raw HTML,
images, rules, links by label) is refused here, with its line and column.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal

from msgspec import Struct

from builder.content.blocks import BlockKind
from builder.problems import Place, Problem

HEADING = re.compile(r"#{1,6}")
EMBED = re.compile(r"\{\{\s*(?:([a-z-]+):([A-Za-z0-9_-]+)|checks)\s*\}\}")
"""A record by its kind and id, or the summary of the checks."""

_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,3}\.)\s+\S")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_SAFE_LINK = re.compile(r"(?:https?://[^/\s]|mailto:[^\s]+@|#[a-z])", re.IGNORECASE)
_REFUSED = (
    ("prose-html", re.compile(r"(?<!\\)<(?=[A-Za-z/!?])")),
    ("prose-image", re.compile(r"!\[")),
    ("prose-link-label", re.compile(r"^\s{0,3}\[[^\]\[]+\]:")),
    ("prose-code", re.compile(r"(?<!\\)`")),
)


class Chunk(Struct, frozen=True):
    """The lines of one block, as they stand in the file."""

    kind: BlockKind
    file: str
    line: int
    lines: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where the block begins."""
        return Place(self.file, self.line, 1)

    @property
    def size(self) -> int:
        """The number of items of a list or lines of a table; 1 for other blocks."""
        if self.kind == "list":
            return sum(1 for line in self.lines if _ITEM.match(line))
        return len(self.lines) if self.kind == "table" else 1


def chunks(text: str, file: str, problems: list[Problem]) -> Iterator[Chunk]:
    """The blocks of a text by their first lines, as an editor sees them."""
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
            continue
        kind = _kind(line)
        end = _end(lines, index, kind)
        if kind == "fence":
            closed = end < len(lines)
            code = "prose-code" if closed else "prose-open-fence"
            problems.append(Problem(code, Place(file, index + 1, 1)))
            end += 1
        elif kind == "unsupported":
            problems.append(Problem("prose-unsupported", Place(file, index + 1, 1)))
        else:
            yield Chunk(kind, file, index + 1, tuple(lines[index:end]))
        index = end


def _kind(line: str) -> BlockKind | Literal["fence", "unsupported"]:
    if line.lstrip().startswith(("```", "~~~")):
        return "fence"
    if re.fullmatch(r"\s{0,3}(?:([-*_=])\s*)(?:\1\s*)+", line) or line.startswith(("  ", "\t")):
        return "unsupported"
    if HEADING.match(line):
        return "heading"
    if EMBED.fullmatch(line.strip()):
        return "embed"
    if line.startswith("|"):
        return "table"
    if line.startswith(">"):
        return "quotation"
    return "list" if _ITEM.match(line) else "paragraph"


def _end(lines: list[str], start: int, kind: str) -> int:
    """The index after the last line of the block that starts at `start`."""
    index = start + 1
    if kind in ("heading", "embed"):
        return index
    if kind == "fence":
        mark = lines[start].lstrip()[:3]
        while index < len(lines) and not lines[index].lstrip().startswith(mark):
            index += 1
        return index
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            following = lines[index + 1] if index + 1 < len(lines) else ""
            if kind != "list" or not _ITEM.match(following):
                return index
        elif kind == "paragraph" and _kind(line) in ("heading", "embed", "fence"):
            return index
        index += 1
    return index


def refusals(chunk: Chunk) -> Iterator[Problem]:
    """Everything in a chunk that prose must not hold."""
    yield from _misbuilt(chunk)
    for number, line in enumerate(chunk.lines):
        for code, pattern in _REFUSED:
            if match := pattern.search(line):
                yield Problem(code, Place(chunk.file, chunk.line + number, match.start() + 1))
        for match in _LINK.finditer(line):
            target = unescape(match[1])
            if not _SAFE_LINK.match(target):
                place = Place(chunk.file, chunk.line + number, match.start(1) + 1)
                yield Problem("prose-unsafe-link", place, {"target": target})
        if "{{" in line:
            place = Place(chunk.file, chunk.line + number, line.index("{{") + 1)
            yield Problem("prose-embed-not-alone", place)


def _misbuilt(chunk: Chunk) -> Iterator[Problem]:
    """Blocks that Markdown would not take for what they look like."""
    if chunk.kind == "paragraph":
        for number, line in enumerate(chunk.lines):
            if _kind(line) in ("list", "table", "quotation"):
                yield Problem("prose-blank-line", Place(chunk.file, chunk.line + number, 1))
                return
    if chunk.kind == "table" and not any(_RULE.fullmatch(line) for line in chunk.lines[1:2]):
        yield Problem("prose-table", chunk.place)
