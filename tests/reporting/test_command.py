"""`report` as a person runs it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import commands
from builder.problems.catalogues import CATALOGUES
from tests.small_site import broken_site, small_site


def sapar(*arguments: str | Path, language: str = "en") -> Result:
    given = ["report", *map(str, arguments), "--lang", language]
    return CliRunner().invoke(commands, given)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def test_a_report_is_written_and_its_place_is_told(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "reports" / "checked.html"

    run = sapar("--site", site, "--output", file)

    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == f"the report is in {file}\n"
    assert file.read_bytes().startswith(b"<!doctype html>")
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("name", "more", "is_json"),
    [
        ("checked.json", [], True),
        ("checked.JSON", [], True),
        ("checked.txt", [], False),
        ("checked", ["--format", "json"], True),
        ("checked.json", ["--format", "html"], False),
    ],
)
def test_the_form_is_that_which_is_asked_for_or_else_that_of_the_suffix(
    site: Path, tmp_path: Path, name: str, more: list[str], *, is_json: bool
) -> None:
    sapar("--site", site, "--output", tmp_path / name, *more)

    assert (tmp_path / name).read_bytes().startswith(b"{" if is_json else b"<!doctype html>")


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_site_with_problems_has_its_report_in_the_language_asked_for(
    tmp_path: Path, language: str
) -> None:
    site, file = broken_site("unknown-key", tmp_path / "site"), tmp_path / "checked.json"

    run = sapar("--site", site, "--output", file, language=language)

    said = json.loads(file.read_text(encoding="utf-8"))
    assert (run.exit_code, said["is_good"], said["language"]) == (1, False, language)
    assert said["problems"]
    for problem in said["problems"]:
        assert f"[{problem['code']}]: {problem['message']}" in run.stderr


def test_warnings_end_in_1_only_where_they_are_asked_to(tmp_path: Path) -> None:
    site, file = small_site(tmp_path / "site"), tmp_path / "checked.json"
    event = site / "content" / "events" / "return-visit.yaml"
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace("is not known.", "is not known. It was not named."), "utf-8")

    usual = sapar("--site", site, "--output", file)
    said = json.loads(file.read_text(encoding="utf-8"))

    assert (usual.exit_code, said["is_good"], said["errors"]) == (0, True, 0)
    assert said["warnings"] > 0
    assert sapar("--site", site, "--output", file, "--strict").exit_code == 1
    assert json.loads(file.read_text(encoding="utf-8"))["is_good"] is False


@pytest.mark.parametrize(
    "place", ["content/checked.html", "templates/new/checked.html", "static/c.html", "site.yaml"]
)
def test_nothing_is_written_among_what_the_site_is_made_from(site: Path, place: str) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}

    run = sapar("--site", site, "--output", site / place)

    assert (run.exit_code, run.stdout) == (1, "")
    assert "error[output-protected]" in run.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_a_link_into_the_content_is_no_way_round(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").symlink_to(site / "content")

    run = sapar("--site", site, "--output", tmp_path / "elsewhere" / "checked.html")

    assert (run.exit_code, (site / "content" / "checked.html").exists()) == (1, False)


def test_where_the_file_cannot_be_written_that_is_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file\n", encoding="utf-8")

    run = sapar("--site", site, "--output", tmp_path / "taken" / "checked.html")

    assert (run.exit_code, run.stdout) == (1, "")
    assert "error[not-written]" in run.stderr
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file\n"


def test_without_a_file_or_with_a_folder_it_is_used_wrongly(site: Path, tmp_path: Path) -> None:
    assert sapar("--site", site).exit_code == 2
    assert sapar("--site", site, "--output", tmp_path).exit_code == 2
