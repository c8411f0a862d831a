"""The commands: what a person types, what is printed, and the exit codes.

0 done, 1 problems in content or site, 2 wrong usage, 3 a fault of ours.
"""

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import click

from builder.cli.group import commands

__all__ = ["FAULT", "commands", "main"]

FAULT = 3  # 1 is for problems, 2 is what click itself ends with


def main() -> None:
    """Runs a command and ends; a fault of ours ends in a short report, never in a raw traceback."""
    code = _run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody reads any more
            stream.flush()
    os._exit(code)  # at once: Python would first take apart all that was made


def _run() -> int:
    try:
        commands()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as error:  # noqa: BLE001 (the last guard)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        click.echo(
            f"sapar: this is a fault of ours, not of your site: {type(error).__name__}: {error}\n"
            f"  at {place}; nothing was published. Please report it with the command you typed.",
            err=True,
        )
        return FAULT
    return 0
