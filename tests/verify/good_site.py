"""A small site in two languages with nothing wrong: its files, and the pages they came from."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from builder.site.artifacts import Artifact
from builder.site.page import Page, PageView
from builder.site.routes import CHOOSER, HOME, NOT_FOUND, PageKey
from builder.site.views.words import Words

BASE = "https://sapar.example/sub/"
FOLDER = Path(__file__).parent / "site"

_QUOTES = PageKey("quotes")
_TRADE = PageKey("quote", "trade")
_MOVED = PageKey("quote", "trade", former="saudasy")
_RECORD = "content/quotes/trade.yaml"


def _page(path: str, key: PageKey | None, template: str, origin: str) -> Page:
    language = path.partition("/")[0] if key else "kk"
    view = PageView(
        language=language,
        direction="ltr",
        title="",
        heading=Words("", language),
        description="",
        canonical=None,
        alternates=(),
        toggles=(),
        is_complete=True,
    )
    return Page(key, language, path, template, origin, view, MappingProxyType({}))


PAGES: Mapping[str, Page] = MappingProxyType(
    {
        page.path: page
        for page in (
            _page(CHOOSER, None, "pages/chooser.html", "site.yaml"),
            _page(NOT_FOUND, None, "pages/not-found.html", "site.yaml"),
            _page("kk/index.html", HOME, "pages/home.html", "content/visit.yaml"),
            _page("en/index.html", HOME, "pages/home.html", "content/visit.yaml"),
            _page("kk/daieksozder/index.html", _QUOTES, "pages/quotes.html", "site.yaml"),
            _page("en/quotes/index.html", _QUOTES, "pages/quotes.html", "site.yaml"),
            _page("kk/daieksozder/sauda/index.html", _TRADE, "pages/quote.html", _RECORD),
            _page("en/quotes/trade/index.html", _TRADE, "pages/quote.html", _RECORD),
            _page("kk/daieksozder/saudasy/index.html", _MOVED, "pages/moved.html", _RECORD),
        )
    }
)


def good_files() -> dict[str, str]:
    """Every file of the site, by its path."""
    return {
        path.relative_to(FOLDER).as_posix(): path.read_text()
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file()
    }


def artifacts(files: Mapping[str, str], *, incomplete: str = "") -> tuple[Artifact, ...]:
    """The files as a build makes them; `incomplete` is the path of a page that is so."""
    pages = dict(PAGES)
    if incomplete:
        page = pages[incomplete]
        pages[incomplete] = replace(page, view=replace(page.view, is_complete=False))
    return tuple(Artifact(path, text.encode(), pages.get(path)) for path, text in files.items())
