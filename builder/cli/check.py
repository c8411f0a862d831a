"""`check`: everything but writing."""

from pathlib import Path

import click

from builder.cache import FOLDER as CACHE
from builder.cache import Cache
from builder.cli import options
from builder.cli.printing import FORMATS, finish
from builder.cli.steps import run
from builder.problems.catalogue import Catalogue
from builder.project import Project


@click.command("check")
@options.site
@options.strict
@options.lang
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    help="How problems are printed.",
)
def command(
    root: Path,
    is_strict: bool,  # noqa: FBT001 (click calls it by name)
    catalogue: Catalogue,
    form: str,
) -> None:
    """Do everything but writing, and say what is wrong."""
    cache = Cache(root / CACHE, is_read_only=True)
    built = run(Project(root, is_strict=is_strict, cache=cache))
    finish(built, root, catalogue, form)
    if form == FORMATS[0]:
        click.echo(catalogue.outcome("good-so-far" if built.problems else "good"))
