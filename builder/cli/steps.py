"""A build as a command runs it: each step is named on a terminal while it lasts."""

import sys
from pathlib import Path

import click

from builder.build import Built, Project, build
from builder.problems import ProblemError


def run(project: Project, output: Path | None = None) -> Built:
    """Builds, and publishes in `output` if there is one; never raises `ProblemError`."""
    is_terminal = sys.stderr.isatty()

    def on_step(step: str) -> None:
        if is_terminal:
            click.echo(f"\r\x1b[K{step} …", nl=False, err=True)

    try:
        return build(project, output, on_step)
    except ProblemError as error:
        return Built((), error.problems, is_good=False)
    finally:
        if is_terminal:
            click.echo("\r\x1b[K", nl=False, err=True)
