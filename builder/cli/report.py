"""Problems as a command prints them, and the exit code they end in."""

import json
import sys
from collections.abc import Iterable

import click

from builder.build import Built
from builder.problems import Problem, Severity
from builder.problems.english import CATALOGUE

PROBLEMS = 1  # the exit code

FORMATS = ("text", "json", "github")
"""How problems can be printed, the usual form first."""


def finish(built: Built, form: str = FORMATS[0]) -> None:
    """Prints the problems to standard error and leaves with their exit code, if any stops."""
    if form == "json":
        click.echo(json.dumps([_as_data(p) for p in built.problems], ensure_ascii=False, indent=1))
    elif built.problems:
        line = _as_annotation if form == "github" else CATALOGUE.describe
        click.echo("\n".join(map(line, built.problems)), err=True)
        if form == FORMATS[0]:
            click.echo(_count(built.problems), err=True)
    if not built.is_good:
        sys.exit(PROBLEMS)


def _as_data(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": CATALOGUE.message(problem),
        "hint": CATALOGUE.hint_of(problem),
    }


def _as_annotation(problem: Problem) -> str:
    """A workflow command of GitHub Actions; `%`, newlines and commas are encoded as it asks."""
    where = f"file={_property(problem.place.file)}"
    if problem.place.line:
        where += f",line={problem.place.line},col={problem.place.column}"
    text = f"{CATALOGUE.message(problem)} ({CATALOGUE.hint_of(problem)})"
    return f"::{problem.severity} {where},title={_property(problem.code)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _count(problems: Iterable[Problem]) -> str:
    errors = sum(1 for problem in problems if problem.severity is Severity.ERROR)
    warnings = sum(1 for problem in problems if problem.severity is Severity.WARNING)
    return f"{errors} errors, {warnings} warnings"
