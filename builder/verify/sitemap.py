"""The sitemap lists the pages to be found, each with its languages, and robots.txt names it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.parsers.expat import ErrorString

from builder.problems import Place, Problem
from builder.site.metadata import SITEMAP
from builder.verify.alternates import alternates_of
from builder.verify.site import Site

_ROBOTS = "robots.txt"
_NAMES = {
    "sitemap": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xhtml": "http://www.w3.org/1999/xhtml",
}

Entries = Mapping[str, Mapping[str, str]]
"""Full addresses of pages, each with its alternates: `hreflang` -> full address."""


def check(site: Site) -> Iterator[Problem]:
    """A sitemap that is not what the pages say, or that nobody is told of."""
    record = f"Sitemap: {site.base}{SITEMAP}"
    if record not in site.files.get(_ROBOTS, b"").decode(errors="replace").splitlines():
        yield Problem("robots-sitemap", Place(_ROBOTS), {"line": record})
    if SITEMAP not in site.files:
        yield Problem("sitemap-missing", Place(SITEMAP))
        return
    try:
        found = list(_entries(site.files[SITEMAP]))
    except ElementTree.ParseError as error:
        line, column = error.position
        place = Place(SITEMAP, line, column + 1)
        yield Problem("sitemap-unreadable", place, {"said": ErrorString(error.code)})
        return
    for address, times in Counter(address for address, _ in found).items():
        if times > 1:
            yield Problem("sitemap-repeated-page", Place(SITEMAP), {"address": address})
    yield from _compared(_expected(site), dict(reversed(found)))


def _expected(site: Site) -> Entries:
    listed = ((page, alternates_of(site, page)) for page in site.pages)
    return {site.full_address(page): alternates for page, alternates in listed if alternates}


def _compared(expected: Entries, found: Entries) -> Iterator[Problem]:
    for address in sorted(expected.keys() | found.keys()):
        values = {"address": address}
        if address not in found:
            yield Problem("sitemap-missing-page", Place(SITEMAP), values)
        elif address not in expected:
            yield Problem("sitemap-unknown-page", Place(SITEMAP), values)
        elif found[address] != expected[address]:
            yield Problem("sitemap-alternates", Place(SITEMAP), values)


def _entries(body: bytes) -> Iterator[tuple[str, Mapping[str, str]]]:
    root = ElementTree.fromstring(body)  # noqa: S314 (we have just written it)
    for entry in root.findall("sitemap:url", _NAMES):
        links = entry.findall("xhtml:link", _NAMES)
        alternates = {link.get("hreflang", ""): link.get("href", "") for link in links}
        yield entry.findtext("sitemap:loc", "", _NAMES).strip(), alternates
