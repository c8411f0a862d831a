"""A build as a command runs it: each step is named on a terminal while it lasts."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.content.ahead import begin_to_read
from builder.problems import ProblemError
from builder.project import Project

if TYPE_CHECKING:
    from builder.build import Built


def run(project: Project, output: Path | None = None) -> "Built":
    """Builds, and publishes in `output` if there is one; never raises `ProblemError`."""
    read = begin_to_read(project.root, project.cache)
    from builder.build import Built, build  # noqa: PLC0415 (it loads while the files are read)

    is_terminal = sys.stderr.isatty()

    def on_step(step: str) -> None:
        if is_terminal:
            click.echo(f"\r\x1b[K{step} …", nl=False, err=True)

    try:
        return build(project, output, on_step, read)
    except ProblemError as error:
        return Built((), error.problems, is_good=False)
    finally:
        if is_terminal:
            click.echo("\r\x1b[K", nl=False, err=True)
