"""`python -m bench`: time and peak memory of a cold build, each run a process of its own.

`python -m bench live` measures the live server alone, `live-soak` its memory, `faults` the checks.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.faults import print_checks, print_faults
from bench.live import print_live, print_soak, save
from bench.search import print_search
from bench.sites import ROOT, generate
from bench.weights import weigh

# Python keeps what it compiled, as it does wherever a package is installed.
_ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Run(NamedTuple):
    """One build: seconds, peak memory in MB, pages made."""

    seconds: float
    megabytes: float
    pages: int


PAGES = (
    "en/",
    "en/talks/",
    "en/quotes/mutual-trade/",
    "en/agreements/",
    "en/search/",
    "kk/",
    "kk/kelissozder/",
    "kk/izdeu/",
)
"""Pages of the real site whose weight is told."""


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
    """Prints what builds take: the median, the fastest and the slowest, of three kinds.

    The first of all finds nothing kept. Others find in the site's cache what a build leaves there
    (pictures, share images, templates, and what has not changed), the last kind with one text
    changed before each.
    """
    first = build(site, output, *options)
    same = [build(site, output, *options) for _ in range(runs)]
    edited = []
    for number in range(1, runs + 1):
        save(site, number)
        edited.append(build(site, output, *options))
    megabytes = max(run.megabytes for run in (first, *same, *edited))
    print(
        f"{name:<14}{first.pages:>6} pages  nothing kept {first.seconds:6.2f} s  "
        f"unchanged {_told(same)}  a text changed {_told(edited)}  {megabytes:5.0f} MB"
    )


def _told(runs: list[Run]) -> str:
    seconds = sorted(run.seconds for run in runs)
    return f"{statistics.median(seconds):6.2f} s ({seconds[0]:.2f}–{seconds[-1]:.2f})"


def print_weights(public: Path) -> None:
    """Prints what the first view of some pages weighs, in KB raw and as sent (gzipped)."""
    print(
        "\nKB raw / as sent             html           css            js      fonts      all text"
    )
    for page in PAGES:
        weights = {weight.kind: weight for weight in weigh(public, page)}
        text = sum(weight.sent for kind, weight in weights.items() if kind != "woff2")
        parts = "".join(
            f"{weight.raw / 1000:7.1f} /{weight.sent / 1000:5.1f}"
            for kind, weight in weights.items()
            if kind != "woff2"
        )
        print(f"{page:<24}{parts}{weights['woff2'].raw / 1000:10.1f}{text / 1000:12.1f}")


def main() -> None:
    """Measures what is named, or the builds and the live server."""
    match sys.argv[1:]:
        case ["live"]:
            print_live()
        case ["live-soak"]:
            print_soak()
        case ["faults"]:
            print_checks()
            print_faults()
        case _:
            print_builds()
            print_live()
            print_checks()
            print_faults()


def print_builds() -> None:
    """Measures the real site and generated ones of 500 and 5,000 records."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for records, runs in ((0, 9), (500, 5), (5000, 3)):
            site = folder / str(records)
            site.mkdir()
            generate(site, records)
            options = ["--no-share-images"] if records else []
            title = f"{records} records" if records else "the real site"
            measure(title, site, site / "public", runs, *options)
        print_weights(folder / "0" / "public")
        print_search(folder / "0" / "public")


if __name__ == "__main__":
    main()
