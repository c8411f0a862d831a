"""Every link on the site's own host leads to a file and a place that exist."""

from collections.abc import Iterator

from builder.verify.facts import PageFacts
from builder.verify.finding import Finding
from builder.verify.site import WEB, Site, Target

_FOLLOWED = WEB | {"mailto"}
_SCRIPT = "javascript"


def check(site: Site) -> Iterator[Finding]:
    """Links that lead nowhere, leave the site's folder or have a scheme nobody expects."""
    for page in site.pages:
        for address in dict.fromkeys(link.address for link in page.links):
            target = site.locate(page.page.path, address)
            if target.scheme not in _FOLLOWED | {_SCRIPT}:
                yield Finding("unsafe-scheme", page, {"address": address})
            yield from _judge(site, page, address, target)
        for address in dict.fromkeys(resource.address for resource in page.resources):
            yield from _judge(site, page, address, site.locate(page.page.path, address))


def _judge(site: Site, page: PageFacts, address: str, target: Target) -> Iterator[Finding]:
    if not target.is_here:
        return
    values = {"address": address}
    if target.path is None:
        yield Finding("link-outside-base", page, {**values, "base": site.base})
    elif target.path not in site.by_path and target.path not in site.files:
        yield Finding("broken-link", page, values)
    elif page.page.key is None and not address.startswith(("/", "#", "http:", "https:")):
        yield Finding("relative-link", page, values)
    elif not _has_place(site, target):
        yield Finding("broken-fragment", page, {**values, "fragment": target.fragment})


def _has_place(site: Site, target: Target) -> bool:
    """Whether the fragment is an id of the page; an empty one and `top` mean its start."""
    page = site.by_path.get(target.path or "")
    return page is None or target.fragment in ("", "top") or target.fragment in page.ids
