"""The whole site as one page a language, for print: what its pages show, chapter by chapter."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from builder.content.content import Content
from builder.site.page import Page
from builder.site.routes import EDITION, HOME, PageKey, Routes
from builder.site.views.articles import ArticleView
from builder.site.views.events import Timeline
from builder.site.views.sources import FeedView, SourceView, TermView
from builder.site.views.visit import VisitView
from builder.site.views.words import NO_NOTICE, Link, Words

T = TypeVar("T")

_ANCHORED = (
    *("quote", "agreement", "person", "organisation", "event", "source", "term", "figure"),
)
"""Kinds of record that the edition holds, each under `kind-id`."""


class Chapter(Struct, frozen=True):
    """A part of the edition: `kind` says how it is shown, `parts` what, each under its id."""

    kind: str
    id: str
    title: Words
    parts: tuple[tuple[str, object], ...]


def print_edition(content: Content, routes: Routes, pages: Mapping[PageKey, Page]) -> Page:
    """The print edition of one language, made of that language's pages."""
    home = pages[HOME]
    code = home.language
    groups = content.strings[code].groups
    title = groups["section"][EDITION.kind]
    context = {
        "site": home.context["site"],
        "visit": home.context["visit"],
        "chapters": tuple(_chapters(content, pages)),
        "changes": _one(pages[PageKey("sources")], "feed", FeedView).changes,
    }
    return replace(
        home,
        key=EDITION,
        path=routes.file(EDITION, code),
        template="pages/edition.html",
        origin=content.site.file,
        view=replace(
            home.view,
            title=f"{title} – {home.view.title}",
            heading=Words(title, code),
            description=groups["section-description"][EDITION.kind],
            canonical=routes.absolute(EDITION, code),
            alternates=(),
            toggles=tuple(
                replace(toggle, href=routes.href(EDITION, toggle.code))
                for toggle in home.view.toggles
            ),
            address=routes.href(EDITION, code),
            is_complete=all(page.view.is_complete for page in pages.values()),
            is_indexed=False,
            breadcrumbs=(Link(home.view.heading, routes.href(HOME, code)),),
            cited=(),
            parallel=None,
            review=NO_NOTICE,
            announcement=None,
        ),
        context=MappingProxyType(context),
        anchors=MappingProxyType(
            {
                routes.record(kind, identity, code): f"{kind}-{identity}"
                for kind in _ANCHORED
                for identity in content.records[kind]
            }
        ),
    )


def _chapters(content: Content, pages: Mapping[PageKey, Page]) -> Iterator[Chapter]:
    """The visit and its article, the records, the sources, all other articles, the terms."""
    main = content.visit.article if content.visit else None
    articles = [key for key in pages if key.kind == "article"]
    yield _visit(pages[HOME])
    yield from (_article(pages[key]) for key in articles if key.id == main)
    yield _records(pages, "quotes", ("quote",))
    yield _records(pages, "agreements", ("agreement",))
    yield _records(pages, "people", ("person", "organisation"))
    yield _timeline(pages[PageKey("timeline")])
    yield _sources(pages[PageKey("sources")])
    yield from (_article(pages[key]) for key in articles if key.id != main)
    yield _terms(pages[PageKey("terms")])


def _visit(home: Page) -> Chapter:
    visit = _one(home, "visit", VisitView)
    figures = tuple(replace(figure, id=f"figure-{figure.id}") for figure in visit.figures)
    whole = replace(visit, figures=figures)
    return Chapter("visit", "visit", visit.title, (("visit", whole),))


def _article(page: Page) -> Chapter:
    """An article, its headings one level below the chapter's."""
    article = _one(page, "article", ArticleView)
    identity = f"article-{page.key.id}" if page.key else ""
    blocks = tuple(
        replace(block, segment=f"{identity}-{block.segment}", level=block.level + 1)
        for block in article.blocks
    )
    return Chapter(
        "article", identity, article.title, ((identity, replace(article, blocks=blocks)),)
    )


def _records(pages: Mapping[PageKey, Page], section: str, kinds: tuple[str, ...]) -> Chapter:
    """The records of one section, whole, in the order of their pages."""
    parts = tuple(
        (f"{key.kind}-{key.id}", page.context[key.kind])
        for kind in kinds
        for key, page in pages.items()
        if key.kind == kind
    )
    return Chapter(section, section, pages[PageKey(section)].view.heading, parts)


def _timeline(page: Page) -> Chapter:
    timeline = _one(page, "timeline", Timeline)
    events = (
        replace(event, id=f"event-{event.id}") for event in (*timeline.dated, *timeline.undated)
    )
    parts = tuple((event.id, event) for event in events)
    return Chapter("timeline", "timeline", page.view.heading, parts)


def _sources(page: Page) -> Chapter:
    sources = (replace(source, id=f"source-{source.id}") for source in _all(page, SourceView))
    parts = tuple((source.id, source) for source in sources)
    return Chapter("sources", "sources", page.view.heading, parts)


def _terms(page: Page) -> Chapter:
    terms = (replace(term, id=f"term-{term.id}") for term in _all(page, TermView))
    parts = tuple((term.id, term) for term in terms)
    return Chapter("terms", "terms", page.view.heading, parts)


def _one(page: Page, name: str, view: type[T]) -> T:
    value = page.context[name]
    assert isinstance(value, view)
    return value


def _all(page: Page, view: type[T]) -> tuple[T, ...]:
    """The views that a section's page lists under the section's name."""
    assert page.key is not None  # pages of sections have one
    listed = page.context[page.key.kind]
    assert isinstance(listed, tuple)
    return tuple(item for item in listed if isinstance(item, view))
