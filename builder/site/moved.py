"""Pages that stand where a page was before, and send on to where it is now."""

from types import MappingProxyType

from msgspec.structs import replace

from builder.content.content import Content
from builder.site.page import Page
from builder.site.routes import PageKey, Routes
from builder.site.views.words import Link, Words


def moved_page(content: Content, routes: Routes, key: PageKey, page: Page) -> Page:
    """The page at a former address of `page`, whose address it names as the one to list."""
    view, code = page.view, page.language
    words = content.strings[code].groups["moved"]
    return replace(
        page,
        key=key,
        path=routes.file(key, code),
        template="pages/moved.html",
        view=replace(
            view,
            title=f"{words['title']}: {view.title}",
            heading=Words(words["title"], code),
            description=words["text"],
            alternates=(),
            toggles=(),
            address=routes.href(key, code),
            is_indexed=False,
            breadcrumbs=(),
            cited=(),
            parallel=None,
            announcement=None,
        ),
        context=MappingProxyType(
            {"now": Link(view.heading, routes.href(key.current, code)), "text": words["text"]}
        ),
    )
