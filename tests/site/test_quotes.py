"""Quotes: in the order of their source, each between its neighbours there."""

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

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
