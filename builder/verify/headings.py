"""One heading names the page, and the others stand in order beneath it."""

from collections.abc import Iterator

from builder.verify.finding import Finding, shortened
from builder.verify.site import Site


def check(site: Site) -> Iterator[Finding]:
    """Pages without one `h1`, levels that are skipped, headings without text."""
    for page in site.pages:
        count = sum(heading.level == 1 for heading in page.headings)
        if count != 1:
            yield Finding("h1-count", page, {"count": count})
        before = 1
        for heading in page.headings:
            if heading.level > before + 1:
                levels = {"level": heading.level, "before": before}
                yield Finding("heading-gap", page, levels, {"heading": shortened(heading.text)})
            if not heading.text:
                yield Finding("heading-empty", page, {"level": heading.level})
            before = heading.level
