"""`export`: a file of texts for translators."""

from pathlib import Path

import click

from builder.authoring.writing import require_apart, write_all
from builder.checks.reviews import State
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.content.load import load
from builder.exchange.exporting import NEEDY, export
from builder.problems import ProblemError
from builder.problems.catalogue import Catalogue

ALL = "all"


def _states(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[State, ...]:
    known = [state.value for state in State]
    names = known if value == ALL else value.split(",")
    for name in names:
        if name not in known:
            raise click.BadParameter(f"{name!r} is not one of {', '.join((ALL, *known))}")
    return tuple(map(State, names))


@click.command("export")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "target", required=True, metavar="LANGUAGE", help="Translate into it.")
@click.option(
    "--from",
    "source",
    metavar="LANGUAGE",
    help="Translate from it (default: the first other language of the site).",
)
@click.option(
    "--state",
    "states",
    default=",".join(NEEDY),
    callback=_states,
    metavar="STATE,...",
    help=f"Which texts: {', '.join(State)} or {ALL} (default: {','.join(NEEDY)}).",
)
@options.site
@options.lang
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    path: Path,
    target: str,
    source: str | None,
    states: tuple[State, ...],
    root: Path,
    catalogue: Catalogue,
) -> None:
    """Write texts into a FILE for translators, in XLIFF 2.0.

    Words that stand so in a source are left out, for they are no translation.
    """
    loaded = load(root)
    if loaded.content is None:
        show(loaded.problems, root, catalogue)
        raise SystemExit(PROBLEMS)
    codes = [language.code for language in loaded.content.languages]
    others = [code for code in codes if code != target]
    source = source or next(iter(others), "")
    if target not in codes or source not in others:
        raise click.UsageError(f"name two different languages out of {', '.join(codes)}")
    exported = export(loaded.content, source, target, states)
    if not exported.texts:  # such a file may not be empty
        click.echo(catalogue.outcome("nothing-exported"))
        return
    try:
        require_apart(path, root)
        write_all(path.parent, {path.name: exported.body})
    except ProblemError as error:
        show(error.problems, path.parent, catalogue)
        raise SystemExit(PROBLEMS) from error
    click.echo(catalogue.outcome("exported", texts=exported.texts, file=str(path)))
