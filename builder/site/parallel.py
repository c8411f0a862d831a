"""Pages that show all languages side by side, one beneath each page that has texts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType

from builder.content.content import Content
from builder.site.page import Page
from builder.site.routes import HOME, PageKey, Routes
from builder.site.views.articles import ArticleView
from builder.site.views.parallel import Row, parallels
from builder.site.views.words import Link, Words


def parallel_pages(content: Content, routes: Routes, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages side by side of all planned pages: their rows are the same in every language."""
    beneath: dict[PageKey, list[Page]] = {}
    homes: dict[str, Page] = {}
    for page in pages:
        if page.key and page.view.parallel:
            beneath.setdefault(page.key, []).append(page)
        if page.key == HOME:
            homes[page.language] = page
    of_site = parallels(content)
    for key, twins in beneath.items():
        articles = {
            page.language: article
            for page in twins
            if isinstance(article := page.context.get("article"), ArticleView)
        }
        rows = of_site.rows(key, articles)
        for page in twins:
            yield _page(content, routes, page, homes[page.language], rows)


def _page(content: Content, routes: Routes, page: Page, home: Page, rows: tuple[Row, ...]) -> Page:
    """The page beneath `page`; `home` has the navigation with no entry marked."""
    assert page.key is not None  # a page of no language has nothing beside it
    key, view, code = page.key.parallel, page.view, page.language
    words = content.strings[code].groups["side-by-side"]
    single = routes.href(page.key, code)
    return replace(
        page,
        key=key,
        path=f"{routes.paths[key, code]}index.html",
        template="pages/parallel.html",
        view=replace(
            view,
            title=f"{words['title']}: {view.title}",
            heading=Words(words["title"], code),
            description=words["description"],
            canonical=routes.absolute(key, code),
            alternates=(),
            toggles=tuple(
                replace(toggle, href=routes.href(key, toggle.code)) for toggle in view.toggles
            ),
            is_complete=not view.heading.missing,
            is_indexed=False,
            breadcrumbs=(*view.breadcrumbs, Link(view.heading, single)),
            cited=(),
            parallel=None,
            announcement=None,
        ),
        context=MappingProxyType(
            {
                "site": home.context["site"],
                "beside": Link(view.heading, single),
                "rows": rows,
                "languages": content.languages,
            }
        ),
    )
