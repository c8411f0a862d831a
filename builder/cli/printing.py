"""Problems as a command prints them, and the exit code they end in."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.problems import Problem, Severity
from builder.problems.catalogue import Catalogue
from builder.problems.excerpt import pointed, read_excerpt

if TYPE_CHECKING:
    from builder.build import Built  # which takes long to load

PROBLEMS = 1  # the exit code

FORMATS = ("text", "json", "github")
"""How problems can be printed, the usual form first."""


def finish(built: "Built", root: Path, catalogue: Catalogue, form: str = FORMATS[0]) -> None:
    """Prints the problems of a build, and leaves with their exit code if any stops it.

    Args:
        built: what was built.
        root: the site's folder.
        catalogue: the sentences to print.
        form: one of `FORMATS`.
    """
    show(built.problems, root, catalogue, form)
    if not built.is_good:
        sys.exit(PROBLEMS)


def show(
    problems: Iterable[Problem], root: Path, catalogue: Catalogue, form: str = FORMATS[0]
) -> None:
    """Prints problems: JSON to standard output, all else to standard error."""
    problems = tuple(problems)
    if form == "json":
        data = [_as_data(problem, catalogue) for problem in problems]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    elif form == "github":
        for problem in problems:
            click.echo(_as_annotation(problem, root, catalogue), err=True)
    elif problems:
        for problem in problems:
            click.echo(_as_text(problem, root, catalogue), err=True)
        click.echo(_count(problems, catalogue), err=True)


def _as_text(problem: Problem, root: Path, catalogue: Catalogue) -> str:
    """The headline, the line with a caret beneath where there is one, and what to do."""
    shown = [catalogue.headline(problem)]
    if excerpt := read_excerpt(root, problem.place):
        line, caret = pointed(excerpt)
        margin = f"{problem.place.line:>5} | "
        shown += [f"{margin}{line}".rstrip(), f"{'| ':>{len(margin)}}{caret}"]
    return "\n".join([*shown, catalogue.advice(problem)])


def _as_data(problem: Problem, catalogue: Catalogue) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": catalogue.message(problem),
        "hint": catalogue.hint_of(problem),
    }


def _as_annotation(problem: Problem, root: Path, catalogue: Catalogue) -> str:
    """A workflow command of GitHub Actions; `%`, newlines and commas are encoded as it asks."""
    where = f"file={_property(_from_here(root / problem.place.file))}"
    if problem.place.line:
        where += f",line={problem.place.line},col={problem.place.column}"
    text = f"{catalogue.message(problem)} ({catalogue.hint_of(problem)})"
    return f"::{problem.severity} {where},title={_property(problem.code)}::{_data(text)}"


def _from_here(path: Path) -> str:
    """A path from the working folder, which is where GitHub looks; in full if it lies outside."""
    here = Path(os.path.relpath(path))
    return (path.absolute() if ".." in here.parts else here).as_posix()


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _count(problems: Iterable[Problem], catalogue: Catalogue) -> str:
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return catalogue.outcome("counted", errors=errors, warnings=warnings)
