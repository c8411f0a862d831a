"""The print edition: everything on one page a language, with links that stay on it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.project import Project
from tests.small_site import SMALL, said, small_site

PATHS = ["kk/basylym/index.html", "en/print-edition/index.html"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    made = build(Project(small_site(tmp_path_factory.mktemp("small") / "site")))
    assert made.is_good, said(made)
    return made


def html(built: Built, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(next(a.body for a in built.artifacts if a.path == path).decode())


@pytest.mark.parametrize("path", PATHS)
def test_contents_come_first_and_lead_to_every_chapter_in_order(built: Built, path: str) -> None:
    page = html(built, path)

    linked = [a.attributes["href"] for a in page.css("main nav a")]
    chapters = [f"#{chapter.attributes['id']}" for chapter in page.css("main .chapter")]
    assert linked == chapters[: len(linked)]
    assert linked[:3] == ["#visit", "#article-talks", "#quotes"]
    assert linked[3:] == ["#agreements", "#people", "#timeline", "#sources", "#terms"]


@pytest.mark.parametrize("path", PATHS)
def test_every_record_stands_on_it_under_its_kind_and_id(built: Built, path: str) -> None:
    found = {node.attributes["id"] for node in html(built, path).css("main [id]")}

    for folder, kind in (
        *(("quotes", "quote"), ("agreements", "agreement"), ("people", "person")),
        *(("organisations", "organisation"), ("events", "event"), ("sources", "source")),
    ):
        files = (SMALL / "content" / folder).glob("*.yaml")
        assert {f"{kind}-{file.stem}" for file in files} <= found
    assert "article-talks-words-1" in found


def test_a_quote_stands_beside_its_original(built: Built) -> None:
    (quote,) = html(built, PATHS[1]).css("#quote-trade")

    assert len(quote.css("blockquote")) == 2
    assert quote.css("blockquote[lang=kk]")


@pytest.mark.parametrize("path", PATHS)
def test_links_to_records_stay_on_the_page_and_those_of_the_navigation_leave_it(
    built: Built, path: str
) -> None:
    page = html(built, path)
    code = path[:2]

    own = {f"#{node.attributes['id']}" for node in page.css("[id]")}
    links = [a.attributes["href"] or "" for a in page.css("main .chapter a")]
    inner = [link for link in links if link.startswith("#")]
    assert len(inner) > 20
    assert set(inner) <= own
    assert not [link for link in links if link.startswith(f"/visit/{code}/") and "#" in link]
    assert all(
        (a.attributes["href"] or "").startswith("/") for a in page.css(".site-header .navigation a")
    )


@pytest.mark.parametrize("path", PATHS)
def test_it_is_not_for_search_engines_and_every_page_leads_to_it(built: Built, path: str) -> None:
    page = html(built, path)
    sitemap = next(a.body for a in built.artifacts if a.path == "sitemap.xml").decode()
    address = "https://small.example/visit/" + path.removesuffix("index.html")

    assert page.css("meta[name=robots]")[0].attributes["content"] == "noindex"
    assert page.css("link[rel=canonical]")[0].attributes["href"] == address
    assert page.css("head link[hreflang]") == []
    assert address not in sitemap
    home = html(built, f"{path[:2]}/index.html")
    assert address.removeprefix("https://small.example") in {
        a.attributes["href"] for a in home.css("footer a")
    }


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            PATHS[0],
            [
                "Баспа нұсқасы",
                "Қонақтың ресми сапары",
                "2016 жылғы 6–9 қараша · Қабылдаушы елдің астанасы",
            ],
        ),
        (
            PATHS[1],
            [
                "Print edition",
                "The guest’s official visit",
                "6–9 November 2016 · The capital of the host country",
            ],
        ),
    ],
)
def test_the_cover_says_what_it_is_of_when_and_where(
    built: Built, path: str, words: list[str]
) -> None:
    (cover,) = html(built, path).css(".cover")

    lines = [line.text().replace("\N{NO-BREAK SPACE}", " ") for line in cover.css("h1, p")]
    assert lines[:3] == words
