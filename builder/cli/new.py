"""`new`: a record to fill in, or a whole small site to begin with."""

from pathlib import Path

import click

from builder.authoring.records import FOLDERS, new_record
from builder.authoring.scaffold import new_site
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.problems import ProblemError
from builder.problems.catalogue import Catalogue

SITE = "site"
KINDS = (*FOLDERS, SITE)


@click.command("new")
@click.argument("kind", callback=options.one_of(KINDS))
@click.argument("name", metavar="ID|DIR")
@options.site
@options.lang
def command(kind: str, name: str, root: Path, catalogue: Catalogue) -> None:
    """Begin a record (person, organisation, quote, agreement, event, source, article) or a site.

    A record gets the ID, which is the name of its file; a site, the folder DIR.
    """
    folder = Path(name) if kind == SITE else root
    try:
        if kind == SITE:
            files = new_site(folder)
            click.echo(catalogue.outcome("site-made", files=len(files), folder=name))
            return
        for made in new_record(root, kind, name, catalogue.language):
            lines = ", ".join(map(str, made.lines))
            click.echo(catalogue.outcome("file-made", file=made.file, lines=lines))
        click.echo(catalogue.outcome("fill-in"))
    except ProblemError as error:
        show(error.problems, folder, catalogue)
        raise SystemExit(PROBLEMS) from error
