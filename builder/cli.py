"""The commands: what a person types, what is printed, and the exit codes.

0 done, 1 problems in content or site, 2 wrong usage, 3 a fault of ours.
"""

import gc
import json
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import click

from builder import VERSION
from builder.build import Built, Project, build
from builder.cache import FOLDER as CACHE
from builder.cache import Cache
from builder.content.addresses import is_site_address
from builder.problems import Problem, ProblemError, Severity
from builder.problems.english import CATALOGUE

PROBLEMS, FAULT = 1, 3  # 2 is what click itself ends with


def _base_url(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    if value is None:
        return None
    if not is_site_address(value):
        raise click.BadParameter("write a full address, such as https://example.org/visit/")
    return value if value.endswith("/") else f"{value}/"


_site = click.option(
    "--site",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds site.yaml (default: this one).",
)
_address = click.option(
    "--base-url", callback=_base_url, help="The full address the site is published at."
)
_strict = click.option("--strict", "is_strict", is_flag=True, help="Let warnings stop the build.")


@click.group()
@click.version_option(VERSION, prog_name="sapar")
def commands() -> None:
    """Builds sites in two or more languages that must say the same."""


@commands.command("build")
@_site
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The folder to publish in (default: public/ in the site's folder).",
)
@_address
@_strict
@click.option(
    "--no-share-images", is_flag=True, help="Draw no images for when pages are shared elsewhere."
)
def build_command(
    root: Path,
    output: Path | None,
    base_url: str | None,
    is_strict: bool,  # noqa: FBT001 (click calls it by name)
    no_share_images: bool,  # noqa: FBT001 (click calls it by name)
) -> None:
    """Build the site and publish it, all or nothing."""
    target = output or root / "public"
    cache = Cache(root / CACHE)
    project = Project(root, base_url, is_strict, cache, share_images=not no_share_images)
    built = _run(project, target)
    pages = sum(1 for artifact in built.artifacts if artifact.page)
    _finish(built)
    click.echo(f"{pages} pages in {target}")


@commands.command("check")
@_site
@_strict
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How problems are printed.",
)
def check_command(root: Path, is_strict: bool, form: str) -> None:  # noqa: FBT001 (click calls it by name)
    """Do everything but writing, and say what is wrong."""
    cache = Cache(root / CACHE, is_read_only=True)
    _finish(_run(Project(root, is_strict=is_strict, cache=cache), None), form)
    if form == "text":
        click.echo("no problems that stop a build")


def _run(project: Project, output: Path | None) -> Built:
    is_terminal = sys.stderr.isatty()

    def on_step(step: str) -> None:
        if is_terminal:
            click.echo(f"\r\x1b[K{step} …", nl=False, err=True)

    try:
        return build(project, output, on_step)
    except ProblemError as error:
        return Built((), error.problems, is_good=False)
    finally:
        if is_terminal:
            click.echo("\r\x1b[K", nl=False, err=True)


def _finish(built: Built, form: str = "text") -> None:
    """Prints the problems to standard error and leaves with their exit code, if any stops."""
    if form == "json":
        click.echo(json.dumps([_as_data(p) for p in built.problems], ensure_ascii=False, indent=1))
    elif built.problems:
        line = _as_annotation if form == "github" else CATALOGUE.describe
        click.echo("\n".join(map(line, built.problems)), err=True)
        if form == "text":
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


def main() -> None:
    """Runs a command; a fault of ours ends in a short report, never in a raw traceback."""
    # Nearly all that a build makes lives to its end: looking for garbage in it is time lost.
    gc.freeze()
    gc.set_threshold(200_000)
    gc.enable()
    try:
        commands()
    except Exception as error:  # noqa: BLE001 (the last guard)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        click.echo(
            f"sapar: this is a fault of ours, not of your site: {type(error).__name__}: {error}\n"
            f"  at {place}; nothing was published. Please report it with the command you typed.",
            err=True,
        )
        sys.exit(FAULT)
