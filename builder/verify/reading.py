"""A rendered page to its facts, in one walk over its elements."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.site.page import Alternate, Page
from builder.verify.facts import Heading, Image, Link, PageFacts, Resource, Run
from builder.verify.resources import LOADING_ELEMENTS, Attributes, resources, words

# Elements that do not break a line of text (phrasing content of the HTML standard).
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins"),
        *("kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
        *("var", "wbr"),
    )
)
_SPOKEN = frozenset(
    ("alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title")
)
_NOT_TOLD = ""  # the head's texts are no runs: facts of their own hold them
_SILENT = frozenset(("script", "style"))
_PLAIN = frozenset(  # of which only those who read an element whole make facts
    (
        *("class", "colspan", "content", "datetime", "dir", "height", "href", "name", "property"),
        *("rel", "scope", "sizes", "src", "srcset", "translate", "type", "width"),
    )
)
_LINKED_DATA = "application/ld+json"  # no browser runs it, and no policy forbids it


def read_page(page: Page, body: bytes) -> PageFacts:
    """The facts of a page rendered as `body` (UTF-8)."""
    root = LexborHTMLParser(body).root
    reader = _Reader(page)
    if root is not None:
        reader.read(root)
    return reader.facts()


class _Reader:
    """Collects facts while it walks."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._root: Attributes = {}
        self._title = ""
        self._metas: dict[str, str] = {}
        self._canonicals: list[str] = []
        self._alternates: list[Alternate] = []
        self._ids: list[str] = []
        self._headings: list[Heading] = []
        self._links: list[Link] = []
        self._resources: list[Resource] = []
        self._images: list[Image] = []
        self._runs: list[Run] = []
        self._tags: list[str] = []
        self._code: list[str] = []
        self._mains: list[str] = []
        self._line: list[str] = []
        self._line_language = ""
        self._headers = 0
        self._in_header = False
        self._handlers: dict[str, Callable[[LexborNode, Attributes], None]] = {
            "a": self._link,
            "area": self._link,
            "img": self._image,
            "link": self._link_element,
            "main": self._main,
            "meta": self._meta,
            "script": self._script,
            "style": self._style,
            "title": self._title_element,
        }
        self._handlers |= {f"h{level}": self._heading for level in range(1, 7)}
        self._telling = LOADING_ELEMENTS.union(self._handlers, ("head", "header"))

    def read(self, root: LexborNode) -> None:
        """Walk the page. Its text counts as in its language, whatever `<html lang>` says."""
        self._root = root.attributes
        self._attributes(self._root, self._page.language)
        self._walk(root, self._page.language)
        self._end_line()

    def facts(self) -> PageFacts:
        """All that was read."""
        return PageFacts(
            page=self._page,
            language=self._root.get("lang"),
            direction=self._root.get("dir"),
            title=self._title,
            metas=MappingProxyType(self._metas),
            canonicals=tuple(self._canonicals),
            alternates=tuple(self._alternates),
            ids=tuple(self._ids),
            headings=tuple(self._headings),
            links=tuple(self._links),
            resources=tuple(self._resources),
            images=tuple(self._images),
            runs=tuple(self._runs),
            characters=_characters(self._runs),
            language_tags=tuple(dict.fromkeys(self._tags)),
            inline_code=tuple(self._code),
            mains=tuple(self._mains),
        )

    def _walk(self, parent: LexborNode, language: str) -> None:
        node = parent.first_child
        while node is not None:
            tag = node.tag or "-"
            if tag == "-text":
                if self._line or not node.is_empty_text_node:  # a line begins with its first word
                    self._text(node.text_content or "", language)
            elif tag[0] != "-":
                self._element(node, tag, language)
            node = node.next

    def _element(self, node: LexborNode, tag: str, language: str) -> None:
        attributes = node.attributes
        if attributes:
            language = attributes.get("lang", language) or ""
            if not _PLAIN.issuperset(attributes):
                self._attributes(attributes, language)
        is_block = tag not in _INLINE
        if is_block and self._line:
            self._end_line()
        if tag in self._telling:
            self._tell(node, tag, attributes, language)
        else:
            self._walk(node, language)
        if is_block and self._line:
            self._end_line()

    def _tell(self, node: LexborNode, tag: str, attributes: Attributes, language: str) -> None:
        """An element that says more than its text."""
        if tag in LOADING_ELEMENTS:
            self._resources.extend(resources(tag, attributes))
        if handler := self._handlers.get(tag):
            handler(node, attributes)
        if tag == "header":
            self._header(node, language)
        elif tag == "head":
            self._walk(node, _NOT_TOLD)
        elif tag not in _SILENT:
            self._walk(node, language)

    def _header(self, node: LexborNode, language: str) -> None:
        """The first header is the site's; others belong to articles."""
        self._headers += 1
        self._in_header = self._headers == 1
        self._walk(node, language)
        self._in_header = False

    def _attributes(self, attributes: Attributes, language: str) -> None:
        for name, value in attributes.items():
            if name == "id":
                self._ids.append(value or "")
            elif name in ("lang", "hreflang"):
                self._tags.append(value or "")
            elif name in _SPOKEN and value:
                self._runs.append(Run(value, language, name))
            elif name == "style" or name.startswith("on"):
                self._code.append(f"{name}=")

    def _text(self, text: str, language: str) -> None:
        if language != self._line_language:
            self._end_line()
            self._line_language = language
        self._line.append(text)

    def _end_line(self) -> None:
        if self._line:
            run = _run("".join(self._line), self._line_language)
            self._line.clear()
            if run.text:
                self._runs.append(run)

    def _link(self, node: LexborNode, attributes: Attributes) -> None:
        if "href" not in attributes:
            return
        self._links.append(
            Link(
                address=(attributes["href"] or "").strip(),
                text=_name(node, attributes),
                language=attributes.get("lang"),
                hreflang=attributes.get("hreflang"),
                relations=words(attributes, "rel"),
                in_header=self._in_header,
            )
        )

    def _heading(self, node: LexborNode, attributes: Attributes) -> None:
        self._headings.append(Heading(int((node.tag or "")[1:]), _name(node, attributes)))

    def _image(self, _: LexborNode, attributes: Attributes) -> None:
        self._images.append(Image(attributes.get("src") or "", "alt" in attributes))

    def _link_element(self, _: LexborNode, attributes: Attributes) -> None:
        relations, address = words(attributes, "rel"), attributes.get("href") or ""
        if "canonical" in relations:
            self._canonicals.append(address)
        if "alternate" in relations and attributes.get("hreflang"):
            self._alternates.append(Alternate(attributes["hreflang"] or "", address))

    def _main(self, _: LexborNode, attributes: Attributes) -> None:
        self._mains.append(attributes.get("id") or "")

    def _meta(self, _: LexborNode, attributes: Attributes) -> None:
        content = (attributes.get("content") or "").strip()
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        if name:
            self._metas.setdefault(name, content)

    def _script(self, _: LexborNode, attributes: Attributes) -> None:
        if "src" not in attributes and attributes.get("type") != _LINKED_DATA:
            self._code.append("<script>")

    def _style(self, *_: object) -> None:
        self._code.append("<style>")

    def _title_element(self, node: LexborNode, _: Attributes) -> None:
        if node.parent is not None and node.parent.tag == "head" and not self._title:
            self._title = " ".join(node.text().split())


def _characters(runs: Iterable[Run]) -> Mapping[str, str]:
    texts: dict[str, list[str]] = {}
    for run in runs:
        texts.setdefault(run.language, []).append(run.text)
    return {language: "".join(sorted(set("".join(own)))) for language, own in texts.items()}


@lru_cache(maxsize=10_000)  # one record's words stand on several pages
def _run(text: str, language: str) -> Run:
    return Run(" ".join(text.split()), language)


def _name(node: LexborNode, attributes: Attributes) -> str:
    """What an element is called: its text, else its label, else the pictures in it."""
    text = " ".join(node.text().split())
    label = text or (attributes.get("aria-label") or "").strip()
    if label:
        return label
    pictures = (picture.attributes.get("alt") or "" for picture in node.css("img"))
    return " ".join(pictures).strip()
