"""A former address leads to where the page is now; no other page sends its readers anywhere."""

from collections.abc import Iterator

from builder.verify.facts import PageFacts
from builder.verify.finding import Finding
from builder.verify.resources import REFRESH
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Former addresses without a way on or that are to be listed; pages that send readers on."""
    for page in site.pages:
        sent = [r.address for r in page.resources if r.attribute == REFRESH]
        if not (page.page.key and page.page.key.former):
            for address in sent:
                yield Finding("sends-on", page, {"address": address})
        elif page.is_indexed:
            yield Finding("moved-indexed", page)
        elif not _leads_on(site, page, sent):
            yield Finding("moved-nowhere", page, {"address": " ".join(sent) or "–"})


def _leads_on(site: Site, page: PageFacts, sent: list[str]) -> bool:
    """Whether readers are sent to the page itself, and nothing but a link to it stands here."""
    assert page.page.key is not None  # a former page has one
    now = site.by_key.get((page.page.key.current, page.page.language))
    ways = (*sent, *(link.address for link in page.links))
    led_to = {site.locate(page.page.path, address).path for address in ways}
    return now is not None and bool(sent and page.links) and led_to == {now.page.path}
