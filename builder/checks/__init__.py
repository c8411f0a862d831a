"""What was written, judged: one module a check, each a function from content to problems."""

from collections.abc import Iterator

from builder.checks import (
    coverage,
    figures,
    policy,
    references,
    sources,
    structure,
    translations,
)
from builder.content.content import Content
from builder.problems import Problem

CHECKS = (
    references.check,
    translations.check,
    structure.check,
    coverage.check,
    sources.check,
    figures.check,
    policy.check,
)


def check(content: Content) -> Iterator[Problem]:
    """Everything the checks find in a site's content."""
    for check_one in CHECKS:
        yield from check_one(content)
