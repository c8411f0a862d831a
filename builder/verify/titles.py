"""Every page has a title no other page of its language has, and a description.

The former addresses of one page may share one.
"""

from collections.abc import Iterator

from builder.verify.facts import PageFacts
from builder.verify.finding import Finding
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Titles and descriptions that are missing, titles that two pages share."""
    first: dict[tuple[str, str], PageFacts] = {}
    for page in site.pages:
        if not page.metas.get("description"):
            yield Finding("description-missing", page)
        if not page.title:
            yield Finding("title-missing", page)
            continue
        if page.page.key and page.page.key.former:
            continue
        other = first.setdefault((page.page.language, page.title), page)
        if other is not page:
            values = {"title": page.title, "other": other.address}
            yield Finding("title-duplicate", page, values)
