"""Markdown for prose: a text split into segments, safe by construction.

A segment is one block. Headings carry an id that is the same in every language,
`## Trade {#trade}`; the blocks below count from it: `trade-1`, `trade-2`. Blocks
before the first heading are `start-1` and so on. What prose has no need of (raw
HTML, code, images, links by label) is refused with its line; nh3 is the last guard.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from builder.content.blocks import Block, Reference
from builder.content.chunks import EMBED, HEADING, Chunk, chunks, refusals
from builder.content.suggestions import as_id, as_language, nearest
from builder.language.codes import LANGUAGE_CODE, is_language
from builder.problems import Place, Problem

REFERENCE_KINDS = ("person", "organisation", "quote", "agreement", "event", "source", "term")
EMBED_KINDS = ("quote", "agreement")

_HEADING_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*")
_HEADING_MARK = re.compile(r"\{#([^{}]*)\}$")
_REFERENCE = re.compile(r"\[\[([a-z-]+):([A-Za-z0-9_-]+)(?:\\?\|([^\[\]|]+))?\]\]")
_TAGS = {
    "a", "blockquote", "br", "em", "li", "ol", "p", "span", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_UNUSED_INLINE = ("autolink", "automail", "backtick", "entity", "html", "image_link")
"""What need not be looked for, by the library's names: chunks have refused it wherever it stands.

