"""Snippets for new records: nothing stands in them that would have to be taken out again."""

import json
import re
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from builder.authoring.snippets import snippets
from builder.build import build
from builder.content.files import RECORDS
from builder.language import LANGUAGES
from builder.project import Project
from tests.small_site import said, small_site

STOP = re.compile(r"\$(?:(\d+)|\{(\d+)\|([^|]*)\|\})")

FOLDERS = {model.kind_name: folder for folder, model in RECORDS.items()}

FILLED = {
    "quote": {
        2: "guest",
        3: "talks",
        4: "ministry-page",
        7: "seg-02",
        8: "zhana-soz",
        9: "new-words",
        10: "Жаңа сөз",
        11: "New words: a topic",
        12: "Бұл: сөз",
        13: "These: words",
    },
    "agreement": {
        2: "3",
        3: "zhana-kuzhat",
        4: "new-paper",
        5: "Жаңа құжат",
        6: "A new paper",
        7: "Құжат",
        8: "Paper",
        9: "guest-country",
        10: "host-country",
        11: "2016-11",
        12: "report",
        14: "report",
    },
    "event": {
        1: "Қайту",
        2: "The return",
        3: "Қонақ: қайтты",
        4: "The guest: went home",
        5: "2016-11-09",
        6: "report",
        8: "Астана",
        9: "The capital",
        10: "report",
        12: "report",
    },
}
"""Kind of record -> what an editor writes at each stop where nothing is to be chosen."""


def bodies() -> dict[str, list[str]]:
    """Kind of record -> the lines of its snippet."""
    made: dict[str, Any] = json.loads(snippets(list(LANGUAGES.values())))
    return {snippet["prefix"][-1]: snippet["body"] for snippet in made.values()}


def expanded(kind: str, written: dict[int, str]) -> str:
    """The snippet with what is written at its stops, and the first of each choice."""

    def stop(match: re.Match[str]) -> str:
        return match[3].split(",")[0] if match[3] else written.get(int(match[1]), "")

    return "".join(f"{STOP.sub(stop, line)}\n" for line in bodies()[kind])


@pytest.mark.parametrize("kind", FILLED)
def test_a_snippet_asks_for_everything_in_order(kind: str) -> None:
    stops = [int(m[1] or m[2]) for line in bodies()[kind] for m in STOP.finditer(line)]

    assert stops == [number for number, _ in zip(count(1), stops, strict=False)]
    assert len(stops) > 10


@pytest.mark.parametrize("kind", FILLED)
def test_a_snippet_that_is_filled_in_is_a_good_record(kind: str, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    text = expanded(kind, FILLED[kind])
    (site / "content" / FOLDERS[kind] / "new-one.yaml").write_text(text, encoding="utf-8")

    built = build(Project(site))

    assert said(built) == ""
    assert built.is_good


@pytest.mark.parametrize("kind", FILLED)
def test_a_snippet_left_as_it_is_lacks_only_what_is_to_be_written(
    kind: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path / "site")
    text = expanded(kind, {})
    (site / "content" / FOLDERS[kind] / "new-one.yaml").write_text(text, encoding="utf-8")

    problems = build(Project(site)).problems

    assert {problem.code for problem in problems} <= {
        "empty-value",
        "too-few",
        "date-or-range",
        "wrong-type",
    }
    assert {problem.place.file for problem in problems} == {f"content/{FOLDERS[kind]}/new-one.yaml"}


def test_a_snippet_has_a_name_in_each_language() -> None:
    made = json.loads(snippets(list(LANGUAGES.values())))

    assert [len(snippet["prefix"]) for snippet in made.values()] == [len(LANGUAGES)] * 3
    assert {snippet["scope"] for snippet in made.values()} == {"yaml"}
