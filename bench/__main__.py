"""`python -m bench`: time and peak memory of a cold build, each run a process of its own."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.sites import ROOT, generate

# Python keeps what it compiled, as it does wherever a package is installed.
_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Run(NamedTuple):
    """One build: seconds, peak memory in MB, pages made."""

    seconds: float
    megabytes: float
    pages: int


def build(site: Path, output: Path, *options: str) -> Run:
    """Builds a site in a fresh process."""
    paths = ["--site", str(site), "--output", str(output)]
    command = [sys.executable, "-m", "builder", "build", *paths, *options]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=_ENV, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build of {site} failed")
    return Run(seconds, usage.ru_maxrss / 1024, int(said.split()[0]))


def measure(name: str, site: Path, output: Path, runs: int, *options: str) -> None:
    """Prints the median of several builds, the fastest and the slowest; one more runs first."""
    build(site, output, *options)  # it fills the cache of pictures too
    made = [build(site, output, *options) for _ in range(runs)]
    seconds = sorted(run.seconds for run in made)
    median = statistics.median(seconds)
    pages = made[0].pages
    print(
        f"{name:<16} {pages:>6} pages  median {median:6.2f} s  "
        f"({seconds[0]:.2f}–{seconds[-1]:.2f}, {runs} runs)  "
        f"{1000 * median / pages:5.2f} ms a page  {max(run.megabytes for run in made):5.0f} MB"
    )


def main() -> None:
    """Measures the real site and generated ones of 500 and 5,000 records."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure("the real site", ROOT, folder / "public", runs=9)
        for records, runs in ((500, 5), (5000, 3)):
            site = folder / str(records)
            site.mkdir()
            generate(site, records)
            measure(f"{records} records", site, site / "public", runs, "--no-share-images")


if __name__ == "__main__":
    main()
