"""A build to a report of it."""

from collections import Counter
from collections.abc import Iterator

from builder import VERSION
from builder.build import Built
from builder.content.content import Content
from builder.problems import Problem, Severity
from builder.problems.catalogue import Catalogue
from builder.reporting.counting import counted
from builder.reporting.rules import rule_of, rules
from builder.reporting.values import CodeTold, ProblemTold, Report, RuleTold, SiteTold

_OF_FILES = frozenset({"files", "records", "prose", "templates"})
"""Rules by which files are judged while they are read."""

_OF_PAGES = "pages"
"""The rule by which rendered pages are judged, which errors in the content keep from being made."""


def report_of(built: Built, catalogue: Catalogue) -> Report:
    """What a build has checked and found, told in the language of a catalogue."""
    severities = Counter(problem.severity for problem in built.problems)
    content = built.content
    return Report(
        sapar=VERSION,
        language=catalogue.language,
        is_good=built.is_good,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        site=_site(content) if content else None,
        counted=counted(content, built.pages) if content else None,
        rules=tuple(_rules(built)),
        problems=tuple(_problem(problem, catalogue) for problem in built.problems),
    )


def _site(content: Content) -> SiteTold:
    site = content.site
    languages = {language.code: language.name for language in content.languages}
    return SiteTold(site.name, site.address, languages, site.publish.value)


def _rules(built: Built) -> Iterator[RuleTold]:
    found = Counter((problem.code, problem.severity) for problem in built.problems)
    for rule, codes in rules().items():
        yield RuleTold(
            rule,
            _was_checked(rule, built),
            tuple(
                CodeTold(code, found[code, Severity.ERROR], found[code, Severity.WARNING])
                for code in codes
            ),
        )


def _was_checked(rule: str, built: Built) -> bool:
    if rule == _OF_PAGES:
        return built.pages > 0
    return rule in _OF_FILES or built.content is not None


def _problem(problem: Problem, catalogue: Catalogue) -> ProblemTold:
    place = problem.place
    return ProblemTold(
        place.file,
        place.line,
        place.column,
        problem.severity,
        problem.code,
        catalogue.message(problem),
        catalogue.hint_of(problem),
        rule_of(problem.code),
    )
