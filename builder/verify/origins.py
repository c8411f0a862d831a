"""A page loads nothing from anywhere else, and sends nothing there."""

from collections.abc import Iterator

from builder.verify.finding import Finding
from builder.verify.site import Site

_OWN = frozenset(("data", "javascript"))  # data stands in the page; script is judged as code


def check(site: Site) -> Iterator[Finding]:
    """Resources of another origin."""
    for page in site.pages:
        for resource in page.resources:
            target = site.locate(page.page.path, resource.address)
            if not target.is_here and target.scheme not in _OWN:
                values = {
                    "element": resource.element,
                    "attribute": resource.attribute,
                    "address": resource.address,
                }
                yield Finding("foreign-origin", page, values)
