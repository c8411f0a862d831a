"""The languages side by side: a row a segment, a cell a language, no row ever shifted."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from builder.content.base import Model
from builder.content.content import Content
from builder.content.fields import Translated
from builder.content.model import Article, Figure, Quote, Visit
from builder.content.records import Record
from builder.content.segments import in_common_order
from builder.content.source import KeyPath
from builder.language import Language
from builder.site.routes import HOME, PageKey
from builder.site.views.agreements import in_order_of_source as in_order_of_list
from builder.site.views.articles import ArticleView, BlockView
from builder.site.views.checked import CheckedView
from builder.site.views.edition import source_numbers
from builder.site.views.events import in_order_of_time
from builder.site.views.person_summary import in_order_of_visit
from builder.site.views.quotes import as_said, in_order_of_source
from builder.site.views.reviews import NOTHING_TO_SAY, Reviews
from builder.site.views.visit import figure_value
from builder.site.views.words import Link, Words


class Cell(Struct, frozen=True):
    """A segment in one language; without `text` the cell says that there is none.

    `kind` is `heading`, of a part or for what a record is called, `quote`, `text`, or `checked`
    with the counts in `checked`; `link` leads to an embedded record; `review` names in the group
    `review` of the strings what readers are told of how it was reviewed.
    """

    language: str
    direction: str
    kind: str = "text"
    text: Words | Markup | None = None
    link: Link | None = None
    review: str = ""
    checked: CheckedView | None = None


class Row(Struct, frozen=True):
    """A segment, under the id that all languages share: a cell for each, in site order."""

    id: str
    cells: tuple[Cell, ...]


class RowText(Struct, frozen=True):
    """What a row says of a record, as each language's readers see it, under the end of its id.

    Its id is that of the segment, or `value` for a number that has no text.
    """

    id: str
    kind: str
    words: Mapping[str, Words]


class Parallels:
    """The rows of every page that has texts; all languages share them."""

    def __init__(self, content: Content, reviews: Reviews = NOTHING_TO_SAY) -> None:
        self._content = content
        self._reviews = reviews
        self._texts: dict[tuple[str, str], tuple[RowText, ...]] = {}

    def rows(self, key: PageKey, articles: Mapping[str, ArticleView]) -> tuple[Row, ...]:
        """The rows of a page.

        Args:
            key: what the page is about.
            articles: for an article, its view in each language.
        """
        content = self._content
        if key.kind in content.records:
            record = content.records[key.kind][key.id]
            if not articles:
                return tuple(self._of([record], is_alone=True))
            return (*self._of([record]), *self._blocks(key.id, articles))
        if key == HOME:
            assert content.visit is not None  # without a visit there are no pages
            return tuple(
                chain(
                    self._rows(_texts(content, content.visit), "", ("visit", "visit")),
                    self._of(content.figures.values()),
                )
            )
        corrections = content.corrections if key.kind == "sources" else ()
        return tuple(
            chain(
                self._of(_listed(content, key.kind)),
                *(
                    self._rows(
                        _texts(content, correction),
                        f"corrections-{number}-",
                        ("correction", str(number)),
                    )
                    for number, correction in enumerate(corrections, start=1)
                ),
            )
        )

    def _of(self, records: Iterable[Record], *, is_alone: bool = False) -> Iterator[Row]:
        """The fields of records; beside others, each names its record."""
        for record in records:
            key = record.kind_name, record.id
            if key not in self._texts:  # most records stand on a list too
                self._texts[key] = _texts(self._content, record)
            yield from self._rows(self._texts[key], "" if is_alone else f"{record.id}-", key)

    def _rows(
        self, texts: Iterable[RowText], prefix: str, record: tuple[str, str]
    ) -> Iterator[Row]:
        for text in texts:
            notes = self._reviews.of((*record, text.id))
            cells = (
                Cell(
                    language.code,
                    language.direction,
                    text.kind,
                    text.words.get(language.code),
                    review=notes.get(language.code, ""),
                )
                for language in self._content.languages
            )
            yield Row(f"{prefix}{text.id}", tuple(cells))

    def _blocks(self, article: str, views: Mapping[str, ArticleView]) -> Iterator[Row]:
        """The segments of an article, however the languages differ."""
        blocks = {
            code: {block.segment: block for block in view.blocks}
            for code, view in views.items()
            if not view.is_missing
        }
        for segment in in_common_order([list(of_language) for of_language in blocks.values()]):
            notes = self._reviews.of((Article.kind_name, article, segment))
            cells = (
                replace(
                    _cell(language, blocks.get(language.code, {}).get(segment)),
                    review=notes.get(language.code, ""),
                )
                for language in self._content.languages
            )
            yield Row(segment, tuple(cells))


def _texts(content: Content, value: Model) -> tuple[RowText, ...]:
    """The translated fields of a record in its order: a part's note last, pictures at the end.

    What the record is called goes first, and what a figure says follows it.
    """
    called = value.called if isinstance(value, Record) else None
    found = [
        (path, leaf)
        for path, leaf in value.leaves
        if isinstance(leaf, Translated) and path[0] != "slug" and not _is_of_figure(value, path)
    ]
    found.sort(key=lambda field: (field[1] is not called, field[0][0] == "images"))
    texts = [
        _text(content, value, "-".join(map(_step, path)), leaf)
        for _, part in groupby(found, key=lambda field: field[0][:-1])
        for path, leaf in sorted(part, key=lambda field: field[0][-1] == "note")
    ]
    if isinstance(value, Figure) and value.words is None:
        texts.insert(1, _value(content, value, "value"))
    return tuple(texts)


def _text(content: Content, value: Model, identity: str, texts: Translated) -> RowText:
    if isinstance(value, Figure) and texts is value.words:
        return _value(content, value, identity)
    words = {code: Words(text, code) for code, text in texts.items()}
    if isinstance(value, Quote) and texts is value.text:
        said = {code: as_said(content, value, own) for code, own in words.items()}
        return RowText(identity, "quote", said)
    is_name = isinstance(value, Record) and texts is value.called
    is_title = isinstance(value, Visit) and texts is value.title
    return RowText(identity, "heading" if is_name or is_title else "text", words)


def _value(content: Content, figure: Figure, identity: str) -> RowText:
    """What a figure says, in each language that has its noun if it has one."""
    words = {
        language.code: Words(
            figure_value(language, figure, figure.words[language.code] if figure.words else None),
            language.code,
        )
        for language in content.languages
        if figure.words is None or language.code in figure.words
    }
    return RowText(identity, "text", words)


def _is_of_figure(value: Model, path: KeyPath) -> bool:
    """Whether a field of the visit belongs to a figure, which is a record of its own."""
    return isinstance(value, Visit) and path[0] == "figures"


def _step(step: str | int) -> str:
    """A step of a field's path as a reader counts it, from 1."""
    return str(step + 1) if isinstance(step, int) else step.replace("_", "-")


def _listed(content: Content, section: str) -> Iterable[Record]:
    """The records whose texts a section lists, in an order that all languages share."""
    match section:
        case "quotes":
            return in_order_of_source(content, content.quotes.values())
        case "agreements":
            return in_order_of_list(tuple(content.agreements.values()))
        case "people":
            return chain(in_order_of_visit(content), content.organisations.values())
        case "timeline":
            return in_order_of_time(content.events.values())
        case "sources":
            return (content.sources[source] for source in source_numbers(content))
        case _:
            return content.terms.values()


def _cell(language: Language, block: BlockView | None) -> Cell:
    code, direction = language.code, language.direction
    if block is None:
        return Cell(code, direction)
    if block.kind != "embed":
        return Cell(code, direction, "heading" if block.kind == "heading" else "text", block.html)
    if block.checked:
        return Cell(code, direction, "checked", checked=block.checked)
    if block.quote:
        kind, text, link = "quote", block.quote.text, block.quote.topic
    else:
        assert block.agreement is not None  # a block embeds one or the other
        kind, text, link = "text", block.agreement.title, block.agreement.link
    return Cell(code, direction) if text.missing else Cell(code, direction, kind, text, link)
