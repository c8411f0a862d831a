"""Faults sown into the texts of the real site are told, at the right file and line."""

import shutil
from pathlib import Path

import pytest

from builder.checks import reviews
from builder.content.load import load
from builder.memory import Memory
from tests.mutations import KINDS, mutants, score
from tests.small_site import ROOT

SPARE = {"word of an enumeration": 0.7}
"""Kinds of which grammar hides some: languages part their lists in other ways."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real site, for faults to be sown into."""
    root = tmp_path_factory.mktemp("mutants")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "site.yaml", root)
    return root


def test_faults_of_every_kind_are_caught(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    found = score(site, each=48)

    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
    assert found.keys() == KINDS.keys()
    missed = {kind: [m.change for m in of_kind.missed] for kind, of_kind in found.items()}
    floors = {kind: SPARE.get(kind, 0.95) for kind in found}
    assert {k: missed[k] for k, s in found.items() if s.share < floors[k]} == {}
    asked = [of_kind for kind, of_kind in found.items() if kind != "word of an enumeration"]
    sown, lost = sum(s.sown for s in asked), sum(len(s.missed) for s in asked)
    assert sum(of_kind.sown for of_kind in found.values()) >= 400
    assert 1 - lost / sown >= 0.98


def test_any_edit_after_a_review_leaves_its_text_stale(site: Path) -> None:
    """With the ledger of the real site, in which all is reviewed."""
    memory = Memory()

    def states(*changed: Path) -> dict[str, reviews.State]:
        memory.begin(changed)
        content = load(site, memory=memory).content
        assert content is not None
        return {s.segment.name: s.state for s in reviews.standings(content)}

    content = load(site).content
    assert content is not None
    assert set(states().values()) == {reviews.State.OK}
    edits = list(mutants(content, each=8))
    assert len(edits) > 60

    unchanged = []
    before = file = site
    for edit in edits:
        before, file = file, site / edit.file
        whole = file.read_bytes()
        file.write_text(edit.body, encoding="utf-8")
        if states(before, file).get(edit.segment) is reviews.State.OK:
            unchanged.append(edit.change)
        file.write_bytes(whole)
    assert unchanged == []
    assert set(states(file).values()) == {reviews.State.OK}  # once all edits are taken back
