"""Words of a source stand in its stored text; a waiver can let one stand as it is."""

from pathlib import Path

import pytest

from builder.checks.provenance import check
from builder.checks.waivers import unwaived
from builder.content.load import load
from builder.problems import Place, Problem
from tests.small_site import small_site

QUOTE = "content/quotes/friendship.yaml"
MEMORANDUM = "content/agreements/memorandum.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def told(site: Path) -> list[Problem]:
    loaded = load(site)
    assert loaded.content is not None
    assert loaded.problems == ()
    return list(unwaived(loaded.content, check(loaded.content)))


def edit(site: Path, file: str, old: str, new: str) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new), encoding="utf-8")


def test_the_words_of_the_small_site_stand_in_their_source(site: Path) -> None:
    assert told(site) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "column"),
    [
        (QUOTE, "Біз екі елдің", "Біз үш елдің", 11),
        (QUOTE, "деді Қонақ", "деді Қонық", 27),
        (
            MEMORANDUM,
            "{kk: Ынтымақтастық туралы меморандум,",
            "{kk: Ынтымақтастық жайлы меморандум,",
            27,
        ),
        (MEMORANDUM, "меморандумға қол", "меморандумге қол", 38),
    ],
)
def test_another_letter_is_told_at_its_place(
    site: Path, file: str, old: str, new: str, column: int
) -> None:
    edit(site, file, old, new)

    (problem,) = told(site)

    assert problem.code == "not-in-source"
    assert problem.place.file == file
    assert problem.place.column == column
    assert problem.values["source"] == "report"


def test_both_sides_of_the_first_difference_are_shown(site: Path) -> None:
    edit(site, QUOTE, "25 жылдық", "25 жылдик")

    (problem,) = told(site)

    assert problem.place == Place(QUOTE, 12, 28)
    assert problem.values["other_place"] == "content/sources/report.txt:2:24"
    assert problem.values["character"] == "и (U+0438)"
    assert problem.values["other_character"] == "ы (U+044B)"
    assert "жылдик" in str(problem.values["here"])
    assert "жылдық" in str(problem.values["there"])


def test_white_space_marks_and_what_is_skipped_or_added_are_no_difference(site: Path) -> None:
    edit(
        site,
        QUOTE,
        "Біз екі елдің 25 жылдық достығын",
        "Біз\u00a0[тараптар]  екі […]\u202fжылдық достығын",
    )

    assert told(site) == []


def test_a_source_that_stores_no_text_is_no_problem(site: Path) -> None:
    edit(site, QUOTE, "source: report", "source: ministry-page")
    edit(site, QUOTE, "Біз екі елдің", "Біз үш елдің")

    assert told(site) == []


def test_a_waiver_lets_words_stand_as_they_are(site: Path) -> None:
    edit(site, QUOTE, "Біз екі елдің", "Біз үш елдің")
    waiver = "waive: [{code: not-in-source, at: text, reason: {kk: Солай, en: So it is}}]\n"
    edit(site, QUOTE, "form: direct\n", f"form: direct\n{waiver}")

    assert told(site) == []
