"""Every text of a site in all its languages: what is compared, reviewed and exchanged.

A segment is a translated field of YAML, a block of an article, or a word of the interface.
All languages share its id, so nothing depends on which language comes first.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape, unescape
from types import MappingProxyType

from msgspec import Struct

from builder.content.base import Model
from builder.content.blocks import Block, Reference
from builder.content.content import Content
from builder.content.fields import LANGUAGE_MARK, Translated
from builder.content.model import Agreement, Article, Figure, Quote, Visit
from builder.content.records import Record
from builder.content.source import KeyPath
from builder.problems import Place

STRINGS = "strings"
"""The kind of the words of the interface, which are no record."""

_REFERENCE = re.compile(r"\[\[[a-z-]+:[A-Za-z0-9_-]+\]\]")
_SUPPLIED = re.compile("\ufdd0([^\ufdd1]*)\ufdd1")  # no characters of any text (Unicode, 23.7)
_NEWLINE = re.compile("\n")
_SLUG = "slug"
_ITEM_ENDS = re.compile(r"</(?:li|td|th|p)>")
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r'<a href="([^"]*)"')
_FOREIGN = re.compile(r'<span lang="[^"]*">(.*?)</span>', re.DOTALL)
_LANGUAGE_MARK = re.compile(r"\[\[lang:[A-Za-z0-9-]+\|")
_MARKUP = re.compile(r"\]\(\s*<?[^)\s>]*>?\)|\[\[[a-z-]+:[A-Za-z0-9_-]+\|?|\{#[a-z0-9-]+\}")


class Text(Struct, frozen=True):
    """A segment in one language.

    Attributes:
        language: its code.
        text: as a reader reads it: no markup, no marks; items of a list each on a line.
        file: the file it stands in.
        where: its path in YAML, or the place where its block begins.
        foreign: the runs of `text` that are in another language, each from and to.
        verbatim: the source in which it stands so; such a text is evidence, and not ours.
        references: the records it names or embeds, in order, by kind and id.
        links: the addresses it leads to, in order.
        supplied: the runs of `text` that are names of records and stand elsewhere: here stands
            a reference without a label.
    """

    language: str
    text: str
    file: str
    where: KeyPath | Place
    foreign: tuple[tuple[int, int], ...] = ()
    verbatim: str | None = None
    references: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    supplied: tuple[tuple[int, int], ...] = ()


class Segment(Struct, frozen=True):
    """A text in every language that has it, in the order of the site's languages.

    Attributes:
        kind: of the record it belongs to; also `site`, `visit`, `correction`, `strings`.
        record: the id of that record.
        id: what tells it from the other segments of the record: `text`, `facts-1-text`, `trade-2`.
        texts: language code -> the text.
    """

    kind: str
    record: str
    id: str
    texts: Mapping[str, Text]

    @property
    def name(self) -> str:
        """What tells it from all others of the site: `quote:trade/text`."""
        return f"{self.kind}:{self.record}/{self.id}"


def segments(content: Content) -> Iterator[Segment]:
    """All segments of a site, in the order of its files."""
    return iter(_segments(content))


@lru_cache(maxsize=2)  # one check after another asks; with drafts and without
def _segments(content: Content) -> tuple[Segment, ...]:
    return tuple(_all(content))


def _all(content: Content) -> Iterator[Segment]:
    for file, path, value in content.documents():
        kind = value.kind_name if isinstance(value, Record) else type(value).__name__.lower()
        record = value.id if isinstance(value, Record) else "-".join(map(_step, path)) or kind
        for field in _fields(value):
            if not (isinstance(value, Visit) and field[0][0] == "figures"):  # each is a record
                yield _field(value, (kind, record, file), path, field)
        if isinstance(value, Article):
            yield from _prose(content, value)
    yield from _figures(content)
    yield from _strings(content)


def place_in(content: Content, text: Text, start: int) -> Place:
    """The line and column of a character of a text, found by the characters before it.

    Where an editor wrote a character in another way than readers see it, as an escape, the
    place is that of the nearest one before it.
    """
    return places_in(content, text, (start,))[start]


def places_in(content: Content, text: Text, starts: Iterable[int]) -> Mapping[int, Place]:
    """The same for many characters of a text, in a time that grows with its length alone."""
    whole = content.files[text.file]
    if isinstance(text.where, Place):
        begins = text.where
        marks = _MARKUP.finditer(whole)
    else:
        begins = content.place(text.file, text.where)
        marks = _LANGUAGE_MARK.finditer(whole)
    skipped = {mark.start(): mark.end() for mark in marks}
    lines = [0, *(end.end() for end in _NEWLINE.finditer(whole))]
    last = index = lines[begins.line - 1] + begins.column - 1
    wanted, places = set(starts), {}
    elsewhere = dict(text.supplied)
    until = 0
    for number, character in enumerate(text.text[: max(wanted, default=-1) + 1]):
        if number in elsewhere and (reference := _REFERENCE.search(whole, index)):
            last, index, until = reference.start(), reference.end(), elsewhere[number]
        if number < until:
            pass  # the whole name stands where the reference does
        elif not character.isspace() and index < len(whole):
            found = index
            while found < len(whole) and whole[found] != character:
                found = skipped.get(found, found + 1)
            if found < len(whole):
                last, index = found, found + 1
            else:
                index = found
        if number in wanted:
            line = bisect_right(lines, last)
            places[number] = Place(text.file, line, last - lines[line - 1] + 1)
    for beyond in wanted - places.keys():  # of an empty text, its beginning
        line = bisect_right(lines, last)
        places[beyond] = Place(text.file, line, last - lines[line - 1] + 1)
    return places


def in_common_order(orders: Iterable[Sequence[str]]) -> list[str]:
    """Every id once: one that is not known yet stands after the one before it."""
    merged: list[str] = []
    for order in orders:
        known = set(merged)
        place = 0
        for identity in order:
            if identity in known:
                place = merged.index(identity) + 1
            else:
                merged.insert(place, identity)
                place += 1
    return merged


def _fields(value: Model) -> Iterator[tuple[KeyPath, Translated]]:
    for inner, leaf in value.leaves:
        if isinstance(leaf, Translated) and inner[-1] != _SLUG:
            yield inner, leaf


def _field(
    value: Model,
    owner: tuple[str, str, str],
    path: KeyPath,
    field: tuple[KeyPath, Translated],
) -> Segment:
    inner, leaf = field
    kind, record, file = owner
    evidence = _evidence(value, inner)
    texts = {
        code: _text(code, raw, file, (*path, *inner, code), evidence.get(code))
        for code, raw in leaf.items()
    }
    return Segment(kind, record, "-".join(map(_step, inner)), MappingProxyType(texts))


def _text(language: str, raw: str, file: str, where: KeyPath, verbatim: str | None = None) -> Text:
    plain, foreign, last = "", [], 0
    for mark in LANGUAGE_MARK.finditer(raw):
        plain += raw[last : mark.start()]
        foreign.append((len(plain), len(plain) + len(mark[2])))
        plain += mark[2]
        last = mark.end()
    return Text(language, plain + raw[last:], file, where, tuple(foreign), verbatim)


def _evidence(value: Model, path: KeyPath) -> Mapping[str, str]:
    """The languages in which a field stands as a source has it, each with that source."""
    match value, path[0]:
        case Quote(), "text" | "attribution":
            return {value.original: value.source}
        case Agreement(), "title" | "text":
            return value.verbatim
        case _:
            return {}


def _figures(content: Content) -> Iterator[Segment]:
    """The figures of the visit, which are records that stand in its file."""
    for figure in content.records.get(Figure.kind_name, {}).values():
        for field in _fields(figure):
            owner = (figure.kind_name, figure.id, figure.file)
            yield _field(figure, owner, figure.path, field)


def _strings(content: Content) -> Iterator[Segment]:
    of_key: dict[KeyPath, dict[str, Text]] = {}
    for code, strings in content.strings.items():
        fields: dict[KeyPath, str] = {(key,): text for key, text in strings.texts.items()}
        for group, texts in strings.groups.items():
            fields |= {(group, name): text for name, text in texts.items()}
        for path, text in fields.items():
            of_key.setdefault(path, {})[code] = _text(code, text, strings.file, path)
    for path, texts_of_key in of_key.items():
        yield Segment(STRINGS, STRINGS, "-".join(map(str, path)), MappingProxyType(texts_of_key))


def _prose(content: Content, article: Article) -> Iterator[Segment]:
    prose = content.prose.get(article.id, {})
    blocks = {
        language.code: {block.segment: block for block in prose[language.code]}
        for language in content.languages
        if language.code in prose
    }
    for identity in in_common_order([list(of_language) for of_language in blocks.values()]):
        texts = {
            code: _block(content, code, of_language[identity])
            for code, of_language in blocks.items()
            if identity in of_language
        }
        yield Segment(article.kind_name, article.id, identity, MappingProxyType(texts))


def _block(content: Content, language: str, block: Block) -> Text:
    html = "".join(
        _label(content, language, part) if isinstance(part, Reference) else part
        for part in block.parts
        if not (block.kind == "embed" and isinstance(part, Reference))
    )
    plain, foreign, last = "", [], 0
    for mark in _FOREIGN.finditer(html):
        plain += _plain(html[last : mark.start()])
        inside = _plain(mark[1])
        foreign.append((len(plain), len(plain) + len(inside)))
        plain += inside
        last = mark.end()
    plain += _plain(html[last:])
    names = [name.span(1) for name in _SUPPLIED.finditer(plain)]
    return Text(
        language,
        _SUPPLIED.sub(r"\1", plain),
        block.place.file,
        block.place,
        tuple(_shifted(run, names) for run in foreign),
        references=tuple((reference.kind, reference.id) for reference in block.references),
        links=tuple(unescape(address) for address in _LINK.findall(html)),
        supplied=tuple(_shifted(run, names) for run in names),
    )


def _shifted(run: tuple[int, int], names: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """A run after the marks around names are gone."""
    before = sum((start <= run[0]) + (end < run[0]) for start, end in names)
    return run[0] - before, run[1] - before


def _label(content: Content, language: str, reference: Reference) -> str:
    """What stands where a record is named: the label, the record's name, or else its id."""
    if reference.label:
        return reference.label
    record = content.records.get(reference.kind, {}).get(reference.id)
    name = record.called.get(language, reference.id) if record else reference.id
    return f"\ufdd0{escape(name)}\ufdd1"


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", _ITEM_ENDS.sub("\n", html)))


def _step(step: str | int) -> str:
    """A step of a field's path as a reader counts it, from 1."""
    return str(step + 1) if isinstance(step, int) else step.replace("_", "-")
