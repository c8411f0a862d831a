"""Whole sites without mistakes: two languages, three, other line ends, and bytes gone wrong."""

import random
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import Built, build
from builder.language import LANGUAGES
from builder.project import Project
from tests.language.invented import INVENTED, LANGUAGES_AND_ONE_MORE
from tests.small_site import said, small_site, three_languages

ADDRESS = "https://small.example/visit/"
CODES = ("en", "kk", INVENTED.code)
XHTML = "{http://www.w3.org/1999/xhtml}link"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def files(built: Built) -> Mapping[str, bytes]:
    assert built.is_good, said(built)
    return {artifact.path: artifact.body for artifact in built.artifacts}


def page(built: Built, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(files(built)[path].decode())


def texts(nodes: list[LexborNode]) -> list[str]:
    return [node.text(strip=True) for node in nodes]


def attributes(nodes: list[LexborNode], name: str) -> list[str | None]:
    return [node.attributes[name] for node in nodes]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, for tests that only read it."""
    return small_site(tmp_path_factory.mktemp("small") / "site")


@pytest.fixture(scope="module")
def two(small: Path) -> Built:
    return build(Project(small))


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = three_languages(tmp_path_factory.mktemp("three") / "site")
    return build(Project(site, languages=LANGUAGES_AND_ONE_MORE))


def test_the_small_site_has_no_problems_and_a_page_of_every_kind(two: Built) -> None:
    assert said(two) == ""
    assert two.is_good
    templates = {artifact.page.template for artifact in two.artifacts if artifact.page}
    assert templates == {
        f"pages/{name}.html"
        for name in (
            *("chooser", "not-found", "home", "article"),
            *("quotes", "agreements", "people", "timeline", "sources", "terms", "search"),
            *("quote", "agreement", "person", "organisation", "parallel", "edition", "moved"),
        )
    }


def test_the_small_site_says_the_same_in_as_many_pages_of_each_language(two: Built) -> None:
    keys = {
        code: {
            a.page.key
            for a in two.artifacts
            if a.page and a.page.key and a.path.startswith(f"{code}/") and not a.page.key.former
        }
        for code in LANGUAGES
    }

    assert keys["kk"] == keys["en"]
    side_by_side = {key for key in keys["kk"] if key.is_parallel}
    assert len(side_by_side) == 17
    assert len(keys["kk"] - side_by_side) == 19


def test_a_site_in_three_languages_has_no_problems(three: Built) -> None:
    assert said(three) == ""
    assert three.is_good


@pytest.mark.parametrize("path", ["index.html", "404.html"])
def test_neutral_pages_are_in_the_first_language_and_give_each_its_turn(
    three: Built, path: str
) -> None:
    neutral = page(three, path)

    assert attributes(neutral.css("html"), "lang") == ["en"]
    assert attributes(neutral.css("main section"), "lang") == list(CODES)
    assert texts(neutral.css("main section h2")) == ["English", "Қазақша", "Saparo"]
    assert attributes(neutral.css("main section a"), "href") == [f"/visit/{c}/" for c in CODES]


def test_neutral_pages_follow_the_order_of_the_site_file(two: Built) -> None:
    chooser = page(two, "index.html")

    assert attributes(chooser.css("html"), "lang") == ["kk"]
    assert attributes(chooser.css("main section"), "lang") == ["kk", "en"]


@pytest.mark.parametrize("code", CODES)
def test_every_page_leads_to_the_same_page_in_both_other_languages(three: Built, code: str) -> None:
    pages = [
        a
        for a in three.artifacts
        if a.page and a.page.key and not a.page.key.former and a.page.language == code
    ]
    where = {
        (a.page.key, a.page.language): "/visit/" + a.path.removesuffix("index.html")
        for a in three.artifacts
        if a.page
    }
    others = [other for other in CODES if other != code]

    assert pages
    for artifact in pages:
        assert artifact.page
        html = LexborHTMLParser(artifact.body.decode())
        toggles = html.css("header a[rel=alternate]")
        assert attributes(html.css("html"), "lang") == [code]
        assert attributes(toggles, "lang") == others
        assert texts(toggles) == [LANGUAGES_AND_ONE_MORE[other].name for other in others]
        assert attributes(toggles, "href") == [where[artifact.page.key, other] for other in others]


def test_every_page_announces_three_languages_and_the_chooser(three: Built) -> None:
    head = page(three, "en/quotes/trade/index.html").css("head link[hreflang]")

    assert dict(zip(attributes(head, "hreflang"), attributes(head, "href"), strict=True)) == {
        "en": f"{ADDRESS}en/quotes/trade/",
        "kk": f"{ADDRESS}kk/daieksozder/sauda/",
        INVENTED.code: f"{ADDRESS}{INVENTED.code}/quotes-o/trade-o/",
        "x-default": ADDRESS,
    }


def test_the_sitemap_announces_the_same_as_the_pages(three: Built) -> None:
    announced = {
        url.findtext(LOC): {link.get("hreflang"): link.get("href") for link in url.iter(XHTML)}
        for url in ET.fromstring(files(three)["sitemap.xml"])  # noqa: S314 (our own file)
    }

    expected = {}
    for artifact in three.artifacts:
        if artifact.page and artifact.path != "404.html" and artifact.page.view.is_indexed:
            links = LexborHTMLParser(artifact.body.decode()).css("head link[hreflang]")
            expected[ADDRESS + artifact.path.removesuffix("index.html")] = dict(
                zip(attributes(links, "hreflang"), attributes(links, "href"), strict=True)
            )
    assert announced == expected
    assert all(set(links) == {*CODES, "x-default"} for links in announced.values())


@pytest.mark.parametrize(
    ("path", "terms"),
    [
        ("en/glossary", ["agreement", "official visit"]),
        ("kk/terminder", ["келісім", "ресми сапар"]),
        (f"{INVENTED.code}/glossary-o", ["‹official visit›", "‹agreement›"]),
    ],
)
def test_terms_stand_in_the_order_of_each_languages_own_alphabet(
    three: Built, path: str, terms: list[str]
) -> None:
    assert texts(page(three, f"{path}/index.html").css("main dt")) == terms


@pytest.mark.parametrize(
    ("path", "dates"),
    [
        ("en/timeline", "7 November 2016"),
        ("kk/okigalar", "2016 жылғы 7 қараша"),
        (f"{INVENTED.code}/timeline-o", "2016: oka 7"),
    ],
)
def test_dates_are_written_in_each_languages_own_way(three: Built, path: str, dates: str) -> None:
    (main,) = page(three, f"{path}/index.html").css("main")

    assert dates in main.text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_text_is_marked_with_its_language_wherever_it_is_foreign(three: Built) -> None:
    article = page(three, f"{INVENTED.code}/talks-o/index.html")

    assert texts(article.css("[lang=ja]")) == ["会談"]


def test_windows_line_ends_and_byte_order_marks_change_nothing(two: Built, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    edited = [
        path
        for path in site.rglob("*")
        if path.suffix in (".yaml", ".md")  # the stored text is evidence, not edited
    ]
    for path in edited:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert len(edited) > 20
    assert files(build(Project(site))) == files(two)


def test_decomposed_letters_change_nothing(two: Built, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "content" / "quotes" / "friendship.yaml"
    text = path.read_text(encoding="utf-8")
    decomposed = text.replace("й", "и\N{COMBINING BREVE}")
    path.write_text(decomposed, encoding="utf-8")

    assert decomposed != text
    assert files(build(Project(site))) == files(two)


def test_a_site_is_built_the_same_twice_from_any_folder(two: Built, tmp_path: Path) -> None:
    assert files(build(Project(small_site(tmp_path / "elsewhere" / "site")))) == files(two)


AWKWARD = (
    *(b"\x00", b"\xff", b"\xd2", b"\t", b"\r", b"\n", b"\n\n", b" ", b"  ", b"\xef\xbb\xbf"),
    *(b":", b": ", b"- ", b"-", b"---\n", b"...\n", b"#", b"# "),
    *(b"'", b'"', b"[", b"]", b"{", b"}"),
    *(b"&a ", b"*a", b"!!int ", b"<<: ", b"|", b">", b"%", b"@", b"`", b"? ", b",", b"~", b"null"),
    *(b"[[", b"]]", b"{{", b"}}", b"{{quote:x}}", b"[[lang:ja|", b"[[person:host]]"),
    *(b"](", b"```\n"),
    *(b"<b>", b"&#60;", b"\\", b"* ", b"> ", b"## ", b"{#a}", b"| - |\n", b"    ", b"_", b"**"),
    *("\u2028".encode(), "\ufeff".encode(), "\u202e".encode(), b"\xed\xa0\x80"),
)


def corrupted(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to three changes: some deleted, moved, doubled or put in."""
    for _ in range(chance.randint(1, 3)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 1, 2, 5, 40, 400)))
        piece = chance.choice(
            (b"", data[start:end] * 2, chance.choice(AWKWARD), chance.randbytes(3))
        )
        data = data[:start] + piece + data[end:]
    return data


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32))
def test_a_file_gone_wrong_gives_problems_or_a_good_site(seed: int, small: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    paths = [p for p in sorted(small.rglob("*")) if p.is_file()]
    path = chance.choice(paths)
    body = path.read_bytes()
    path.write_bytes(corrupted(body, chance))
    try:
        built = build(Project(small))
    finally:
        path.write_bytes(body)

    assert said(built) or built.is_good
    assert all(problem.place.file for problem in built.problems)
