"""What the templates of the desk read."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct, field

from builder.content.content import Content
from builder.devserver.desk_reviews import Key
from builder.devserver.desk_states import Cell, Row, Sheet, State, Summary
from builder.devserver.desk_texts import CORRECTION, SITE, STRINGS, VISIT, Document, Mention
from builder.devserver.editor import open_address
from builder.devserver.labels import Labels
from builder.devserver.pages import PREFIX
from builder.language import Language
from builder.problems import Place, Problem
from builder.problems.catalogue import Catalogue
from builder.site.routes import HOME, PageKey, Routes
from builder.site.views.words import Words

_TO_REVIEW = ("stale", "unreviewed")


class Desk(Struct, frozen=True):
    """What the desk shows: one state of a site.

    Args:
        content: what was read.
        problems: all that is wrong with it.
        routes: its addresses, where they could be planned.
        root: the site's folder.
        open_with: the address that opens a file, as `editor.open_address` takes it.
        reviews: how the review of a segment stands: a name in the group `review` of the labels.
    """

    content: Content
    problems: tuple[Problem, ...]
    routes: Routes | None
    root: Path
    open_with: str
    reviews: Mapping[Key, str] = field(default_factory=dict)


class LinkView(Struct, frozen=True):
    """Words that lead somewhere, in a language of their own where `language` is not empty."""

    label: Markup | str
    href: str
    language: str = ""


class ProblemView(Struct, frozen=True):
    """A problem in the desk's language, and where it is."""

    severity: str
    named: str
    message: str
    advice: str
    place: LinkView


class CellView(Struct, frozen=True):
    """A segment in one language; `place` is None where there is no text."""

    language: Language
    parts: tuple[Markup | LinkView, ...]
    state: State
    problems: tuple[ProblemView, ...]
    words: str
    place: LinkView | None
    is_embedded: bool


class RowView(Struct, frozen=True):
    """A segment in all languages; `review` is empty where nobody says how it stands."""

    id: str
    cells: tuple[CellView, ...]
    problems: tuple[ProblemView, ...]
    review: str


class Count(Struct, frozen=True):
    """The words of a document in one language; `ratio` is empty for the first one."""

    language: Language
    words: str
    ratio: str


class Heading(Struct, frozen=True):
    """What a document is called, and the ways to it: on the desk, on the site, in its file."""

    kind: str
    title: Words
    id: str
    is_draft: bool
    desk: str
    pages: tuple[LinkView, ...]
    source: LinkView


class SheetView(Struct, frozen=True):
    """A document: its heading, counts of words, problems of no segment, and rows."""

    heading: Heading
    counts: tuple[Count, ...]
    problems: tuple[ProblemView, ...]
    rows: tuple[RowView, ...]


class SummaryView(Struct, frozen=True):
    """A document on the list.

    `missing` are languages with the number of texts they lack, `reviews` states of review with
    the number of texts that are to be looked at.
    """

    heading: Heading
    summary: Summary
    missing: tuple[tuple[Language, int], ...]
    reviews: tuple[tuple[str, int], ...]

    @property
    def is_open(self) -> bool:
        """Whether there is anything to put right."""
        return self.summary.is_open or bool(self.reviews)


