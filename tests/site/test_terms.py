"""The glossary shows what a term may and must not be called in each language, and why."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import build
from builder.project import Project
from tests.small_site import small_site


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    site = small_site(tmp_path_factory.mktemp("terms") / "site")
    terms = site / "content" / "terms.yaml"
    terms.write_text(
        """\
- id: official-visit
  term: {kk: ресми сапар, en: official visit}
  allowed: {en: [official trip, official journey]}
  forbidden: {kk: [мемлекеттік сапар], en: [state visit]}
  applies: {people: [guest], events: [talks]}
  why: {kk: Мемлекеттік сапар – басқа сапар., en: A state visit is another kind of visit.}
- id: plain
  term: {kk: келісім, en: agreement}
""",
        encoding="utf-8",
    )
    bodies = {a.path: a.body for a in build(Project(site)).artifacts}
    return {
        "kk": LexborHTMLParser(bodies["kk/terminder/index.html"]),
        "en": LexborHTMLParser(bodies["en/glossary/index.html"]),
    }


def entry(pages: dict[str, LexborHTMLParser], language: str, identity: str) -> LexborNode:
    found = pages[language].css_first(f"#{identity}")
    assert found is not None
    return found


def shown(node: LexborNode) -> list[tuple[str, str | None]]:
    """Each line of words, with the language it is marked to be in."""
    lines = []
    for line in node.css("p.renderings"):
        (words,) = line.css("span")
        lines.append((" ".join(line.text().split()), words.attributes["lang"]))
    return lines


def test_words_are_shown_in_their_own_languages(pages: dict[str, LexborHTMLParser]) -> None:
    assert shown(entry(pages, "en", "official-visit")) == [
        ("Also: official trip, official journey", "en"),
        ("Not: state visit", "en"),
        ("Not: мемлекеттік сапар", "kk"),
    ]
    assert shown(entry(pages, "kk", "official-visit")) == [
        ("Қолданылмайды: мемлекеттік сапар", "kk"),
        ("Сондай-ақ: official trip, official journey", "en"),
        ("Қолданылмайды: state visit", "en"),
    ]


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("en", "A state visit is another kind of visit."),
        ("kk", "Мемлекеттік сапар – басқа сапар."),
    ],
)
def test_the_reason_and_where_it_applies_are_told(
    language: str, why: str, pages: dict[str, LexborHTMLParser]
) -> None:
    notes = [
        " ".join(note.text().split())
        for note in entry(pages, language, "official-visit").css(".term-entry__note")
    ]

    assert notes[1:] == [why]
    assert len(entry(pages, language, "official-visit").css(".term-entry__note a")) == 2


def test_a_term_without_more_words_shows_no_empty_line(pages: dict[str, LexborHTMLParser]) -> None:
    for language in pages:
        plain = entry(pages, language, "plain")
        assert not plain.css(".renderings")
        assert not plain.css(".term-entry__note")
