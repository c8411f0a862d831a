"""Faults sown into the texts of the real site are told, at the right file and line."""

import shutil
from pathlib import Path

import pytest

from tests.mutations import KINDS, score
from tests.small_site import ROOT

SPARE = {"names swapped": 0.85, "word of an enumeration": 0.7}
"""Kinds of which grammar hides some: languages order names, and part their lists, in other ways."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site, for faults to be sown into."""
    root = tmp_path_factory.mktemp("mutants")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "site.yaml", root)
    return root


def test_faults_of_every_kind_are_caught(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    found = score(site, each=24)  # `python -m bench faults` sows twice as many

    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert found.keys() == KINDS.keys()
    missed = {kind: [m.change for m in of_kind.missed] for kind, of_kind in found.items()}
    floors = {kind: SPARE.get(kind, 0.95) for kind in found}
    assert {k: missed[k] for k, s in found.items() if s.share < floors[k]} == {}
    asked = [of_kind for kind, of_kind in found.items() if kind != "word of an enumeration"]
    sown, lost = sum(s.sown for s in asked), sum(len(s.missed) for s in asked)
    assert sum(of_kind.sown for of_kind in found.values()) >= 200
    assert 1 - lost / sown >= 0.98
