"""Where texts are to be written: into the files as they are, and nothing else of them changed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from builder.content.chunks import Chunk, chunks
from builder.content.content import Content
from builder.content.files import ARTICLES
from builder.content.prose import ProseReader
from builder.content.segments import STRINGS
from builder.exchange.lines import laid_out
from builder.exchange.originals import Original
from builder.exchange.units import Unit
from builder.exchange.values import added, changed
from builder.problems import Place

_BOM = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")


class Accepted(Struct, frozen=True):
    """A text that is to be written, and where it stood in the file it came in."""

    unit: Unit
    text: Original
    place: Place


class Rewritten(Struct, frozen=True):
    """A file with new texts, and those for which it has no place."""

    text: str
    left: tuple[Accepted, ...]


def destination(content: Content, unit: Unit, language: str) -> Original:
    """Where the text of a segment is to stand in a language that has none yet."""
    source = unit.source
    if isinstance(source.where, Chunk):
        return replace(source, file=_prose_file(unit.segment.record, language))
    if unit.segment.kind == STRINGS:
        return replace(source, file=content.strings[language].file)
    return replace(source, where=(*source.where[:-1], language))


def _prose_file(article: str, language: str) -> str:
    return f"content/{ARTICLES}/{article}.{language}.md"


def rewritten(content: Content, file: str, accepted: Sequence[Accepted]) -> Rewritten:
    """A file of the site with the texts that belong into it."""
    if all(isinstance(one.text.where, Chunk) for one in accepted):
        return _prose(content, file, accepted)
    if file not in content.files:  # a site lacks the whole file of its words
        return Rewritten("", tuple(accepted))
    text, left = content.files[file], []
    for one in accepted:
        assert not isinstance(one.text.where, Chunk)  # a file is YAML or Markdown
        write = changed if one.unit.target else added
        edited = write(text, one.text.where, one.text.text)
        if edited is None:
            left.append(one)
        else:
            text = edited
    return Rewritten(text, tuple(left))


def _prose(content: Content, file: str, accepted: Sequence[Accepted]) -> Rewritten:
    """Blocks in place of those that are there; a whole article where there is none yet.

    A single block that is missing has no place: where it would stand, an editor decides.
    """
    if file in content.files:
        text, there = content.files[file], [one for one in accepted if one.unit.target]
        left = [one for one in accepted if not one.unit.target]
    else:
        text, there, left = content.files[accepted[0].unit.source.file], list(accepted), []
        if _words(text, file) != len(accepted):
            return Rewritten("", tuple(accepted))
    lines = text.split("\n")
    for one in sorted(there, key=_line, reverse=True):
        assert isinstance(one.text.where, Chunk)
        former = one.text.where
        start = former.line - 1
        lines[start : start + len(former.lines)] = laid_out(
            former.kind, one.text.whole, former.lines
        )
    new = "\n".join(lines)
    if _shapes(new, file) != _shapes(text, file):
        return Rewritten(text, tuple(accepted))
    return Rewritten(new, tuple(left))


def _line(one: Accepted) -> int:
    assert isinstance(one.text.where, Chunk)
    return one.text.where.line


def _words(text: str, file: str) -> int:
    """The number of blocks that hold words."""
    return sum(chunk.kind != "embed" for chunk in chunks(text, file, []))


def _shapes(text: str, file: str) -> object:
    """What must be as it was: the blocks but for their words, and that nothing is wrong."""
    blocks, problems = ProseReader().read(text, file)
    return [block.shape for block in blocks], len(problems)


def as_bytes(body: bytes, former: str, text: str) -> bytes:
    """A file as it was, byte for byte, but for the lines that changed.

    Args:
        body: the file.
        former: its text as it was read.
        text: what it is to be.
    """
    mark = _BOM if body.decode().startswith(_BOM) else ""
    parts = _LINE_END.split(body.decode().removeprefix(_BOM))  # line, its end, line, …
    lines, ends = parts[::2], [*parts[1::2], ""]
    assert [unicodedata.normalize("NFC", line) for line in lines] == former.split("\n")
    return (mark + "".join(_lines(lines, ends, former, text))).encode()


def _lines(lines: Sequence[str], ends: Sequence[str], former: str, text: str) -> Iterator[str]:
    new = text.split("\n")
    usual = next(iter(ends), "") or "\n"
    matcher = SequenceMatcher(None, former.split("\n"), new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield from _each_ended(lines[start:end], ends[start:end])
        else:
            count = new_end - new_start
            own = [ends[end - 1] if end > start else usual] if count else []
            yield from _each_ended(new[new_start:new_end], [usual] * (count - 1) + own)


def _each_ended(lines: Iterable[str], ends: Iterable[str]) -> Iterator[str]:
    for line, end in zip(lines, ends, strict=True):
        yield line + end
