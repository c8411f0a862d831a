"""`fix`: texts mended where that cannot change what they say."""

from pathlib import Path

import click

from builder.authoring.fixes import fix, fixes
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.problems import ProblemError
from builder.problems.catalogue import Catalogue


@click.command("fix")
@options.site
@options.lang
@click.option(
    "--check",
    "--dry-run",
    "is_dry",
    is_flag=True,
    help="Say what would be mended, change nothing, and leave with 1 if there is anything.",
)
def command(
    root: Path,
    catalogue: Catalogue,
    is_dry: bool,  # noqa: FBT001 (click calls it by name)
) -> None:
    """Mend texts where that cannot change what they say, and show each place.

    That is: letters of another script that look like those of the word, characters that nobody
    sees, spaces that follow one another, quotation marks, dashes, and letters that are written as
    two characters. Words of a source are never touched.
    """
    try:
        made = fixes(root)[0] if is_dry else fix(root)
    except ProblemError as error:
        show(error.problems, root, catalogue)
        raise SystemExit(PROBLEMS) from error
    for one in made:
        click.echo(f"{one.place}: {one.before} \N{RIGHTWARDS ARROW} {one.after}")
    name = "would-mend" if is_dry else "mended"
    click.echo(catalogue.outcome(name, times=len(made)))
    if is_dry and made:
        raise SystemExit(PROBLEMS)
