"""Begins anew when the generator itself has changed, for those who work on it."""

import os
import subprocess
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent

CODE = (_PACKAGE,)
"""What the generator consists of."""

_TRIAL = "import builder.cli.serve"


def restart(port: int) -> str:
    """Puts the changed generator in the place of this process, on the same port.

    Returns:
        What is wrong with it, if it cannot be loaded; then this one goes on.
    """
    if fault := _fault():
        return fault
    words = (word for word in sys.orig_argv[1:] if word != "--open")  # it is open
    command = [sys.executable, *words, "--port", str(port)]
    return os.execv(sys.executable, command)  # noqa: S606 (the same command)


def _fault() -> str | None:
    trial = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", _TRIAL],
        check=False,
        cwd=_PACKAGE.parent,
        capture_output=True,
        text=True,
    )
    return trial.stderr.strip().splitlines()[-1] if trial.returncode else None
