"""`build`: the site, published all or nothing."""

from pathlib import Path

import click

from builder.cache import FOLDER as CACHE
from builder.cache import Cache
from builder.cli import options
from builder.cli.printing import finish
from builder.cli.steps import run
from builder.problems.catalogue import Catalogue
from builder.project import Project


@click.command("build")
@options.site
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The folder to publish in (default: public/ in the site's folder).",
)
@options.base_url
@options.strict
@options.lang
@click.option(
    "--no-share-images", is_flag=True, help="Draw no images for when pages are shared elsewhere."
)
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    root: Path,
    output: Path | None,
    base_url: str | None,
    is_strict: bool,  # noqa: FBT001 (click calls it by name)
    catalogue: Catalogue,
    no_share_images: bool,  # noqa: FBT001 (click calls it by name)
) -> None:
    """Build the site and publish it, all or nothing."""
    target = output or root / "public"
    cache = Cache(root / CACHE)
    project = Project(root, base_url, is_strict, cache, share_images=not no_share_images)
    built = run(project, target)
    pages = sum(1 for artifact in built.artifacts if artifact.page)
    finish(built, root, catalogue)
    click.echo(catalogue.outcome("published", pages=pages, folder=str(target)))
