"""What stands around the text of a page: the way to it, its neighbours, its sources by number."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import Built, build
from builder.project import Project
from tests.small_site import said, small_site

CITATION = ".citation a[title]"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = build(Project(small_site(tmp_path_factory.mktemp("small") / "site")))
    assert site.is_good, said(site)
    return site


def page(built: Built, path: str) -> LexborHTMLParser:
    body = next(a.body for a in built.artifacts if a.path == f"{path}index.html")
    return LexborHTMLParser(body.decode())


def links(nodes: list[LexborNode]) -> list[tuple[str, str | None]]:
    return [(node.text(strip=True), node.attributes["href"]) for node in nodes]


def test_breadcrumbs_lead_home_and_to_the_section_above(built: Built) -> None:
    quote = page(built, "en/quotes/trade/")

    (home, section) = links(quote.css(".breadcrumbs a"))
    assert home[1] == "/visit/en/"
    assert section == ("Quotes", "/visit/en/quotes/")
    (here,) = quote.css(".breadcrumbs [aria-current=page]")
    (heading,) = quote.css("h1")
    assert here.text(strip=True) == heading.text(strip=True)


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("en/quotes/", [("page", "/visit/en/quotes/")]),
        ("en/quotes/trade/", [("true", "/visit/en/quotes/")]),
        ("en/quotes/trade/parallel/", [("true", "/visit/en/quotes/")]),
        ("en/talks/", [("page", "/visit/en/talks/")]),
        ("en/", []),
    ],
)
def test_the_navigation_marks_the_page_or_the_section_that_it_is_of(
    built: Built, path: str, marked: list[tuple[str, str]]
) -> None:
    shown = page(built, path)

    for place in (".site-header", ".site-footer"):
        found = shown.css(f"{place} .navigation [aria-current]")
        assert [(a.attributes["aria-current"], a.attributes["href"]) for a in found] == marked


def test_a_link_at_the_head_leads_to_the_sections_at_the_foot(built: Built) -> None:
    shown = page(built, "kk/")

    assert links(shown.css(".site-header__foot > a[href^='#']")) == [("Бөлімдер", "#site_sections")]
    assert shown.css(".site-footer nav#site_sections a")


def test_nothing_is_above_home(built: Built) -> None:
    assert not page(built, "en/").css(".breadcrumbs")


def test_numbers_beside_facts_are_those_of_the_list_of_sources(built: Built) -> None:
    numbers = {
        f"/visit/en/sources/#{entry.attributes['id']}": entry.attributes["value"]
        for entry in page(built, "en/sources/").css(".source-entry")
    }
    home = page(built, "en/")

    cited = links(home.css(CITATION))
    assert cited
    assert [number for number, href in cited] == [numbers[str(href)] for _, href in cited]
    listed = home.css(".apparatus__sources > li")
    assert {href for _, href in cited} <= {item.css("a")[0].attributes["href"] for item in listed}
    order = [int(item.attributes["value"] or 0) for item in listed]
    assert order == sorted(set(order))


def test_the_source_that_the_site_keeps_has_the_first_number(built: Built) -> None:
    first = page(built, "en/sources/").css(".source-entry")[0]

    assert first.attributes["id"] == "report"
    assert first.attributes["value"] == "1"


def test_what_rests_on_a_source_is_named_with_what_it_is(built: Built) -> None:
    items = page(built, "kk/derekkozder/").css("#report .link-items > li")

    shown = [(item.css("a")[0].text(), item.css(".kind")[0].text()) for item in items]
    assert shown[:4] == [
        ("Қонақтың ресми сапары", "Ресми сапар"),
        ("Қонақтың аты", "Тұлға"),
        ("Қабылдаушының аты", "Тұлға"),
        ("Қонақ ел", "Мемлекет"),
    ]
    assert {
        ("Достық", "Дәйексөз"),
        ("Меморандум", "Ынтымақтастық туралы меморандум"),
        ("Келіссөз қалай өтті", "Бет"),
    } <= set(shown)


def test_speakers_stand_under_the_sun_of_their_side(built: Built) -> None:
    lines = page(built, "en/people/").css(".person-line")
    suns = [[sun.attributes["class"] for sun in line.css(".sun")] for line in lines]

    assert suns == [["sun sun--guest"], ["sun sun--host"]]


def test_agreements_lead_to_those_before_and_after_them(built: Built) -> None:
    rows = page(built, "en/agreements/").css(".register tbody th a")
    first, second = (str(row.attributes["href"]) for row in rows)

    assert [h for _, h in links(page(built, first.removeprefix("/visit/")).css(".pager a"))] == [
        second
    ]
    (back,) = page(built, second.removeprefix("/visit/")).css(".pager a[rel=prev]")
    assert back.attributes["href"] == first


def test_a_page_says_how_to_cite_it_in_the_marks_of_its_language(built: Built) -> None:
    for path, opening in (("en/quotes/trade/", "“"), ("kk/daieksozder/sauda/", "«")):
        (text,) = page(built, path).css(".apparatus__text")
        assert text.text(strip=True).startswith(opening)
        assert f"https://small.example/visit/{path}" in text.text()


def test_what_was_of_the_visit_is_marked_on_the_timeline(built: Built) -> None:
    entries = page(built, "en/timeline/").css(".event-entry")

    marked = {entry.attributes["id"] for entry in entries if entry.css(".event-entry__mark--visit")}
    assert marked == {"talks"}
    assert len(entries) > 1
