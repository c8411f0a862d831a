"""The options that several commands share."""

from pathlib import Path

import click

from builder.content.addresses import is_site_address


def _base_url(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str | None:
    if value is None:
        return None
    if not is_site_address(value):
        raise click.BadParameter("write a full address, such as https://example.org/visit/")
    return value if value.endswith("/") else f"{value}/"


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
strict = click.option("--strict", "is_strict", is_flag=True, help="Let warnings stop the build.")
