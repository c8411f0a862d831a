"""All commands by name, each one's module loaded only when it is asked for."""

from importlib import import_module
from keyword import iskeyword

import click

from builder import VERSION

COMMANDS = (
    *("build", "check", "serve", "new", "rename"),
    *("approve", "status", "report", "fix", "export", "import"),
)
"""The commands; each is the value `command` of the module of its name beside this one."""


class _Commands(click.Group):
    """What one command needs, such as a web server, need not be loaded for another."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"builder.cli.{name}").command
        return command


@click.group(cls=_Commands)
@click.version_option(VERSION, prog_name="sapar")
def commands() -> None:
    """Builds sites in two or more languages that must say the same."""
