"""`report`: what was checked and with which results, as a file to publish or attach."""

from pathlib import Path

import click

from builder.authoring.writing import require_apart, write_all
from builder.build import Built
from builder.cache import FOLDER as CACHE
from builder.cache import Cache
from builder.cli import options
from builder.cli.printing import PROBLEMS, finish, show
from builder.cli.steps import run
from builder.problems import ProblemError
from builder.problems.catalogue import Catalogue
from builder.project import Project
from builder.reporting.data import as_json
from builder.reporting.making import report_of
from builder.reporting.page import as_page

FORMATS = {"html": as_page, "json": as_json}


@click.command("report")
@click.option(
    "--output",
    "path",
    required=True,
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    help="How it is written (default: as the suffix of FILE says, or else html).",
)
@options.site
@options.strict
@options.lang
def command(
    path: Path,
    form: str | None,
    root: Path,
    is_strict: bool,  # noqa: FBT001 (click calls it by name)
    catalogue: Catalogue,
) -> None:
    """Write a report: what was checked, by which rules, and with which results.

    It is written for a site with problems too, and the command then leaves with 1.
    """
    try:
        require_apart(path, root)
        cache = Cache(root / CACHE, is_read_only=True)
        built = run(Project(root, is_strict=is_strict, cache=cache))
        write_all(path.parent, {path.name: _written(built, path, form, catalogue)})
    except ProblemError as error:
        show(error.problems, root, catalogue)
        raise SystemExit(PROBLEMS) from error
    click.echo(catalogue.outcome("reported", file=str(path)))
    finish(built, root, catalogue)


def _written(built: Built, path: Path, form: str | None, catalogue: Catalogue) -> bytes:
    suffix = path.suffix.removeprefix(".").lower()
    write = FORMATS[form or (suffix if suffix in FORMATS else next(iter(FORMATS)))]
    return write(report_of(built, catalogue))
