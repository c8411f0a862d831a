"""From every page one link leads to the same page in each other language, first in the header."""

from collections.abc import Iterator

from builder.site.routes import HOME
from builder.verify.facts import Link, PageFacts
from builder.verify.finding import Finding
from builder.verify.site import Site

_RELATION = "alternate"


def check(site: Site) -> Iterator[Finding]:
    """Toggles that are missing, misplaced, wrongly named, or lead to another page."""
    for page in site.pages:
        if page.page.key is None:
            yield from _neutral(site, page)
        elif not page.page.key.former:
            yield from _toggles(site, page)


def _neutral(site: Site, page: PageFacts) -> Iterator[Finding]:
    """A page of no language has a link to each language's home, and no toggle."""
    paths = [site.locate(page.page.path, link.address).path for link in page.links]
    for code in site.codes:
        home = site.by_key.get((HOME, code))
        count = paths.count(home.page.path) if home else 1
        if count != 1:
            yield Finding("neutral-home-link", page, {"language": code, "count": count})
    if any(link.in_header and _RELATION in link.relations for link in page.links):
        yield Finding("neutral-toggle", page)


def _toggles(site: Site, page: PageFacts) -> Iterator[Finding]:
    links = [
        link for link in page.links if link.in_header and not link.address.startswith("#")
    ]  # without the skip link
    found: list[Link] = []
    for code in site.codes:
        twin = site.by_key.get((page.page.key, code)) if page.page.key else None
        if twin is page:
            yield from _to_itself(site, page, links)
        elif twin is not None:
            toggles = [link for link in links if _is_toggle(site, page, link, twin)]
            if len(toggles) == 1:
                found.extend(toggles)
                yield from _judge(site, page, toggles[0], twin)
            else:
                code_of = "toggle-repeated" if toggles else "toggle-missing"
                yield Finding(code_of, page, {"language": code})
    first = next((link for link in links[: len(found)] if link not in found), None)
    if first is not None:
        yield Finding("toggle-not-first", page, {"first": first.text, "address": first.address})


def _is_toggle(site: Site, page: PageFacts, link: Link, twin: PageFacts) -> bool:
    """Whether a link means to be the toggle: by what it says, or where it leads."""
    code = twin.page.language
    return (
        link.hreflang == code
        or link.text == site.languages[code].name
        or site.locate(page.page.path, link.address).path == twin.page.path
    )


def _to_itself(site: Site, page: PageFacts, links: list[Link]) -> Iterator[Finding]:
    own = page.page.language
    for link in links:
        leads_here = site.locate(page.page.path, link.address).path == page.page.path
        is_own_name = link.text == site.languages[own].name
        if is_own_name or (_RELATION in link.relations and (leads_here or link.hreflang == own)):
            yield Finding("toggle-to-itself", page, {"language": own})


def _judge(site: Site, page: PageFacts, link: Link, twin: PageFacts) -> Iterator[Finding]:
    code = twin.page.language
    if site.locate(page.page.path, link.address).path != twin.page.path:
        here = {"expected": twin.address, "address": link.address}
        yield Finding("toggle-wrong-target", page, {"language": code}, here)
    name = site.languages[code].name
    if link.text != name:
        values = {"language": code, "name": name, "text": link.text}
        yield Finding("toggle-label", page, values)
    attributes = {
        "lang": (code, link.language or ""),
        "hreflang": (code, link.hreflang or ""),
        "rel": (_RELATION, " ".join(sorted(link.relations))),
    }
    for attribute, (wanted, value) in attributes.items():
        if wanted not in value.split():
            values = {"language": code, "attribute": attribute, "wanted": wanted, "value": value}
            yield Finding("toggle-attributes", page, values)
