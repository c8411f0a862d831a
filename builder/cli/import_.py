"""`import`: what translators sent back, written into the site."""

from collections.abc import Collection
from pathlib import Path

import click

from builder.authoring.approvals import approve
from builder.checks.reviews import standings
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.content.load import load
from builder.exchange.importing import take_in
from builder.problems import Problem, ProblemError
from builder.problems.catalogue import Catalogue


@click.command("import")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@click.option("--approve", "is_approved", is_flag=True, help="Record what is new as reviewed.")
@options.on
@click.option("--by", default="", metavar="NAME", help="Who reviewed it.")
@options.site
@options.lang
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    path: Path,
    is_approved: bool,  # noqa: FBT001 (click calls it by name)
    on: str,
    by: str,
    root: Path,
    catalogue: Catalogue,
) -> None:
    """Take the texts of a FILE in XLIFF 2.0 that `export` made and a translator has changed.

    A text whose codes, figures or terms are not right is refused and told; all others are
    written. Nothing is recorded as reviewed unless --approve says so.
    """
    if (on or by) and not is_approved:
        raise click.UsageError("--on and --by belong to --approve")
    loaded = load(root)
    if loaded.content is None:
        show(loaded.problems, root, catalogue)
        raise SystemExit(PROBLEMS)
    try:
        imported = take_in(root, loaded.content, path)
    except ProblemError as error:
        show(error.problems, path.parent, catalogue)
        raise SystemExit(PROBLEMS) from error
    for file, texts in imported.written.items():
        click.echo(f"{file}: {texts}")
    names = imported.names if is_approved else ()
    unrecorded = _approve(root, names, on, by) if names else ()
    texts = sum(imported.written.values())
    click.echo(catalogue.outcome("imported", texts=texts, same=imported.unchanged))
    if imported.refused:
        show(imported.refused, path.parent, catalogue)
    if unrecorded:
        show(unrecorded, root, catalogue)
    if imported.refused or unrecorded:
        raise SystemExit(PROBLEMS)


def _approve(root: Path, names: Collection[str], on: str, by: str) -> tuple[Problem, ...]:
    """Records the segments as reviewed, as they are now; gives why some could not be."""
    loaded = load(root)
    assert loaded.content is not None  # it could be read before
    chosen = [s for s in standings(loaded.content) if s.segment.name in names]
    try:
        return approve(root, loaded, chosen, on=on, by=" ".join(by.split())).refused
    except ProblemError as error:
        return error.problems
