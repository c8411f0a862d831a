"""What was rendered, judged: one module a check, each a function from the site's facts."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from builder.language import Language
from builder.problems import Problem, in_order
from builder.site.artifacts import Artifact
from builder.site.page import Page
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
    moved,
    origins,
    page_language,
    sitemap,
    stylesheets,
    titles,
    toggle,
)
from builder.verify.facts import PageFacts
from builder.verify.finding import Finding, problems_of
from builder.verify.reading import read_page
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
    moved.check,
    headings.check,
    titles.check,
    images.check,
    origins.check,
    inline_code.check,
    landmarks.check,
)
FILE_CHECKS = (sitemap.check, stylesheets.check)


def verify(
    artifacts: Iterable[Artifact],
    base: str,
    languages: Mapping[str, Language],
    read: Callable[[Page, bytes], PageFacts] = read_page,
) -> tuple[Problem, ...]:
    """Judge a rendered site.

    Args:
        artifacts: everything it consists of.
        base: its full address, with a final slash.
        languages: the languages that are known, by code; those of the pages among them.
        read: gives the facts of a page rendered as these bytes.

    Returns:
        The problems in order. One found in a page stands at the content file the page
        came from and names the page and its template; any other at the published file.
    """
    steps = verification(artifacts, base, languages, read)
    return in_order(problem for step in steps for problem in step)


def verification(
    artifacts: Iterable[Artifact],
    base: str,
    languages: Mapping[str, Language],
    read: Callable[[Page, bytes], PageFacts] = read_page,
) -> Iterator[tuple[Problem, ...]]:
    """The same step by step, each with the problems it found, for who has other things to do.

    Args:
        artifacts: everything the site consists of.
        base: its full address, with a final slash.
        languages: the languages that are known, by code.
        read: gives the facts of a page rendered as these bytes.
    """
    site = read_site(artifacts, base, languages, read)
    findings: list[Finding] = []
    for check_pages in PAGE_CHECKS:
        findings.extend(check_pages(site))
        yield ()
    yield tuple(problems_of(findings))
    for check_files in FILE_CHECKS:
        yield tuple(check_files(site))
