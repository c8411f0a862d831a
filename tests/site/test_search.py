"""The search files, and the alphabetical index that stands in for the search."""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.language import LANGUAGES
from builder.project import Project
from builder.site.views.entries import Entry, letters
from builder.site.views.words import Link, Words
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.small_site import said, small_site, three_languages

ROOT = Path(__file__).parent.parent.parent
MOST = 25_000  # bytes, compressed, of a search file and the script together


@cache
def real() -> Built:
    built = build(Project(ROOT))
    assert built.is_good, said(built)
    return built


def search_file(built: Built, language: str) -> tuple[str, bytes]:
    (found,) = (
        (artifact.path, artifact.body)
        for artifact in built.artifacts
        if artifact.path.startswith(f"assets/search/{language}.")
    )
    return found


def rows(built: Built, language: str) -> list[dict[str, Any]]:
    data = json.loads(search_file(built, language)[1])
    columns = [name for name in data if name != "labels"]
    values = zip(*(data[name] for name in columns), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in values]


def entry(title: str, kind: str = "term") -> Entry:
    return Entry(kind, Link(Words(title, "kk"), f"#{title}"), "", "")


def titles(language: str, entries: list[Entry]) -> list[tuple[str, list[str]]]:
    return [
        (letter.letter, [entry.link.label.text for entry in letter.entries])
        for letter in letters(LANGUAGES[language], entries)
    ]


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_script_and_a_search_file_of_the_real_site_are_small(language: str) -> None:
    script = (ROOT / "static" / "js" / "search.js").read_bytes()
    size = sum(len(gzip.compress(body)) for body in (script, search_file(real(), language)[1]))

    assert 10_000 < size < MOST


@pytest.mark.parametrize("language", ["kk", "en"])
def test_every_entry_leads_to_a_page_of_its_language_and_to_a_place_on_it(language: str) -> None:
    ids = {
        "/" + artifact.path.removesuffix("index.html"): {
            node.attributes["id"] for node in LexborHTMLParser(artifact.body.decode()).css("[id]")
        }
        for artifact in real().artifacts
        if artifact.page and artifact.page.language == language
    }
    entries = rows(real(), language)

    assert len(entries) > 150
    assert len({row["href"] for row in entries}) == len(entries)
    for row in entries:
        page, _, place = row["href"].partition("#")
        assert not place or place in ids[page], row["href"]


def test_both_languages_know_every_person_and_body_by_its_name_in_either() -> None:
    built = real()
    for language, section in (("kk", "tulgalar-men-uiymdar"), ("en", "people")):
        named = {
            name
            for row in rows(built, language)
            if f"/{section}/" in row["href"]
            for name in (row["title"], *row["names"])
        }
        names = {"Синдзо Абэ", "Shinzo Abe", "Жапония", "Japan", "ДЖЕТРО", "JETRO", "Елбасы"}
        assert names <= named


def test_a_search_file_has_the_text_of_records_in_its_own_language_only(tmp_path: Path) -> None:
    built = build(Project(small_site(tmp_path / "site")))
    texts = {language: json.dumps(rows(built, language)) for language in ("kk", "en")}
    quote = next(a for a in built.artifacts if a.path == "en/quotes/trade/index.html")
    told = LexborHTMLParser(quote.body.decode()).css_first("blockquote")

    assert told is not None
    words = " ".join(told.text().split())[:40].strip("“”‘’ ")
    assert words in texts["en"]
    assert words not in texts["kk"]


def test_a_search_file_is_named_by_what_it_holds_and_the_same_every_time(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    first, again = (search_file(build(Project(site)), "en") for _ in range(2))
    terms = site / "content" / "terms.yaml"
    text = terms.read_text(encoding="utf-8")
    terms.write_text(text.replace("The general name", "The usual name"), encoding="utf-8")
    changed = search_file(build(Project(site)), "en")

    assert first == again
    assert changed[0] != first[0]


def test_the_search_page_names_the_file_of_every_language_its_own_first(tmp_path: Path) -> None:
    site = three_languages(tmp_path / "site")
    built = build(Project(site, languages=LANGUAGES_AND_ONE_MORE))
    assert built.is_good, said(built)
    searches = [a for a in built.artifacts if a.page and a.page.template == "pages/search.html"]

    assert len(searches) == 3
    for artifact in searches:
        assert artifact.page
        own = artifact.page.language
        sections = LexborHTMLParser(artifact.body.decode()).css("[data-index]")
        files = [section.attributes["data-index"] for section in sections]
        assert len(files) == 3
        assert files[0] == "/visit/" + search_file(built, own)[0]
        lists = [section.css_first("ol") for section in sections]
        langs = [found.attributes.get("lang") for found in lists if found]
        assert langs[0] is None
        assert {own, *langs[1:]} == set(LANGUAGES_AND_ONE_MORE)


def test_the_kazakh_index_goes_through_all_42_letters_in_their_own_order() -> None:
    alphabet = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
    entries = [entry(f"{letter.lower()}лма") for letter in alphabet]
    entries = [*entries[1::2], *entries[::2][::-1]]  # anyhow but in order

    found = titles("kk", entries)

    assert len(alphabet) == 42
    assert [letter for letter, _ in found] == list(alphabet)
    assert all(names == [f"{letter.lower()}лма"] for letter, names in found)


def test_an_entry_is_filed_under_the_first_letter_of_its_own_alphabet_whatever_stands_before() -> (
    None
):
    names = ["«Астана» орталығы", "Ақорда", "25 жыл", "JETRO", "Әлем", "“The hall”"]

    kazakh = titles("kk", [entry(name) for name in names])
    english = titles("en", [entry(name) for name in names])

    assert kazakh == [
        ("", ["25 жыл", "JETRO", "“The hall”"]),
        ("А", ["Ақорда", "«Астана» орталығы"]),
        ("Ә", ["Әлем"]),
    ]
    assert english == [
        ("", ["25 жыл", "«Астана» орталығы", "Ақорда", "Әлем"]),
        ("J", ["JETRO"]),
        ("T", ["“The hall”"]),
    ]


def test_parts_of_pages_and_sources_stand_in_no_index() -> None:
    entries = [entry("a", "section"), entry("b", "figure"), entry("c", "source"), entry("d")]

    assert titles("en", entries) == [("D", ["d"])]


@pytest.mark.parametrize(("language", "path"), [("kk", "kk/izdeu"), ("en", "en/search")])
def test_the_index_of_the_real_site_is_sorted_and_its_jumps_lead_to_its_letters(
    language: str, path: str
) -> None:
    body = next(a.body for a in real().artifacts if a.path == f"{path}/index.html")
    page = LexborHTMLParser(body.decode())
    listed = [link.text().strip() for link in page.css("main ul li > a[href^='/']")]
    jumps = [link.attributes["href"] for link in page.css("main nav a")]
    headings = [f"#{heading.attributes['id']}" for heading in page.css("main h3[id]")]

    numbered = [name for name in listed if LANGUAGES[language].index_letter(name) == "#"]
    assert listed == [
        *numbered,
        *sorted(
            (name for name in listed if name not in numbered), key=LANGUAGES[language].sort_key
        ),
    ]
    assert len(listed) > 100
    assert jumps == headings
    assert len(jumps) > 15
