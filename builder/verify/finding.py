"""Findings to problems: a fault of a template is told once, not once a page."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct, field

from builder.problems import Place, Problem
from builder.verify.facts import PageFacts

FEW = 3
"""The same fault on more pages than this is taken for one of a template they share."""

LONGEST = 80  # characters of a page's text that a problem quotes

Values = Mapping[str, str | int]
_NOTHING: Values = MappingProxyType({})


class Finding(Struct, frozen=True):
    """One thing that is wrong with a page.

    `values` are the facts that make two findings the same fault on two pages; `here`
    are those that differ from page to page.
    """

    code: str
    page: PageFacts
    values: Values = field(default_factory=lambda: _NOTHING)
    here: Values = field(default_factory=lambda: _NOTHING)


def shortened(text: str) -> str:
    """A text as a problem quotes it."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def problems_of(findings: Iterable[Finding]) -> Iterator[Problem]:
    """Each fault at the content file its page came from.

    On a few pages it is told for each; on more, for the first page alone. The value
    `more` counts the pages left out, and `pages` is the page's address with `(+more)`
    where there are any.
    """
    faults: dict[tuple[str, frozenset[tuple[str, str | int]]], dict[str, Finding]] = {}
    for finding in findings:
        pages = faults.setdefault((finding.code, frozenset(finding.values.items())), {})
        pages.setdefault(finding.page.page.path, finding)
    for pages in faults.values():
        in_path_order = [pages[path] for path in sorted(pages)]
        if len(in_path_order) <= FEW:
            yield from (_problem(finding, 0) for finding in in_path_order)
        else:
            yield _problem(in_path_order[0], len(in_path_order) - 1)


def _problem(finding: Finding, more: int) -> Problem:
    page, address = finding.page.page, finding.page.address
    values = {
        "page": address,
        "pages": f"{address} (+{more})" if more else address,
        "more": more,
        "template": f"templates/{page.template}",
        **finding.values,
        **finding.here,
    }
    return Problem(finding.code, Place(page.origin), MappingProxyType(values))
