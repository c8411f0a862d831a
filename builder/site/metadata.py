"""Files for machines: the sitemap with its alternates, and robots.txt."""

from collections.abc import Iterable
from html import escape

from builder.site.artifacts import Artifact
from builder.site.page import Page

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"


def metadata(pages: Iterable[Page], base: str) -> tuple[Artifact, ...]:
    """The machine files of a site whose full address is `base`."""
    return (
        Artifact(SITEMAP, _sitemap(pages).encode()),
        Artifact(ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {base}{SITEMAP}\n".encode()),
    )


def _sitemap(pages: Iterable[Page]) -> str:
    """Every page that announces itself, with its languages (sitemaps.org, Google's xhtml:link)."""
    return "".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
            ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n',
            *(_entry(page) for page in pages if page.view.alternates and page.view.canonical),
            "</urlset>\n",
        )
    )


def _entry(page: Page) -> str:
    links = "".join(
        f'  <xhtml:link rel="alternate" hreflang="{escape(alternate.hreflang)}"'
        f' href="{escape(alternate.href)}"/>\n'
        for alternate in page.view.alternates
    )
    return f"<url>\n  <loc>{escape(page.view.canonical or '')}</loc>\n{links}</url>\n"
