"""Each page tells search engines of its real translations, in full addresses, both ways."""

from collections.abc import Iterator, Mapping

from builder.site.routes import CHOOSER, HOME, NOT_FOUND
from builder.verify.facts import PageFacts
from builder.verify.finding import Finding
from builder.verify.page_language import DEFAULT
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Alternates that are missing, wrong, not returned or not full addresses."""
    for page in site.pages:
        expected = alternates_of(site, page)
        found: dict[str, str] = {}
        for alternate in page.alternates:
            if not alternate.href.startswith(("http://", "https://")):
                here = {"address": alternate.href}
                yield Finding("hreflang-not-absolute", page, {"hreflang": alternate.hreflang}, here)
            elif found.setdefault(alternate.hreflang, alternate.href) != alternate.href:
                here = {"address": alternate.href}
                yield Finding("hreflang-repeated", page, {"hreflang": alternate.hreflang}, here)
        told = {alternate.hreflang for alternate in page.alternates}
        for hreflang in sorted(expected.keys() - told):
            yield _wrong(_missing(site, page, hreflang), page, hreflang, expected, found)
        for hreflang, address in found.items():
            if address != expected.get(hreflang):
                code = "hreflang-x-default" if hreflang == DEFAULT else "hreflang-wrong"
                yield _wrong(code, page, hreflang, expected, found)


def alternates_of(site: Site, page: PageFacts) -> Mapping[str, str]:
    """The alternates a page must list: none unless it is indexed, complete and still there."""
    of_no_language = page.page.key is None
    is_former = page.page.key is not None and page.page.key.former
    if is_former or not page.is_indexed or not page.page.view.is_complete:
        return {}
    if of_no_language and page.page.path != CHOOSER:
        return {}
    twins = {code: site.by_key.get((page.page.key or HOME, code)) for code in site.codes}
    alternates = {
        code: site.full_address(twin)
        for code, twin in twins.items()
        if twin and twin.page.view.is_complete
    }
    return {**alternates, DEFAULT: site.base}


def canonical_of(site: Site, page: PageFacts) -> str | None:
    """The canonical address of a page: its own, or that of the page it stands for.

    The 404 page, shown at any address, has none.
    """
    key = page.page.key
    if key and key.former:
        now = site.by_key.get((key.current, page.page.language))
        return site.full_address(now) if now else None
    return None if page.page.path == NOT_FOUND else site.full_address(page)


def _missing(site: Site, page: PageFacts, hreflang: str) -> str:
    """The code for an alternate that a page does not list."""
    if hreflang == DEFAULT:
        return "hreflang-x-default"
    if hreflang == page.page.language and page.page.key:
        return "hreflang-missing-self"
    twin = site.by_key.get((page.page.key, hreflang)) if page.page.key else None
    told = {alternate.href for alternate in twin.alternates} if twin else set()
    return "hreflang-not-reciprocal" if site.full_address(page) in told else "hreflang-wrong"


def _wrong(
    code: str, page: PageFacts, hreflang: str, expected: Mapping[str, str], found: Mapping[str, str]
) -> Finding:
    here = {"expected": expected.get(hreflang, "–"), "address": found.get(hreflang, "–")}
    return Finding(code, page, {"hreflang": hreflang}, here)
