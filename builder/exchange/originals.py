"""What stands in the files for a text, markup and all, and where."""

from collections.abc import Iterator, Mapping
from html import unescape

from msgspec import Struct, field
from msgspec.structs import replace

from builder.content.blocks import BlockKind
from builder.content.chunks import Chunk, chunks
from builder.content.content import Content
from builder.content.data import read_yaml
from builder.content.fields import LANGUAGE_MARK
from builder.content.segments import STRINGS, Segment, Text
from builder.content.source import Data, KeyPath
from builder.exchange.inline import FIELD, STRING, Mark, Pair, Pieces, cut, written
from builder.exchange.lines import frame, is_block, joined, laid_out, pieces_of
from builder.problems import Place

_NO_WORDS = ("[[", "]]", "{{", "<", "`", "![", "](")
"""Signs that Markdown, or this site, would take for more than words."""


class Original(Struct, frozen=True):
    """A text as it is written.

    Attributes:
        file: the file.
        where: its path in YAML, or the block of a Markdown file.
        pieces: the words and codes.
        before: what stands before them in its block.
        after: what stands after them.
        is_string: whether it is a word of the interface.
    """

    file: str
    where: KeyPath | Chunk
    pieces: Pieces
    before: str = ""
    after: str = ""
    is_string: bool = False

    @property
    def text(self) -> str:
        """The words with their markup, on as few lines as it has parts."""
        return written(self.pieces)

    @property
    def whole(self) -> str:
        """The same with what stands before and after it in its block."""
        return f"{self.before}{self.text}{self.after}"

    @property
    def kind(self) -> BlockKind | None:
        """The kind of block, of a Markdown file."""
        return self.where.kind if isinstance(self.where, Chunk) else None

    def with_pieces(self, pieces: Pieces) -> "Original":
        """The same place with other words."""
        return replace(self, pieces=pieces)

    def reads_back(self) -> bool:
        """Whether the file would be read as these words and codes, and no others."""
        words = "".join(_words(self.pieces))
        if self.kind is None:
            codes, signs = (STRING, "{}") if self.is_string else (FIELD, "")
            marks = LANGUAGE_MARK.sub("", self.text)
            return (
                cut(self.text, codes) == self.pieces
                and "[[" not in marks
                and not any(sign in words for sign in ("[[", "]]", *signs))
            )
        return (
            frame(pieces_of(self.kind, self.whole)) == (self.before, self.pieces, self.after)
            and is_block(self.kind, laid_out(self.kind, self.whole), self.whole)
            and not any(sign in words for sign in _NO_WORDS)
        )

    def read(self, like: Text, content: Content) -> Text:
        """The text as readers will read it, beside a text of the same segment."""
        plain, foreign = "", []
        for words, is_foreign in _read(self.pieces, content, like.language):
            if is_foreign:
                foreign.append((len(plain), len(plain) + len(words)))
            plain += words
        return replace(like, text=plain, foreign=tuple(foreign))


def _words(pieces: Pieces) -> list[str]:
    words: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
        elif isinstance(piece, Pair):
            words += _words(piece.inner)
    return words


def _read(pieces: Pieces, content: Content, language: str) -> Iterator[tuple[str, bool]]:
    """The words that readers see, and whether they are in another language."""
    for piece in pieces:
        if isinstance(piece, str):
            yield piece, False
        elif isinstance(piece, Mark):
            yield _read_mark(piece.data, content, language), False
        else:
            inner = _read(piece.inner, content, language)
            is_foreign = piece.opening.startswith("[[lang:")
            yield from ((words, is_foreign or within) for words, within in inner)


def _read_mark(data: str, content: Content, language: str) -> str:
    """A new line, the name of a record, a sign without its escape, a placeholder as it is."""
    if Mark(data).is_structure:
        return "\n"
    if data.startswith("[["):
        kind, _, identity = data.strip("[]").partition(":")
        record = content.records.get(kind, {}).get(identity)
        return record.called.get(language, "") if record else ""
    return data[1:] if data.startswith("\\") else unescape(data) * (data[:1] in "{&")


class Originals(Struct):
    """Finds what stands in the files of a site; each file is looked at once."""

    content: Content
    _data: dict[str, Data] = field(default_factory=dict)
    _chunks: dict[str, Mapping[int, Chunk]] = field(default_factory=dict)

    def of(self, segment: Segment, language: str) -> Original | None:
        """What stands for a segment in a language; nothing where nothing does.

        Blocks that only embed a record have no words, and are nothing either.
        """
        text = segment.texts.get(language)
        if text is None or not text.text.strip():
            return None
        if isinstance(text.where, Place):
            return self._block(text.file, text.where.line)
        value = self._value(text.file, text.where)
        is_string = segment.kind == STRINGS
        pieces = cut(value, STRING if is_string else FIELD)
        return Original(text.file, text.where, pieces, is_string=is_string)

    def _value(self, file: str, path: KeyPath) -> str:
        if file not in self._data:
            self._data[file] = read_yaml(self.content.files[file], file)
        value: Data = self._data[file]
        for step in path:
            assert isinstance(value, list | dict)
            value = value[step]  # type: ignore[index]  # a list by numbers, a map by keys
        return str(value).strip()

    def _block(self, file: str, line: int) -> Original | None:
        if file not in self._chunks:
            found = chunks(self.content.files[file], file, [])
            self._chunks[file] = {chunk.line: chunk for chunk in found}
        chunk = self._chunks[file][line]
        if chunk.kind == "embed":
            return None
        before, pieces, after = frame(pieces_of(chunk.kind, joined(chunk)))
        return Original(file, chunk, pieces, before, after)
