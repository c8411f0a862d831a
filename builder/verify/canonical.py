"""Each page names one full address as the one to list: its own, or where it has moved."""

from collections.abc import Iterator

from builder.verify.alternates import canonical_of
from builder.verify.finding import Finding
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Canonical addresses that are missing, repeated or another page's."""
    for page in site.pages:
        expected = canonical_of(site, page)
        if page.canonicals != ((expected,) if expected else ()):
            here = {"expected": expected or "–", "address": " ".join(page.canonicals) or "–"}
            yield Finding("canonical-wrong", page, here=here)
