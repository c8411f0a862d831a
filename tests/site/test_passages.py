"""Readers see where the words of a source stand in it, and the checksum of what was compared."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import build
from builder.project import Project
from tests.small_site import small_site

ROOT = Path(__file__).resolve().parent.parent.parent
SHA256 = "99f2cb13f667c06a297036f3bc0427421ec3046b4451e622306199c9b0d6756e"
QUOTE = "content/quotes/friendship.yaml"


PASSAGE = ".properties__whole:has(.passage)"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def edit(site: Path, file: str, old: str, new: str) -> None:
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def page(site: Path, path: str) -> LexborHTMLParser:
    built = build(Project(site))
    assert built.is_good, built.problems
    return LexborHTMLParser(next(a.body for a in built.artifacts if a.path == path).decode())


def said(node: LexborNode) -> str:
    """The text of an element, in which a space that holds a line together is one as any other."""
    return node.text().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("path", ["kk/daieksozder/dostyk", "en/quotes/friendship"])
def test_a_quote_stands_among_the_words_around_it_in_their_language(site: Path, path: str) -> None:
    quote = page(site, f"{path}/index.html")

    (shown,) = quote.css(".passage")
    assert shown.attributes["lang"] == "kk"
    assert said(shown) == (
        "Қонақ пен қабылдаушы тарап келіссөз жүргізді. – Біз екі елдің 25 жылдық достығын "
        "бағалаймыз, – деді Қонақ. Қабылдаушы тарап сауданың 1,6 миллиард теңгеге жеткенін айтты.…"
    )
    assert [said(mark) for mark in shown.css("mark")] == [
        "Біз екі елдің 25 жылдық достығын бағалаймыз"
    ]
    assert SHA256 in quote.body.text() if quote.body else False


def test_the_passages_are_numbered_and_the_checksum_waits_behind_a_line(site: Path) -> None:
    (around,) = page(site, "en/quotes/friendship/index.html").css(PASSAGE)

    assert "Passage of the source: 2" in said(around)
    (details,) = around.css("details")
    assert SHA256 in details.text()
    assert "open" not in details.attributes


def test_a_title_is_shown_with_its_ending_there(site: Path) -> None:
    (shown,) = page(site, "en/agreements/memorandum/index.html").css(".passage")

    assert shown.text().endswith("Ынтымақтастық туралы меморандумға қол қойылды.")
    assert [mark.text() for mark in shown.css("mark")] == ["Ынтымақтастық туралы меморандум"]


def test_of_a_long_text_the_beginning_and_the_end_are_marked() -> None:
    whole = (ROOT / "content/sources/press-text.txt").read_text(encoding="utf-8")
    built = page(ROOT, "en/quotes/mutual-trade/index.html")

    (mark,) = built.css(".passage mark")
    first, _, last = said(mark).partition(" … ")
    assert first
    assert last
    assert len(said(mark)) < 200
    assert whole.index(first) < whole.index(last)


def test_words_of_a_source_without_a_stored_text_are_said_not_to_be_compared(site: Path) -> None:
    edit(site, QUOTE, "source: report", "source: ministry-page")

    quote = page(site, "en/quotes/friendship/index.html")

    assert not quote.css(".passage")
    assert "so these words could not be compared with it" in (
        quote.body.text() if quote.body else ""
    )


def test_words_that_a_waiver_lets_differ_are_shown_without_a_passage(site: Path) -> None:
    edit(site, QUOTE, "бағалаймыз\n", "бағалаймыз деп\n")
    waiver = "waive: [{code: not-in-source, at: text, reason: {kk: Солай, en: So it is}}]"
    edit(site, QUOTE, "form:", f"{waiver}\nform:")

    quote = page(site, "en/quotes/friendship/index.html")

    assert not quote.css(".passage")
    assert "compared" not in (quote.body.text() if quote.body else "")


def test_the_source_opens_at_the_words_where_it_has_an_address(site: Path) -> None:
    edit(site, "content/sources/report.yaml", "kind:", "address: https://press.example/\nkind:")

    quote = page(site, "en/quotes/friendship/index.html")

    hrefs = [link.attributes["href"] or "" for link in quote.css("dd a")]
    (opened,) = [href for href in hrefs if href.startswith("https://press.example/")]
    assert "#:~:text=%D0%91%D1%96%D0%B7%20" in opened
