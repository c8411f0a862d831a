"""Whole sites with mistakes: everything that is wrong is said, and nothing is published."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.build import build
from builder.problems.catalogues import CATALOGUES
from builder.project import Project
from tests.small_site import BROKEN, EXPECTED, MADE, ROOT, broken_site, cases, said


def expected(case: str, language: str = "en") -> str:
    return (BROKEN / case / EXPECTED[language]).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", cases())
def test_a_broken_site_is_told_in_full_and_nothing_is_published(case: str, tmp_path: Path) -> None:
    site, output = broken_site(case, tmp_path / "site"), tmp_path / "public"
    before = sorted(tmp_path.iterdir())

    built = build(Project(site), output)

    assert {language: said(built, language) for language in EXPECTED} == {
        language: expected(case, language) for language in EXPECTED
    }
    assert not built.is_good
    assert not built.artifacts
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("case", "file"),
    [
        ("unreadable-prose", "content/pages/talks.en.md"),
        ("unreadable-record", "content/people/host.yaml"),
        ("unreadable-source", "content/sources/report.yaml"),
        ("unreadable-term", "content/terms.yaml"),
    ],
)
def test_what_cannot_be_read_is_not_said_to_be_missing_where_it_is_named(
    case: str, file: str, tmp_path: Path
) -> None:
    built = build(Project(broken_site(case, tmp_path / "site")))

    assert [problem.place.file for problem in built.problems] == [file]


def test_cases_made_in_code_are_among_the_folders() -> None:
    assert MADE.keys() <= set(cases())


@pytest.mark.parametrize("language", EXPECTED)
@pytest.mark.parametrize("case", cases())
def test_what_is_told_names_a_file_and_a_way_out(case: str, language: str) -> None:
    lines = expected(case, language).splitlines()
    hint = f"  {CATALOGUES[language].hint}: "
    severities = "|".join(CATALOGUES[language].severities.values())

    assert lines
    assert all(
        re.match(rf"[^\s:][^:]*(:[1-9]\d*:[1-9]\d*)?: ({severities})\[", line)
        for line in lines[::2]
    )
    assert all(line.startswith(hint) and len(line) > len(hint) for line in lines[1::2])


@pytest.mark.parametrize(
    ("language", "count"), [("en", "errors: 5, warnings: 0"), ("kk", "5 қате, 0 ескерту")]
)
def test_the_command_prints_the_same_with_the_lines_and_leaves_with_1(
    language: str, count: str, tmp_path: Path
) -> None:
    site = broken_site("several-problems", tmp_path / "site")
    command = [sys.executable, "-m", "builder", "build", "--lang", language, "--site", str(site)]

    run = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )

    without_lines = re.sub(r"^ +\d* \| .*\n", "", run.stderr, flags=re.MULTILINE)
    assert without_lines == f"{expected('several-problems', language)}{count}\n"
    assert len(run.stderr.splitlines()) == len(without_lines.splitlines()) + 2 * 5
    assert run.stdout == ""
    assert run.returncode == 1
    assert not (site / "public").exists()
