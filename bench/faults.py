"""How many sown faults the checks find, and what the checks of texts cost."""

import shutil
import tempfile
from pathlib import Path
from time import perf_counter

from bench.sites import ROOT, generate
from builder.checks import FIRST, check
from builder.checks.texts import TEXTS
from builder.content.load import load
from tests.mutations import score


def print_faults() -> None:
    """Prints, for every kind of fault, how many were sown into the real texts and how many told."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "site.yaml", root)
        found = score(root, each=48)
    print("\nsown faults                told")
    for kind, of_kind in found.items():
        told = of_kind.sown - len(of_kind.missed)
        print(f"{kind:<24}{told:>4} of {of_kind.sown:>3}  {of_kind.share:6.1%}")
    sown = sum(of_kind.sown for of_kind in found.values())
    missed = [mutant for of_kind in found.values() for mutant in of_kind.missed]
    print(f"{'all':<24}{sown - len(missed):>4} of {sown:>3}  {1 - len(missed) / sown:6.1%}")
    for mutant in missed:
        print(f"  not told: {mutant.kind}, {mutant.segment}: {mutant.change[:100]}")


def print_checks() -> None:
    """Prints what the checks take, in ms: those that pages need, and those of the texts."""
    print("\nchecks, ms                  first    texts  texts a record")
    for records in (0, 500, 5000):
        with tempfile.TemporaryDirectory() as name:
            generate(Path(name), records)
            content = load(Path(name)).content
        assert content is not None
        times = []
        for checks in (FIRST, TEXTS):
            started = perf_counter()
            list(check(content, checks))
            times.append(1000 * (perf_counter() - started))
        count = sum(len(of_kind) for of_kind in content.records.values())
        print(f"{count:>7.0f} records{times[0]:>18.0f}{times[1]:>9.0f}{times[1] / count:>16.2f}")
