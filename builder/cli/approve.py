"""`approve`: records that texts were read side by side and say the same."""

import os
from pathlib import Path

import click

from builder.authoring.approvals import approve, choose
from builder.checks.reviews import Standing, State, standings
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.content.load import Loaded, load
from builder.problems import ProblemError
from builder.problems.catalogue import Catalogue


@click.command("approve")
@click.argument("names", metavar="PATH...", nargs=-1)
@click.option("--all", "is_all", is_flag=True, help="Every text of the site; asks first.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
@options.on
@click.option("--by", default="", metavar="NAME", help="Who read the texts.")
@options.site
@options.lang
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    names: tuple[str, ...],
    is_all: bool,  # noqa: FBT001 (click calls it by name)
    is_sure: bool,  # noqa: FBT001 (click calls it by name)
    on: str,
    by: str,
    root: Path,
    catalogue: Catalogue,
) -> None:
    """Record that texts were read side by side and say the same.

    A PATH is a file of content or a folder; FILE#TEXT is one text of a file, such as
    content/quotes/trade.yaml#topic. The ledger is kept in content/reviews.
    """
    if is_all == bool(names):
        raise click.UsageError("name files or folders of content, or else --all")
    try:
        loaded = load(root)
        chosen = _chosen(loaded, [_from_site(root, name) for name in names])
        waiting = sum(standing.state is not State.OK for standing in chosen)
        if is_all and waiting and not is_sure:
            click.confirm(catalogue.outcome("approve-all", texts=waiting), abort=True)
        approved = approve(root, loaded, chosen, on=on, by=" ".join(by.split()))
    except ProblemError as error:
        show(error.problems, root, catalogue)
        raise SystemExit(PROBLEMS) from error
    for file, texts in approved.recorded.items():
        click.echo(f"{file}: {texts}")
    texts = sum(approved.recorded.values())
    click.echo(catalogue.outcome("approved", texts=texts))
    if approved.refused:
        show(approved.refused, root, catalogue)
        raise SystemExit(PROBLEMS)


def _chosen(loaded: Loaded, names: list[str]) -> tuple[Standing, ...]:
    """The segments that are named, or all of them."""
    if loaded.content is None:
        raise ProblemError(loaded.problems)
    return choose(loaded.content, names) if names else tuple(standings(loaded.content))


def _from_site(root: Path, name: str) -> str:
    """A name as a path from the site's folder; it may be written from there or from here."""
    path, mark, text = name.partition("#")
    here, site = Path(path).absolute().resolve(), root.resolve()
    if os.path.lexists(here) and here.is_relative_to(site):
        path = here.relative_to(site).as_posix()
    return f"{path}{mark}{text}"
