"""What an editor may say of a term, and what of it is refused."""

from pathlib import Path

import pytest

from builder.authoring.rename import rename
from builder.build import build
from builder.checks import terms
from builder.content.glossary import glossaries, longest, right_words
from builder.content.load import load
from builder.project import Project
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.small_site import small_site, three_languages


def site_with(folder: Path, more: str) -> Path:
    site = small_site(folder / "site")
    (site / "content" / "terms.yaml").write_text(
        f"- id: visit\n  term: {{kk: ресми сапар, en: official visit (visit of state)}}\n{more}",
        encoding="utf-8",
    )
    return site


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("  forbidden: {en: [Official Visit (visit of state)]}\n", "term-contradiction 3:14"),
        ("  allowed: {en: [trip]}\n  forbidden: {en: [Trip]}\n", "term-contradiction 4:14"),
        ("  allowed: {en: [trip, trip]}\n", "listed-twice 3:17"),
        ("  allowed: {ja: [訪問]}\n", "unknown-language 3:13"),
        ("  enforced: maybe\n", "bad-choice 3:13"),
        ("  applies: {kinds: [evnt]}\n", "bad-choice 3:21"),
        ("  applies: {events: [tlks]}\n", "unknown-record 3:22"),
        ("  applies: {everything: []}\n", "unknown-key 3:13"),
    ],
)
def test_a_mistake_is_told_where_it_stands(more: str, told: str, tmp_path: Path) -> None:
    problems = build(Project(site_with(tmp_path, more))).problems

    assert told in [f"{p.code} {p.place.line}:{p.place.column}" for p in problems]


def test_a_record_that_is_renamed_is_renamed_where_a_term_applies(tmp_path: Path) -> None:
    site = site_with(tmp_path, "  applies: {events: [talks], sources: [report]}\n")

    rename(site, "event", "talks", "first-talks")

    terms = (site / "content" / "terms.yaml").read_text(encoding="utf-8")
    assert "  applies: {events: [first-talks], sources: [report]}\n" in terms


def test_the_longest_words_win_and_those_in_brackets_stand_for_the_term(tmp_path: Path) -> None:
    site = site_with(tmp_path, "- id: short\n  term: {kk: сапар, en: visit}\n")
    content = load(site).content
    assert content is not None
    glossary = glossaries(content)["en"]

    def found(text: str) -> list[tuple[str, set[str]]]:
        return [
            (text[hit.start : hit.end], set(hit.right)) for hit in longest(glossary.all_hits(text))
        ]

    assert found("An official visit, a visit.") == [
        ("official visit", {"visit"}),
        ("visit", {"short"}),
    ]
    assert found("Visits of state") == [("Visits of state", {"visit"})]
    assert [set(hit.right) for hit in glossary.all_hits("official visit")] == [{"visit"}, {"short"}]
    assert right_words(content.terms["short"], "en") == ("visit",)
    assert right_words(content.terms["short"], "ja") == ()


def test_no_term_is_looked_for_in_a_language_whose_words_nobody_has_described(
    tmp_path: Path,
) -> None:
    content = load(three_languages(tmp_path / "site"), LANGUAGES_AND_ONE_MORE).content
    assert content is not None

    assert glossaries(content).keys() == {"kk", "en"}
    assert list(terms.check(content)) == []
