"""The texts of a site as the desk shows them: documents, and their segments in all languages."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TypeAlias

from markupsafe import Markup
from msgspec import Struct

from builder.content.base import Model
from builder.content.blocks import Block, Reference
from builder.content.content import Content
from builder.content.corrections import Correction
from builder.content.fields import Translated
from builder.content.leaves import leaves
from builder.content.model import Article, Visit
from builder.content.records import Publishable, Record
from builder.content.segments import in_common_order
from builder.content.settings import Site
from builder.content.source import KeyPath
from builder.site.views.words import Words

SITE, VISIT, CORRECTION, STRINGS = "site", "visit", "correction", "strings"
"""Kinds of document that are no kinds of record."""

_SLUG = "slug"
_PICTURES = "images"
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")


class Document(Struct, frozen=True):
    """What has a page of its own on the desk: a record, the visit, the settings and the like.

    `file` and `path` say where it stands; `title` is None where it has no name of its own.
    The words of the interface stand in several files; `value` is None for them.
    """

    kind: str
    id: str
    file: str
    path: KeyPath
    title: Translated | None
    value: Model | None
    is_draft: bool = False


class Mention(Struct, frozen=True):
    """A record named in a text."""

    kind: str
    id: str
    label: Markup | str
    is_embedded: bool


Part: TypeAlias = Markup | Mention


class Text(Struct, frozen=True):
    """A segment in one language: where it stands, by path in YAML or as a block, and its words."""

    language: str
    file: str
    where: KeyPath | Block
    parts: tuple[Part, ...]
    shape: tuple[object, ...] = ()
    has_words: bool = True

    @property
    def words(self) -> int:
        """How many words it has; a number is one, and so is a name with a hyphen."""
        if not self.has_words:
            return 0
        html = "".join(part.label if isinstance(part, Mention) else part for part in self.parts)
        return len(_WORD.findall(unescape(_TAG.sub(" ", html))))


class Segment(Struct, frozen=True):
    """A text in every language that has it, under the id that all share.

    `path` is that of the whole field in YAML; None in prose.
    """

    id: str
    texts: Mapping[str, Text]
    path: KeyPath | None = None

    @property
    def differing(self) -> frozenset[str]:
        """The languages whose block is of another kind or size than in the first language."""
        first, *others = self.texts.values()
        return frozenset(text.language for text in others if text.shape != first.shape)


def documents(content: Content) -> Iterator[Document]:
    """Everything with texts of its own, in the order of the files."""
    for file, path, value in content.documents():
        match value:
            case Site():
                yield Document(SITE, SITE, file, path, value.name, value)
            case Visit():
                yield Document(VISIT, VISIT, file, path, value.title, value)
            case Correction():
                yield Document(CORRECTION, str(int(path[-1]) + 1), file, path, None, value)
            case Record():
                is_draft = isinstance(value, Publishable) and value.draft
                called = value.called
                yield Document(value.kind_name, value.id, file, path, called, value, is_draft)
    if content.strings:
        first = next(iter(content.strings.values()))
        yield Document(STRINGS, STRINGS, first.file, (), None, None)


def segments(content: Content, document: Document) -> Iterator[Segment]:
    """The segments of a document: its fields in their order, pictures last, then its prose."""
    if document.value is None:
        yield from _strings(content)
        return
    fields = sorted(leaves(document.value), key=lambda field: field[0][0] == _PICTURES)
    for path, leaf in fields:
        if isinstance(leaf, Translated):
            whole = (*document.path, *path)
            texts = {
                code: Text(
                    code,
                    document.file,
                    (*whole, code),
                    (Words(text, code).inner,),
                    has_words=path[-1] != _SLUG,
                )
                for code, text in leaf.items()
            }
            yield Segment("-".join(map(_step, path)), texts, whole)
    if document.kind == Article.kind_name:
        yield from _prose(content, document.id)


def files_of(content: Content, document: Document) -> Mapping[str, str]:
    """The files that hold a document's texts, besides its own, each with its language."""
    if document.value is None:
        return {strings.file: code for code, strings in content.strings.items()}
    if document.kind != Article.kind_name:
        return {}
    return {
        blocks[0].place.file: code
        for code, blocks in content.prose.get(document.id, {}).items()
        if blocks
    }


def _step(step: str | int) -> str:
    """A step of a field's path as a reader counts it, from 1; as on the pages side by side."""
    return str(step + 1) if isinstance(step, int) else step.replace("_", "-")


def _strings(content: Content) -> Iterator[Segment]:
    of_key: dict[KeyPath, dict[str, Text]] = {}
    for code, strings in content.strings.items():
        fields: dict[KeyPath, str] = {(key,): text for key, text in strings.texts.items()}
        for group, texts in strings.groups.items():
            fields |= {(group, name): text for name, text in texts.items()}
        for path, text in fields.items():
            written = Text(code, strings.file, path, (Words(text, code).inner,))
            of_key.setdefault(path, {})[code] = written
    for path, written_in in of_key.items():
        yield Segment("-".join(map(str, path)), written_in)


def _prose(content: Content, article: str) -> Iterator[Segment]:
    prose = content.prose.get(article, {})
    blocks = {code: {block.segment: block for block in prose[code]} for code in prose}
    for identity in in_common_order([list(of_language) for of_language in blocks.values()]):
        texts = {
            code: _block(content, code, of_language[identity])
            for code, of_language in blocks.items()
            if identity in of_language
        }
        ordered = (language.code for language in content.languages)
        yield Segment(identity, {code: texts[code] for code in ordered if code in texts})


def _block(content: Content, language: str, block: Block) -> Text:
    is_embedded = block.kind == "embed"
    parts = tuple(
        _mention(content, language, part, is_embedded=is_embedded)
        if isinstance(part, Reference)
        else part
        for part in block.parts
    )
    return Text(language, block.place.file, block, parts, block.shape, has_words=not is_embedded)


def _mention(
    content: Content, language: str, reference: Reference, *, is_embedded: bool
) -> Mention:
    """A record that is named: by its label, else by its own name, else by its id."""
    record = content.records.get(reference.kind, {}).get(reference.id)
    name = record.called.get(language, reference.id) if record else reference.id
    return Mention(reference.kind, reference.id, reference.label or name, is_embedded)
