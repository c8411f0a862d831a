"""`serve`: the live site while it is edited."""

import asyncio
import sys
import webbrowser
from pathlib import Path
from threading import Thread

import click

from builder.cache import FOLDER as CACHE
from builder.cache import Cache
from builder.cli import options
from builder.devserver.editor import EDITOR
from builder.devserver.pages import PREFIX
from builder.devserver.ports import PortTakenError, listen
from builder.devserver.restart import restart
from builder.devserver.server import Server
from builder.problems.catalogue import Catalogue
from builder.project import Project

PORT = 8000


@click.command("serve")
@options.site
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port (default: {PORT}, or the next free one).",
)
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser.")
@click.option(
    "--allow-host",
    "allowed",
    multiple=True,
    metavar="NAME",
    help="Answer to this host name too, from other machines: for containers.",
)
@click.option(
    "--open-with",
    default=EDITOR,
    show_default=True,
    metavar="ADDRESS",
    help="The address that opens a file in the editor.",
)
@options.lang
def command(  # noqa: PLR0913, PLR0917 (one for each option)
    root: Path,
    port: int | None,
    opens: bool,  # noqa: FBT001 (click calls it by name)
    allowed: tuple[str, ...],
    open_with: str,
    catalogue: Catalogue,
) -> None:
    """Serve the site while it is edited, always as the files stand."""
    try:
        sockets = listen(
            PORT if port is None else port, is_fixed=port is not None, is_public=bool(allowed)
        )
    except PortTakenError as error:
        name, holder = ("port-taken-by", error.holder) if error.holder else ("port-taken", "")
        told = catalogue.outcome(name, port=error.port, holder=holder, other=error.port + 1)
        click.echo(told, err=True)
        sys.exit(1)
    number = sockets[0].getsockname()[1]
    address = f"http://{allowed[0] if allowed else '127.0.0.1'}:{number}/"
    root = root.resolve()
    project = Project(root, base_url=address, cache=Cache(root / CACHE), drafts=True)
    server = Server(
        project,
        open_with=open_with,
        allowed=allowed,
        say=lambda line: click.echo(f"  {line}"),
        on_code=lambda: click.echo(
            f"  the generator has changed and cannot be loaded: {restart(number)}", err=True
        ),
    )
    desk = f"{address.rstrip('/')}{PREFIX}desk/"
    with asyncio.Runner() as runner:
        runner.get_loop()  # before Ctrl-C is spoken of: half a loop cannot be closed
        click.echo(catalogue.outcome("serving", site=address, desk=desk))
        if opens:  # some browsers are waited for until they are closed
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        try:
            runner.run(server.run(sockets))
        except KeyboardInterrupt:
            click.echo("")