class Views(Struct, frozen=True):
    """Makes views of one state of a site in one language of the desk."""

    desk: Desk
    labels: Labels
    catalogue: Catalogue

    def sheet(self, sheet: Sheet) -> SheetView:
        """A document with all its texts."""
        return SheetView(
            self._heading(sheet.document),
            tuple(self._counts(sheet.rows)),
            self.problems(sheet.problems),
            tuple(self._row(sheet.document, row) for row in sheet.rows),
        )

    def summary(
        self, summary: Summary, reviews: Mapping[tuple[str, str], Mapping[str, int]]
    ) -> SummaryView:
        """A document as the list shows it.

        Args:
            summary: the document.
            reviews: kind and id of each document -> how many of its segments are in each state.
        """
        document = summary.document
        counts = reviews.get((document.kind, document.id), {})
        missing = tuple(
            (language, summary.missing[language.code])
            for language in self.desk.content.languages
            if summary.missing[language.code]
        )
        looked_at = tuple((state, counts[state]) for state in _TO_REVIEW if counts.get(state))
        return SummaryView(self._heading(document), summary, missing, looked_at)

    def problems(self, problems: Iterable[Problem]) -> tuple[ProblemView, ...]:
        """Problems in the language of the desk."""
        return tuple(
            ProblemView(
                problem.severity.value,
                f"{self.catalogue.severities[problem.severity]}[{problem.code}]",
                self.catalogue.message(problem),
                f"{self.catalogue.hint}: {self.catalogue.hint_of(problem)}",
                self._place(problem.place),
            )
            for problem in problems
        )

    def _heading(self, document: Document) -> Heading:
        return Heading(
            self.labels.say("kind", document.kind),
            self._title(document),
            document.id,
            document.is_draft,
            self._address(document.kind, document.id),
            tuple(self._pages(document)),
            self._place(self._beginning(document)),
        )

    def _beginning(self, document: Document) -> Place:
        """Where a document begins; only in a shared file is its place looked for."""
        if document.path:
            return self.desk.content.place(document.file, document.path)
        return Place(document.file)

    def _title(self, document: Document) -> Words:
        own = self.labels.language
        if document.title is None:
            named = self.labels.say("kind", document.kind)
            is_numbered = document.kind == CORRECTION
            return Words(f"{named}: {document.id}" if is_numbered else named, own)
        language = own if own in document.title else next(iter(document.title))
        return Words(document.title[language], language, foreign=language != own)

    def _pages(self, document: Document) -> Iterator[LinkView]:
        """The page that shows a document, in each language."""
        routes = self.desk.routes
        if routes is None or document.kind == STRINGS:
            return
        for language in self.desk.content.languages:
            match document.kind:
                case kind if kind in (SITE, VISIT):
                    href = routes.href(HOME, language.code)
                case kind if kind == CORRECTION:
                    href = routes.href(PageKey("sources"), language.code)
                case kind:
                    href = routes.record(kind, document.id, language.code)
            yield LinkView(language.name, href, language.code)

    def _row(self, document: Document, row: Row) -> RowView:
        review = self.desk.reviews.get((document.kind, document.id, row.id), "")
        cells = zip(self.desk.content.languages, row.cells, strict=True)
        return RowView(
            row.id,
            tuple(self._cell(language, cell) for language, cell in cells),
            self.problems(row.problems),
            review,
        )

    def _cell(self, language: Language, cell: Cell) -> CellView:
        text = cell.text
        parts = text.parts if text else ()
        mentions = [part for part in parts if isinstance(part, Mention)]
        return CellView(
            language,
            tuple(self._mention(part) if isinstance(part, Mention) else part for part in parts),
            cell.state,
            self.problems(cell.problems),
            self._number(text.words) if text and text.has_words else "",
            self._place(cell.place) if cell.place else None,
            any(mention.is_embedded for mention in mentions),
        )

    def _mention(self, mention: Mention) -> LinkView:
        return LinkView(mention.label, self._address(mention.kind, mention.id))

    def _counts(self, rows: Iterable[Row]) -> Iterator[Count]:
        languages = self.desk.content.languages
        totals = dict.fromkeys((language.code for language in languages), 0)
        for row in rows:
            for cell in row.cells:
                totals[cell.language] += cell.text.words if cell.text else 0
        base = totals[languages[0].code]
        for language in languages:
            total = totals[language.code]
            ratio = ""
            if base and language is not languages[0]:
                exact = (Decimal(total) / base).quantize(Decimal("0.01"))
                ratio = self.labels.say(
                    "desk", "ratio", ratio=self._number(exact), language=languages[0].name
                )
            yield Count(language, self._number(total), ratio)

    def _number(self, value: int | Decimal) -> str:
        """A number as the desk's language writes it."""
        languages = self.desk.content.languages
        own = (each for each in languages if each.code == self.labels.language)
        return next(own, languages[0]).number(value)

    def _address(self, kind: str, identity: str) -> str:
        return f"{PREFIX}desk/{kind}/{identity}/?lang={self.labels.language}"

    def _place(self, place: Place) -> LinkView:
        href = open_address(self.desk.open_with, self.desk.root, place)
        return LinkView(str(place), href)
