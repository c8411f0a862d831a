"""What was written, judged: one module a check, each a function from content to problems."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from builder.checks import (
    coverage,
    figures,
    policy,
    references,
    sources,
    structure,
    translations,
)
from builder.checks.sound import Checks, Sound, of_site
from builder.checks.waivers import unwaived
from builder.content.content import Content
from builder.problems import Problem, Severity

FIRST = of_site(
    references.check,
    translations.check,
    structure.check,
    coverage.check,
    sources.check,
    figures.check,
    policy.check,
)
"""What must hold before pages can be made."""


def _all() -> Checks:
    from builder.checks.texts import TEXTS  # noqa: PLC0415 (a build's other process loads them)

    return (*FIRST, *TEXTS)


def check(
    content: Content, checks: Checks | None = None, sound: Sound | None = None
) -> Iterator[Problem]:
    """Everything the checks find in a site's content, but what its editors have waived.

    Args:
        content: the site.
        checks: what to look for; all there is, if not said.
        sound: what checks of the same files have found sound before.
    """
    sound = sound or Sound()
    found = (problem for one in checks or _all() for problem in one(content, sound))
    return unwaived(content, found, is_all=checks is None)


def sift(
    content: Content,
    found: Iterable[Problem],
    *,
    with_drafts: bool,
    checks: Checks | None = None,
    sound: Sound | None = None,
) -> tuple[Content, tuple[Problem, ...]]:
    """The site as it is to be seen, and everything that is wrong with it.

    Drafts are left out: all of them, or `with_drafts` those alone that have faults. Faults in the
    files of a draft are warnings, since nothing of it is published; naming one is an error where
    it is left out, and a warning where it will be.

    Args:
        content: the site as it was read.
        found: what reading it has told already.
        with_drafts: whether drafts are to be seen, which is for editors alone.
        checks: what to look for; all there is, if not said.
        sound: what checks of the same files have found sound before.
    """
    sound = sound or Sound()
    if not content.drafts:
        return content, (*found, *check(content, checks, sound))
    problems = [*_warned(references.check(content.without(content.drafts.keys())))]
    problems += (*found, *check(content, checks, sound))
    left_out = frozenset(() if with_drafts else content.drafts)
    while True:
        shown = content.without(left_out)
        problems += check(shown, checks, sound)
        faulty = frozenset(_faulty(content, problems)) - left_out
        if not faulty:
            return shown, tuple(_softened(content, problems))
        left_out |= faulty


def _warned(problems: Iterable[Problem]) -> Iterator[Problem]:
    """References that will be wrong where drafts are left out."""
    for problem in problems:
        if problem.code == references.LEFT_OUT:
            yield replace(problem, severity=Severity.WARNING)


def _faulty(content: Content, problems: Iterable[Problem]) -> Iterator[tuple[str, str]]:
    files = {problem.place.file for problem in problems if problem.severity is Severity.ERROR}
    for draft, own in content.drafts.items():
        if not files.isdisjoint(own):
            yield draft


def _softened(content: Content, problems: Iterable[Problem]) -> Iterator[Problem]:
    own = {file for files in content.drafts.values() for file in files}
    for problem in problems:
        is_own = problem.place.file in own
        yield replace(problem, severity=Severity.WARNING) if is_own else problem
