"""Quotes: in the order of their source, each between its neighbours there."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import build
from builder.content.load import load
from builder.project import Project
from builder.site.views.quotes import QuoteView, in_order_of_source
from tests.small_site import small_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site with a quote from a source of its own."""
    site = small_site(tmp_path / "site")
    quotes = site / "content" / "quotes"
    shutil.copy(quotes / "trade.yaml", quotes / "another.yaml")
    change(quotes / "another.yaml", r"source: .*", "source: ministry-page")
    change(quotes / "another.yaml", r"covers: .*", "covers: []")
    change(quotes / "another.yaml", r"slug: .*", "slug: {kk: basqa, en: another}")
    change(quotes / "another.yaml", r"topic: .*", "topic: {kk: Басқа, en: Another}")
    return site


def change(path: Path, pattern: str, text: str) -> None:
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, lambda _: text, before, count=1)
    assert after != before
    path.write_text(after, encoding="utf-8")


def views(site: Path) -> dict[str, QuoteView]:
    built = build(Project(site))
    assert built.problems == ()
    return {
        page.key.id: view
        for page in (artifact.page for artifact in built.artifacts)
        if page and page.key and isinstance(view := page.context.get("quote"), QuoteView)
    }


def test_the_quotes_beside_one_are_of_the_same_source(site: Path) -> None:
    quotes = views(site)

    assert quotes["another"].before is None
    assert quotes["another"].after is None
    assert [bool(q.before) for q in quotes.values()].count(True) == 1


def test_the_order_is_that_of_the_text_whatever_the_passages_are_called(site: Path) -> None:
    for path in sorted((site / "content").rglob("*.yaml")):
        path.write_text(path.read_text(encoding="utf-8").replace("seg-03", "seg-1"))
    content = load(site).content
    assert content is not None

    ordered = in_order_of_source(content, content.quotes.values())

    assert [quote.id for quote in ordered] == ["another", "friendship", "trade"]


def test_the_link_to_the_words_holds_no_language_mark(site: Path) -> None:
    report = site / "content" / "sources" / "report.yaml"
    change(report, r"\Akind:", "address: https://x.example/a\nkind:")
    friendship = site / "content" / "quotes" / "friendship.yaml"
    change(friendship, "жылдық достығын", "жылдық [[lang:ja|достығын]]")

    address = views(site)["friendship"].at_source

    assert address is not None
    assert "lang" not in unquote(address)
    assert "достығын" in unquote(address)


def shown(site: Path, path: str) -> LexborHTMLParser:
    built = build(Project(site))
    return LexborHTMLParser(
        next(a.body for a in built.artifacts if a.path == f"{path}index.html").decode()
    )


def test_direct_speech_stands_in_the_quotation_marks_of_its_language(site: Path) -> None:
    page = shown(site, "en/quotes/friendship/")

    words = [quote.text(strip=True) for quote in page.css(".wording blockquote")]
    assert [(text[0], text[-1]) for text in words] == [("“", "”"), ("«", "»")]


def test_reported_speech_stands_without_them(site: Path) -> None:
    page = shown(site, "en/quotes/trade/")

    words = [quote.text(strip=True) for quote in page.css(".wording blockquote")]
    assert words
    assert not [text for text in words if text[0] in "“«"]


def test_quotation_marks_are_for_readers_and_are_no_part_of_the_description(site: Path) -> None:
    (meta,) = shown(site, "en/quotes/friendship/").css("meta[name=description]")

    assert (meta.attributes["content"] or "").startswith("We value")


def test_a_quote_says_when_its_event_was(site: Path) -> None:
    talks = site / "content" / "events" / "talks.yaml"
    change(talks, "  confidence: verified", "  confidence: verified\n  note: {kk: Күні, en: Day}")

    view = views(site)["trade"]
    assert view.dated is not None
    assert view.dated.text.text == "7 November 2016"
    assert view.dated.citation.note is None


@pytest.mark.parametrize(
    ("path", "name", "form"),
    [("en/quotes/", False, False), ("en/people/hosts-name/", False, True), ("en/", True, True)],
)
def test_a_card_says_only_what_its_page_has_not_said(
    site: Path, path: str, name: bool, form: bool
) -> None:
    cards = shown(site, path).css(".quote-card")

    captions = [card.css(".quote-card__caption") for card in cards]
    assert captions
    assert [bool(c and c[0].css("a")) for c in captions] == [name] * len(cards)
    said = ("direct speech", "reported speech")
    told = [c[0].text().lower() if c else "" for c in captions]
    assert [any(word in text for word in said) for text in told] == [form] * len(cards)
