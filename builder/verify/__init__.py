"""What was rendered, judged: one module a check, each a function from the site's facts."""

from collections.abc import Iterable, Mapping

from builder.language import Language
from builder.problems import Problem, in_order
from builder.site.artifacts import Artifact
from builder.verify import (
    alternates,
    canonical,
    foreign_text,
    glyphs,
    headings,
    ids,
    images,
    inline_code,
    landmarks,
    links,
    origins,
    page_language,
    sitemap,
    stylesheets,
    titles,
    toggle,
)
from builder.verify.finding import problems_of
from builder.verify.site import read_site

PAGE_CHECKS = (
    links.check,
    ids.check,
    page_language.check,
    foreign_text.check,
    glyphs.check,
    toggle.check,
    alternates.check,
    canonical.check,
    headings.check,
    titles.check,
    images.check,
    origins.check,
    inline_code.check,
    landmarks.check,
)
FILE_CHECKS = (sitemap.check, stylesheets.check)


def verify(
    artifacts: Iterable[Artifact], base: str, languages: Mapping[str, Language]
) -> tuple[Problem, ...]:
    """Judge a rendered site.

    Args:
        artifacts: everything it consists of.
        base: its full address, with a final slash.
        languages: the languages that are known, by code; those of the pages among them.

    Returns:
        The problems in order. One found in a page stands at the content file the page
        came from and names the page and its template; any other at the published file.
    """
    site = read_site(artifacts, base, languages)
    findings = (finding for check in PAGE_CHECKS for finding in check(site))
    in_files = (problem for check in FILE_CHECKS for problem in check(site))
    return in_order((*problems_of(findings), *in_files))
