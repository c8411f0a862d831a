"""What was written, judged: one module a check, each a function from content to problems."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from msgspec.structs import replace

from builder.checks import (
    coverage,
    figures,
    lengths,
    parity,
    policy,
    provenance,
    references,
    sentences,
    sources,
    structure,
    terms,
    translations,
    writing,
)
from builder.checks.comparable import comparable
from builder.checks.sound import Sound
from builder.checks.waivers import unwaived
from builder.content.content import Content
from builder.content.names import known_names
from builder.problems import Problem, Severity

Checks: TypeAlias = tuple[Callable[[Content, Sound], Iterator[Problem]], ...]


def _of_site(*checks: Callable[[Content], Iterator[Problem]]) -> Checks:
    """Checks that look at a site as a whole, whatever was sound before."""
    return tuple(lambda content, _, check=check: check(content) for check in checks)


def _parity(content: Content, sound: Sound) -> Iterator[Problem]:
    """What `parity` finds in segments of which it is not known that they are sound."""
    names = known_names(content)
    judge = partial(parity.compare, content, names=names)
    return sound.judged(parity.__name__, comparable(content), (names, content.languages), judge)


FIRST: Checks = _of_site(
    references.check,
    translations.check,
    structure.check,
    coverage.check,
    sources.check,
    figures.check,
    policy.check,
)
"""What must hold before pages can be made."""

TEXTS: Checks = (
    *_of_site(provenance.check, lengths.check),
    sentences.check,
    _parity,
    writing.check,
    terms.check,
)
"""What the texts say, and how they are written."""

CHECKS: Checks = (*FIRST, *TEXTS)


def check(
    content: Content, checks: Checks = CHECKS, sound: Sound | None = None
) -> Iterator[Problem]:
    """Everything the checks find in a site's content, but what its editors have waived.

    Args:
        content: the site.
        checks: what to look for.
        sound: what checks of the same files have found sound before.
    """
    sound = sound or Sound()
    found = (problem for check_one in checks for problem in check_one(content, sound))
    return unwaived(content, found, is_all=checks is CHECKS)


def sift(
    content: Content,
    found: Iterable[Problem],
    *,
    with_drafts: bool,
    checks: Checks = CHECKS,
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
        checks: what to look for.
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
