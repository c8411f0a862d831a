"""`rename`: another id for a record, everywhere it is named."""

from pathlib import Path

import click

from builder.authoring.rename import KINDS, rename
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.problems import ProblemError
from builder.problems.catalogue import Catalogue


@click.command("rename")
@click.argument("kind", callback=options.one_of(KINDS))
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.site
@options.lang
def command(kind: str, old: str, new: str, root: Path, catalogue: Catalogue) -> None:
    """Give a record another id: its files, and every place that names it.

    Its addresses stay as they are, for they are made of its slugs.
    """
    try:
        renamed = rename(root, kind, old, new)
    except ProblemError as error:
        show(error.problems, root, catalogue)
        raise SystemExit(PROBLEMS) from error
    for before, after in renamed.moved.items():
        click.echo(f"{before} -> {after}")
    for file, times in renamed.named.items():
        click.echo(catalogue.outcome("named", file=file, times=times))