A character reference is not refused; it is left as it is, for it is HTML already.
"""

_RECORD_LINK = re.compile(r'<a href="record:([a-z-]+)/([A-Za-z0-9_-]+)">(.*?)</a>')


class _DoubleBrackets(InlineProcessor):
    """Makes `[[kind:id|label]]` a link whose address is filled in later.

    `[[lang:ja|…]]` marks a run in another language.
    """

    def handleMatch(  # type: ignore[override]  # noqa: N802 (named by the library)
        self, m: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        if m[1] == "lang":
            element = Element("span", lang=m[2])
        else:
            element = Element("a", href=f"record:{m[1]}/{m[2]}")
        element.text = m[3] or ""
        return element, m.start(0), m.end(0)


class ProseReader:
    """Reads Markdown files; one reader serves a whole run."""

    def __init__(self) -> None:
        extensions = [TableExtension(), SaneListExtension()]  # by name they are looked up first
        self._markdown = Markdown(extensions=extensions, tab_length=2)
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.postprocessors.deregister("raw_html")
        for name in _UNUSED_INLINE:
            self._markdown.inlinePatterns.deregister(name)
        self._markdown.ESCAPED_CHARS.append("<")  # HTML is refused, so the sign needs a way
        brackets = _DoubleBrackets(_REFERENCE.pattern, self._markdown)
        self._markdown.inlinePatterns.register(brackets, "double-brackets", 185)  # before escapes

    def read(self, text: str, file: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
        """The blocks of a text, and everything that is wrong with it."""
        problems: list[Problem] = []
        blocks: list[Block] = []
        heading, count, seen = "start", 0, {"start"}
        for chunk in chunks(text, file, problems):
            if chunk.kind == "heading":
                block = self._heading(chunk, problems)
                if block.segment in seen:
                    values = {"id": block.segment}
                    problems.append(Problem("prose-duplicate-heading", block.place, values))
                heading, count = block.segment, 0
                seen.add(heading)
            else:
                count += 1
                block = self._block(chunk, f"{heading}-{count}", problems)
            blocks.append(block)
        return tuple(blocks), tuple(problems)

    def _heading(self, chunk: Chunk, problems: list[Problem]) -> Block:
        match = HEADING.match(chunk.lines[0])
        assert match is not None
        level, title, identity = match.end(), chunk.lines[0][match.end() :].strip(" \t#"), ""
        if mark := _HEADING_MARK.search(title):
            title, identity = title[: mark.start()].rstrip(), mark[1]
        if level not in (2, 3):
            problems.append(Problem("prose-heading-level", chunk.place, {"level": level}))
        if not title:
            problems.append(Problem("prose-heading-empty", chunk.place))
        elif not _HEADING_ID.fullmatch(identity):
            code = "prose-heading-id" if identity else "prose-heading-without-id"
            values = {"id": identity, "title": title, **as_id(identity.rstrip("-0123456789"))}
            problems.append(Problem(code, chunk.place, values))
        parts = self._parts(chunk, title, problems)
        return Block("heading", identity, chunk.place, _unwrapped(parts), level)

    def _block(self, chunk: Chunk, segment: str, problems: list[Problem]) -> Block:
        if chunk.kind == "embed":
            match = EMBED.fullmatch(chunk.lines[0].strip())
            assert match is not None
            if match[1] is None:
                return Block("embed", segment, chunk.place, ())
            if match[1] not in EMBED_KINDS:
                kinds = ", ".join(EMBED_KINDS)
                values = {"kind": match[1], "kinds": kinds, **nearest(match[1], EMBED_KINDS)}
                problems.append(Problem("prose-cannot-embed", chunk.place, values))
            return Block("embed", segment, chunk.place, (
                Reference(match[1], match[2], chunk.place),
            ))  # fmt: skip
        source = "\n".join(chunk.lines)
        if chunk.kind == "table":  # the bar before a label would part two cells
            source = _REFERENCE.sub(_with_escaped_bar, source)
        parts = self._parts(chunk, source, problems)
        return Block(
            chunk.kind,
            segment,
            chunk.place,
            _unwrapped(parts) if chunk.kind == "paragraph" else parts,
            size=chunk.size,
        )

    def _parts(
        self, chunk: Chunk, source: str, problems: list[Problem]
    ) -> tuple[Markup | Reference, ...]:
        refused = len(problems)
        references = _references(chunk, problems)
        problems.extend(refusals(chunk))
        if len(problems) > refused:
            return ()
        try:
            html = self._markdown.reset().convert(source)
        except RecursionError:
            problems.append(Problem("prose-too-deep", chunk.place))
            return ()
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href", "title"}, "ol": {"start"}, "span": {"lang"}},
            url_schemes={"http", "https", "mailto", "record"},
            link_rel=None,
        )
        if clean.count("<") != html.count("<") or clean.count("href=") != html.count("href="):
            problems.append(Problem("prose-unsafe", chunk.place))
            return ()
        return tuple(_split(clean, references, chunk.place))


def _with_escaped_bar(reference: re.Match[str]) -> str:
    label = rf"\|{reference[3]}" if reference[3] else ""
    return f"[[{reference[1]}:{reference[2]}{label}]]"


def _references(chunk: Chunk, problems: list[Problem]) -> Iterator[Reference]:
    """The references of a block in order, each with its own place."""
    found: list[Reference] = []
    for number, line in enumerate(chunk.lines):
        for start in re.finditer(r"\[\[", line):
            place = Place(chunk.file, chunk.line + number, start.start() + 1)
            match = _REFERENCE.match(line, start.start())
            if match is None:
                problems.append(Problem("prose-bad-reference", place))
            elif match[1] == "lang":
                if not (match[3] and LANGUAGE_CODE.fullmatch(match[2]) and is_language(match[2])):
                    problems.append(Problem("bad-language-mark", place, as_language(match[2])))
            elif match[1] not in REFERENCE_KINDS:
                kinds = ", ".join(REFERENCE_KINDS)
                values = {"kind": match[1], "kinds": kinds, **nearest(match[1], REFERENCE_KINDS)}
                problems.append(Problem("reference-kind", place, values))
            else:
                found.append(Reference(match[1], match[2], place))
    return iter(found)


def _split(
    html: str, references: Iterable[Reference], block: Place
) -> Iterator[Markup | Reference]:
    """Cleaned HTML, cut where a record is named."""
    last, waiting = 0, iter(references)
    for match in _RECORD_LINK.finditer(html):
        if match.start() > last:
            yield Markup(html[last : match.start()])
        place = next((r.place for r in waiting if (r.kind, r.id) == match.groups()[:2]), block)
        label = Markup(match[3]) if match[3] else None
        yield Reference(match[1], match[2], place, label)
        last = match.end()
    if last < len(html):
        yield Markup(html[last:])


def _unwrapped(parts: tuple[Markup | Reference, ...]) -> tuple[Markup | Reference, ...]:
    """The parts of a paragraph without the `<p>` around them."""
    if not parts:
        return ()
    first, last = parts[0], parts[-1]
    if isinstance(first, Markup):
        parts = (Markup(first.removeprefix("<p>")), *parts[1:])
    if isinstance(last, Markup):
        last = parts[-1]
        assert isinstance(last, Markup)
        parts = (*parts[:-1], Markup(last.rstrip().removesuffix("</p>")))
    return tuple(part for part in parts if part)
