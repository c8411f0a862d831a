"""The commands: what a person types, what is printed, and the exit codes.

0 done, 1 problems in content or site, 2 wrong usage, 3 a fault of ours.
"""

import gc
import sys
import traceback
from pathlib import Path

import click

from builder.cli.group import commands

__all__ = ["FAULT", "commands", "main"]

FAULT = 3  # 1 is for problems, 2 is what click itself ends with


def main() -> None:
    """Runs a command; a fault of ours ends in a short report, never in a raw traceback."""
    try:
        commands()
    except Exception as error:  # noqa: BLE001 (the last guard)
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        click.echo(
            f"sapar: this is a fault of ours, not of your site: {type(error).__name__}: {error}\n"
            f"  at {place}; nothing was published. Please report it with the command you typed.",
            err=True,
        )
        sys.exit(FAULT)
    finally:
        gc.freeze()  # else Python looks for garbage in all of it once more before it ends
