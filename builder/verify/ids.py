"""An id names one place of a page."""

from collections import Counter
from collections.abc import Iterator

from builder.verify.finding import Finding
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Ids that a page has twice, or that are empty."""
    for page in site.pages:
        if len(set(page.ids)) < len(page.ids):
            for identity, count in Counter(page.ids).items():
                if count > 1 and identity:
                    yield Finding("duplicate-page-id", page, {"id": identity, "count": count})
        if "" in page.ids:
            yield Finding("empty-page-id", page)
