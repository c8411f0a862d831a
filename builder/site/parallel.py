"""Pages that show all languages side by side, one beneath each page that has texts."""

from collections.abc import Callable, Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec.structs import replace

from builder.content.content import Content
from builder.content.model import Article
from builder.site.page import Page
from builder.site.routes import PageKey, Routes
from builder.site.views.articles import ArticleView
from builder.site.views.parallel import Parallels, Row
from builder.site.views.reviews import Reviews
from builder.site.views.words import NO_NOTICE, Link, Words


class ParallelPages:
    """The pages side by side of a site: their rows are the same in every language.

    Args:
        content: the site.
        routes: where its pages are.
        page: gives the page about something in a language.
        reviews: gives what to say of texts that were not reviewed as they are.
    """

    def __init__(
        self,
        content: Content,
        routes: Routes,
        page: Callable[[PageKey, str], Page],
        reviews: Callable[[], Reviews],
    ) -> None:
        self._content = content
        self._routes = routes
        self._page = page
        self._reviews = reviews
        self._rows: dict[PageKey, tuple[Row, ...]] = {}

    def page(self, key: PageKey, code: str) -> Page:
        """The page beneath the one about `key`."""
        if key not in self._rows:
            self._rows[key] = self._parallels.rows(key, self._articles(key))
        return _page(self._content, self._routes, self._page(key, code), self._rows[key])

    @cached_property
    def _parallels(self) -> Parallels:
        return Parallels(self._content, self._reviews())

    def _articles(self, key: PageKey) -> Mapping[str, ArticleView]:
        """The views of an article in every language; of anything else, none."""
        if key.kind != Article.kind_name:
            return {}
        codes = (language.code for language in self._content.languages)
        views = {code: self._page(key, code).context[key.kind] for code in codes}
        return {code: view for code, view in views.items() if isinstance(view, ArticleView)}


def _page(content: Content, routes: Routes, page: Page, rows: tuple[Row, ...]) -> Page:
    """The page beneath `page`."""
    assert page.key is not None  # a page of no language has nothing beside it
    key, view, code = page.key.parallel, page.view, page.language
    words = content.strings[code].groups["side-by-side"]
    single = routes.href(page.key, code)
    return replace(
        page,
        key=key,
        path=routes.file(key, code),
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
            address=routes.href(key, code),
            is_indexed=False,
            breadcrumbs=(*view.breadcrumbs, Link(view.heading, single)),
            cited=(),
            parallel=None,
            review=NO_NOTICE,
            announcement=None,
        ),
        context=MappingProxyType(
            {
                "site": page.context["site"],
                "beside": Link(view.heading, single),
                "rows": rows,
                "languages": tuple(Words(one.name, one.code) for one in content.languages),
                "reviews": content.strings[code].groups["review"],
            }
        ),
    )
