"""A reader with a keyboard or a screen reader can get to what a page is about."""

from collections.abc import Iterator

from builder.verify.facts import PageFacts
from builder.verify.finding import Finding
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Pages without one `<main>`, or a first link to it; links that have no name."""
    for page in site.pages:
        if len(page.mains) != 1:
            yield Finding("main-count", page, {"count": len(page.mains)})
        elif _has_header(page) and not _skips(page):
            yield Finding("skip-link-missing", page)
        for link in page.links:
            if not link.text:
                yield Finding("empty-link", page, {"address": link.address})


def _has_header(page: PageFacts) -> bool:
    """Whether there is something to skip: not where no language is, nor on the way to a page."""
    return page.page.key is not None and not page.page.key.former


def _skips(page: PageFacts) -> bool:
    """Whether the first link leads past the header (WCAG 2.2, technique G1)."""
    return bool(page.mains[0] and page.links and page.links[0].address == f"#{page.mains[0]}")
