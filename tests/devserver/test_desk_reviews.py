"""How the review of each text stands, on the desk."""

from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.checks.reviews import standings
from builder.content.content import Content
from builder.content.load import load
from builder.devserver.desk import desk_response
from builder.devserver.desk_reviews import counted, reviews_of
from builder.devserver.desk_texts import documents, segments
from builder.devserver.desk_views import Desk
from builder.devserver.editor import EDITOR
from builder.devserver.server import Server
from builder.project import Project
from tests.small_site import reviewed, small_site

QUOTE = "content/quotes/trade.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """All of it was reviewed; later one quote was changed, and a figure in both languages."""
    site = reviewed(small_site(tmp_path / "site"))
    edit(site / QUOTE, "1.6", "1.7")
    before = "{kk: Қол қойылған құжаттар, en: Documents signed}"
    edit(site / "content" / "visit.yaml", before, "{kk: Келісімдер, en: Agreements signed}")
    return site


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def read(site: Path) -> Content:
    content = load(site).content
    assert content is not None
    return content


def page(site: Path, path: str, language: str = "en") -> LexborHTMLParser:
    content = read(site)
    desk = Desk(content, (), None, site, EDITOR, reviews_of(content))
    body = desk_response(desk, path, language)
    assert body is not None
    return LexborHTMLParser(body.decode())


def chips(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [chip.text(strip=True) for chip in tree.css(f"{selector} .chip")]


def test_every_state_belongs_to_a_text_that_the_desk_shows(site: Path) -> None:
    content = read(site)
    shown = {
        (document.kind, document.id, segment.id)
        for document in documents(content)
        for segment in segments(content, document)
    }

    found = reviews_of(content)
    assert found.keys() <= shown
    assert len(found) == len(list(standings(content))) > 250


def test_a_text_has_its_state_beside_its_name(site: Path) -> None:
    tree = page(site, "quote/trade/")

    said = [heading.text(strip=True) for heading in tree.css(".row h2:has(.chip)")]
    assert said == [
        "topicreviewed",
        "textchanged since the review",
        "notereviewed",
    ]


def test_the_list_counts_what_is_to_be_looked_at_and_calls_it_open(site: Path) -> None:
    tree = page(site, "")

    opened = [
        [node.text(strip=True) for node in item.css(".name a, .chips .bad")]
        for item in tree.css("li.document.open")
    ]
    assert opened == [
        ["The guest’s official visit", "Not reviewed yet: 1"],
        ["Trade", "Changed since the review: 1"],
    ]


def test_in_kazakh(site: Path) -> None:
    assert "Тексерілгеннен кейін өзгергені: 1" in chips(page(site, "", "kk"), "li")


def test_the_list_counts_each_state_of_a_document(site: Path) -> None:
    counts = counted(reviews_of(read(site)))

    assert counts["quote", "trade"] == Counter(stale=1, ok=2)
    assert counts["visit", "visit"]["unreviewed"] == 1


def test_without_a_ledger_the_desk_says_nothing_of_reviews(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    assert reviews_of(read(site)) == {}
    assert page(site, "quote/trade/").css("h2 .chip") == []
    assert page(site, "").css("li.document.open") == []


def test_the_live_server_shows_them(site: Path) -> None:
    server = Server(Project(site, drafts=True), open_with=EDITOR)
    server._live.refresh()

    body = server._desk("quote/trade/", "en")

    assert body is not None
    assert "changed since the review" in body.decode()
