"""The files of a site while somebody changes them."""

import os
from pathlib import Path

import pytest

from builder.content.walk import files, leads_out
from builder.problems import Problem


def gone(path: os.PathLike[str]) -> str:
    """What the system says of a link that went after it was seen."""
    raise FileNotFoundError(2, "No such file or directory", os.fspath(path))


def test_a_link_that_goes_while_it_is_looked_at_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "visit.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    monkeypatch.setattr(os, "readlink", gone)
    problems: list[Problem] = []

    assert list(files(tmp_path, problems)) == ["content/visit.yaml"]
    assert problems == []


def test_a_path_leads_out_of_a_folder_by_its_links_alone(tmp_path: Path) -> None:
    inside, outside = tmp_path / "site" / "in", tmp_path / "out"
    inside.mkdir(parents=True)
    outside.touch()
    (inside / "link").symlink_to(outside)
    (inside / "own").symlink_to(inside / "file")

    assert leads_out(inside / "link", tmp_path / "site")
    assert not leads_out(inside / "own", tmp_path / "site")
    assert not leads_out(inside / "missing", tmp_path / "site")
