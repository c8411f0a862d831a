"""Texts of one segment name the same records, and are about as long in every language."""

import re
from pathlib import Path

import pytest

from builder.checks.lengths import SHORTEST
from builder.checks.lengths import check as check_lengths
from builder.checks.structure import check as check_structure
from builder.problems import Place, Severity
from tests.checks.sites import edit, read
from tests.small_site import small_site, three_languages

ROOT = Path(__file__).resolve().parent.parent.parent
QUOTE = "content/quotes/trade.yaml"
KAZAKH, ENGLISH = "content/pages/talks.kk.md", "content/pages/talks.en.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def test_nothing_is_told_of_good_sites(tmp_path: Path) -> None:
    for root in (ROOT, small_site(tmp_path / "two"), three_languages(tmp_path / "three")):
        content = read(root)
        assert [*check_lengths(content), *check_structure(content)] == []


def test_a_text_that_is_far_shorter_than_its_twin_is_a_warning_there(site: Path) -> None:
    edit(site, QUOTE, "had reached 1.6 billion tenge", f"had {'really and truly ' * 9}reached it")

    (problem,) = check_lengths(read(site))

    assert (problem.code, problem.severity) == ("length-differs", Severity.WARNING)
    assert problem.place == Place(QUOTE, 12, 7)
    assert problem.values["other_place"] == f"{QUOTE}:13:7"


def test_short_texts_may_differ_as_they_like(site: Path) -> None:
    edit(site, QUOTE, "en: Trade}", f"en: {'T' * (SHORTEST - 1)}}}")

    assert list(check_lengths(read(site))) == []


def test_a_language_that_takes_more_letters_throughout_is_no_fault(tmp_path: Path) -> None:
    site = three_languages(tmp_path / "three")
    for path in (site / "content").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("‹([^›]*)›", lambda m: f"‹{m[1] * 3}›", text), encoding="utf-8")

    far = [p for p in check_lengths(read(site)) if p.place.file.endswith(".yaml")]

    assert far == []


@pytest.mark.parametrize(
    ("file", "old", "new", "lacks", "place"),
    [
        (KAZAKH, "[[event:talks|келіссөз]]", "келіссөз", KAZAKH, f"{ENGLISH}:1:53"),
        (ENGLISH, "[[event:talks|talks]]", "talks", ENGLISH, f"{KAZAKH}:1:44"),
        (ENGLISH, "The guest spoke", "[[person:guest]] spoke", KAZAKH, f"{ENGLISH}:6:1"),
    ],
)
def test_a_record_that_one_language_does_not_name_is_told_with_the_place_of_the_other(
    site: Path, file: str, old: str, new: str, *, lacks: str, place: str
) -> None:
    edit(site, file, old, new)

    (problem,) = check_structure(read(site))

    assert (problem.code, problem.place.file) == ("reference-lacks", lacks)
    assert problem.values["other_place"] == place


def test_the_order_in_which_records_are_named_is_that_of_the_language(site: Path) -> None:
    edit(
        site,
        KAZAKH,
        "[[person:guest|Қонақ]] пен [[person:host]]",
        "[[person:host]] пен [[person:guest|Қонақ]]",
    )

    assert list(check_structure(read(site))) == []
