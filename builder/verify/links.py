"""Every link on the site's own host leads to a file and a place that exist."""

from collections.abc import Iterator, Mapping

from builder.content.suggestions import nearest
from builder.verify.facts import INDEX, PageFacts
from builder.verify.finding import Finding
from builder.verify.site import ABSOLUTE, WEB, Site, Target

_FOLLOWED = WEB | {"mailto", "javascript"}  # script is judged as code
_HERE = ("/", "#", "http:", "https:")  # beginnings that lead to the same from any address
_START = frozenset(("", "top"))


def check(site: Site) -> Iterator[Finding]:
    """Links that lead nowhere, leave the site's folder or have a scheme nobody expects."""
    good: set[str] = set()  # on any page, and most stand on many
    for page in site.pages:
        links = dict.fromkeys(link.address for link in page.links)
        loaded = dict.fromkeys(resource.address for resource in page.resources)
        for address in (*links, *loaded):
            if address in good:
                continue
            target = site.locate(page.page.path, address)
            if address in links and target.scheme not in _FOLLOWED:
                yield Finding("unsafe-scheme", page, {"address": address})
            elif target.is_here and (finding := _judge(site, page, address, target)):
                yield finding
            elif target.scheme in _FOLLOWED and address.startswith(ABSOLUTE):
                good.add(address)


def _judge(site: Site, page: PageFacts, address: str, target: Target) -> Finding | None:
    """What is wrong with an address on the site's own host."""
    values = {"address": address}
    if target.path is None:
        return Finding("link-outside-base", page, {**values, "base": site.base})
    places = site.places.get(target.path)
    if places is None and target.path not in site.files:
        return Finding("broken-link", page, {**values, **_near_page(site, target.path)})
    if page.page.key is None and not address.startswith(_HERE):
        return Finding("relative-link", page, values)
    is_found = places is None or target.fragment in _START or target.fragment in places
    if not is_found:
        near = nearest(target.fragment, filter(None, site.by_path[target.path].ids))
        return Finding("broken-fragment", page, {**values, "fragment": target.fragment, **near})
    return None


def _near_page(site: Site, path: str) -> Mapping[str, str]:
    """The address of the page that was probably meant, if it was a page and no other file."""
    if path not in site.near:
        pages = {other.removesuffix(INDEX): page for other, page in site.by_path.items()}
        folder = path.removesuffix(INDEX)
        is_page = path != folder or "." not in path.rpartition("/")[2]
        near = nearest(folder, pages) if is_page else {}
        site.near[path] = {name: pages[other].address for name, other in near.items()}
    return site.near[path]
