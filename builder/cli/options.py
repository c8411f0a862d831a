"""The options that several commands share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from click.core import ParameterSource

from builder.content.addresses import is_site_address
from builder.content.suggestions import nearest
from builder.language.calendar import is_date
from builder.problems.catalogue import Catalogue
from builder.problems.catalogues import CATALOGUES, USUAL, in_locale

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order of POSIX: the first that is not empty


def _base_url(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    if value is None:
        return None
    if not is_site_address(value):
        raise click.BadParameter("write a full address, such as https://example.org/visit/")
    return value if value.endswith("/") else f"{value}/"


def _day(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not is_date(value):
        raise click.BadParameter("write a date, such as 2026-11-23")
    return value


def _catalogue(context: click.Context, parameter: click.Parameter, value: str | None) -> Catalogue:
    """What was typed must be a language there is; a terminal's locale may be any."""
    assert parameter.name is not None
    if context.get_parameter_source(parameter.name) is ParameterSource.ENVIRONMENT:
        return in_locale(value or "")
    if value is not None and value not in CATALOGUES:
        raise click.BadParameter(f"{value!r} is not one of {', '.join(CATALOGUES)}")
    return CATALOGUES[value] if value else USUAL


def one_of(words: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], str]:
    """Lets a word of a closed list pass; for a wrong one, the nearest is told."""

    def check(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
        if value in words:
            return value
        meant = "".join(f"; did you mean {word}?" for word in nearest(value, words).values())
        raise click.BadParameter(f"{value!r} is not one of {', '.join(words)}{meant}")

    return check


site = click.option(
    "--site",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds site.yaml (default: this one).",
)
base_url = click.option(
    "--base-url", callback=_base_url, help="The full address the site is published at."
)
strict = click.option(
    "--strict",
    "is_strict",
    is_flag=True,
    help="Let warnings stop the build, and texts that were not reviewed.",
)
on = click.option(
    "--on", "on", default="", callback=_day, metavar="DATE", help="The day, such as 2026-11-23."
)
lang = click.option(
    "--lang",
    "catalogue",
    envvar=_LOCALE,
    callback=_catalogue,
    metavar=f"[{'|'.join(CATALOGUES)}]",
    help="The language of what is printed (default: that of the terminal).",
)
