"""Every picture says in words what it shows, or that it shows nothing."""

from collections.abc import Iterator

from builder.verify.finding import Finding
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Pictures without `alt`; an empty one marks decoration (WCAG 2.2, 1.1.1)."""
    for page in site.pages:
        for image in page.images:
            if not image.has_alternative:
                yield Finding("image-alt", page, {"address": image.address})
