"""Side by side: rows are segments, cells are languages, and what is missing leaves a gap."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import Built, build
from builder.content.content import Content
from builder.content.load import load
from builder.problems import Place
from builder.project import Project
from builder.site.routes import HOME, PageKey, plan_routes
from builder.site.views.articles import ArticleView
from builder.site.views.parallel import Parallels, Row
from builder.site.views.words import Words
from tests.language.invented import INVENTED, LANGUAGES_AND_ONE_MORE
from tests.small_site import said, small_site, three_languages

CODES = ("en", "kk", INVENTED.code)
ADDRESS = "https://small.example/visit/"
TALKS = PageKey("article", "talks")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site in three languages, for tests that only read it."""
    return three_languages(tmp_path_factory.mktemp("three") / "site")


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    made = build(Project(site, languages=LANGUAGES_AND_ONE_MORE))
    assert made.is_good, said(made)
    return made


def read(site: Path) -> Content:
    content = load(site, LANGUAGES_AND_ONE_MORE).content
    assert content is not None
    return content


def article(built: Built, code: str) -> ArticleView:
    page = next(
        artifact.page
        for artifact in built.artifacts
        if artifact.page and artifact.page.key == TALKS and artifact.page.language == code
    )
    view = page.context["article"]
    assert isinstance(view, ArticleView)
    return view


def without(view: ArticleView, *segments: str) -> ArticleView:
    return replace(view, blocks=tuple(b for b in view.blocks if b.segment not in segments))


def segments(rows: tuple[Row, ...]) -> list[str]:
    """The rows of an article but those of its title, summary and pictures."""
    return [row.id for row in rows if not row.id.startswith(f"{TALKS.id}-")]


def gaps(rows: tuple[Row, ...]) -> dict[str, list[bool]]:
    """Segment id -> for each language whether its cell is a gap."""
    return {row.id: [cell.text is None for cell in row.cells] for row in rows}


def html(built: Built, path: str) -> LexborHTMLParser:
    body = next(a.body for a in built.artifacts if a.path == f"{path}/index.html")
    return LexborHTMLParser(body.decode())


def ids(page: LexborHTMLParser) -> list[str | None]:
    return [row.attributes["id"] for row in page.css(".parallel > tbody > tr")]


def cells(page: LexborHTMLParser, identity: str) -> list[LexborNode]:
    return page.css(f"tr[id='{identity}'] > td")


def test_every_page_with_texts_has_one_beneath_it_in_every_language(built: Built) -> None:
    paths = {a.path for a in built.artifacts if a.page and a.page.key}
    alone = {"search", "edition"}
    keys = {a.path: a.page.key for a in built.artifacts if a.page and a.page.key}
    single = {
        path
        for path, key in keys.items()
        if not key.is_parallel and not key.former and key.kind not in alone
    }

    assert len(single) > 3 * 15
    expected = {path.replace("index.html", "parallel/index.html") for path in single}
    assert expected == {path for path in paths if "/parallel/" in path}


def test_an_articles_rows_are_its_segments_in_order_after_its_title(built: Built) -> None:
    page = html(built, "kk/kelissoz/parallel")

    found = [identity or "" for identity in ids(page)]
    own = [identity for identity in found if identity.startswith("talks-")]
    assert own[:2] == ["talks-title", "talks-summary"]
    assert found == [*own, *(block.segment for block in article(built, "kk").blocks)]


def test_it_is_cited_by_the_name_of_the_page_whose_texts_it_has(built: Built) -> None:
    cited = html(built, "en/talks/parallel").css_first(".apparatus__text")

    assert cited
    assert cited.text().startswith("“How the talks went · Side by side”.")


@pytest.mark.parametrize("path", ["en/talks/parallel", "kk/kelissoz/parallel"])
def test_a_row_has_a_cell_for_each_language_in_the_order_of_the_site(
    built: Built, path: str
) -> None:
    page = html(built, path)

    rows = page.css(".parallel > tbody > tr")
    assert rows
    for row in rows:
        assert [cell.attributes["lang"] for cell in row.css("td[lang]")] == list(CODES)
        assert [cell.attributes["dir"] for cell in row.css("td[lang]")] == ["ltr"] * 3
    heading = cells(page, "words")
    texts = [cell.text(strip=True) for cell in heading]
    assert texts == ["What was said", "Не айтылды", "What was said"]


def test_an_embedded_quote_stands_in_each_language_and_leads_to_its_page(built: Built) -> None:
    quoted = cells(html(built, "kk/kelissoz/parallel"), "words-2")

    texts = [cell.css("blockquote")[0].text(strip=True) for cell in quoted]
    assert len(set(texts)) == 3
    assert [cell.css("a")[0].attributes["href"] for cell in quoted] == [
        "/visit/en/quotes/friendship/",
        "/visit/kk/daieksozder/dostyk/",
        f"/visit/{INVENTED.code}/quotes-o/friendship-o/",
    ]


def test_the_fields_of_a_record_are_rows_named_by_their_path_and_addresses_are_none(
    site: Path, built: Built
) -> None:
    content = read(site)
    rows = Parallels(content).rows(PageKey("quote", "trade"), {})

    assert [row.id for row in rows][:2] == ["topic", "text"]
    assert not any("slug" in row.id for row in rows)
    assert ids(html(built, "en/quotes/trade/parallel")) == [row.id for row in rows]
    facts = [row.id for row in Parallels(content).rows(HOME, {}) if "-text" in row.id]
    assert facts
    assert all(name.split("-")[-2].isdigit() for name in facts)


def test_the_rows_of_a_section_name_the_record_of_each_text(site: Path) -> None:
    rows = Parallels(read(site)).rows(PageKey("quotes"), {})

    topics = [row.id for row in rows if row.id.endswith("-topic")]
    assert topics == ["friendship-topic", "trade-topic"]


def test_home_has_the_visit_and_then_its_figures(site: Path) -> None:
    content = read(site)
    names = [row.id for row in Parallels(content).rows(HOME, {})]

    assert names[:2] == ["title", "summary"]
    figures = [f"{figure}-label" for figure in content.figures]
    assert [name for name in names if name.endswith("-label")] == figures


def test_a_figure_is_written_as_each_language_writes_it_under_what_it_is_called(
    built: Built,
) -> None:
    page = html(built, "en/parallel")
    shown = {
        name: [
            cell.text(strip=True).replace("\N{NO-BREAK SPACE}", " ") for cell in cells(page, name)
        ]
        for name in ids(page)
        if name and name.endswith(("-words", "-value"))
    }

    assert {name: texts[:2] for name, texts in shown.items()} == {
        "documents-words": ["2 documents", "2 құжат"],
        "anniversary-words": ["25th anniversary", "25-жылдық"],
        "turnover-value": ["₸1.6 billion", "1,6 миллиард теңге"],
        "beginning-value": ["1 January 2017", "2017 жылғы 1 қаңтар"],
        "agenda-words": ["trade and friendship", "сауда және достық"],
    }
    names = ids(page)
    for name in shown:
        label = f"{name.rpartition('-')[0]}-label"
        assert names.index(name) == names.index(label) + 1
        assert len(cells(page, label)[0].css("strong")) == 1


def test_a_figure_whose_noun_a_language_lacks_stands_as_the_other_has_it_and_leaves_a_gap(
    tmp_path: Path,
) -> None:
    site = small_site(tmp_path / "site")
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "publish: any\n", encoding="utf-8")
    path = site / "content" / "visit.yaml"
    text = path.read_text(encoding="utf-8")
    shorter = text.replace("{kk: құжат, en: documents}", "{kk: құжат}")
    path.write_text(shorter, encoding="utf-8")
    made = build(Project(site))

    (alone,) = html(made, "en").css("#documents .figure-card__value > [lang=kk]")
    kazakh, english = cells(html(made, "en/parallel"), "documents-words")
    assert alone.text() == kazakh.text(strip=True)
    assert kazakh.text(strip=True) == "2\N{NO-BREAK SPACE}құжат"
    assert english.text(strip=True) == "no text"


def test_the_noun_of_a_figure_keeps_its_runs_in_a_third_language(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "content" / "visit.yaml"
    text = path.read_text(encoding="utf-8")
    marked = text.replace(
        "{kk: құжат, en: documents}", '{kk: құжат, en: "[[lang:ja|声明]] papers"}'
    )
    path.write_text(marked, encoding="utf-8")
    made = build(Project(site))

    assert made.is_good, said(made)
    for shown in ("en", "en/parallel"):
        (run,) = html(made, shown).css("[id^=documents] [lang=ja]")
        assert run.text() == "声明"
        assert run.parent is not None
        assert run.parent.text() == "2 声明 papers"


def test_direct_speech_is_in_the_quotation_marks_of_its_language_and_a_report_in_none(
    site: Path, built: Built
) -> None:
    quotes = read(site).quotes
    languages = [LANGUAGES_AND_ONE_MORE[code] for code in CODES]

    for path, quote in (("kk/daieksozder/dostyk", "friendship"), ("kk/daieksozder/sauda", "trade")):
        shown = [
            cell.css("blockquote")[0].text().replace("\N{NO-BREAK SPACE}", " ")
            for cell in cells(html(built, f"{path}/parallel"), "text")
        ]
        texts = [(one, quotes[quote].text[one.code]) for one in languages]
        is_direct = quote == "friendship"
        assert shown == [one.quote(text) if is_direct else text for one, text in texts]


def test_what_a_record_is_called_stands_first_and_alone_is_set_as_a_heading(built: Built) -> None:
    for path, first in (
        ("en/agreements/memorandum/parallel", "short-title"),
        ("en/quotes/trade/parallel", "topic"),
        ("en/people/guests-name/parallel", "name"),
        ("en/parallel", "title"),
    ):
        page = html(built, path)
        assert ids(page)[0] == first
        headings = [row for row in ids(page) if row and cells(page, row)[0].css("strong")]
        assert headings[0] == first
        assert len(headings) == (6 if path == "en/parallel" else 1)


def test_a_segment_that_a_language_lacks_leaves_a_gap_and_shifts_nothing(
    site: Path, built: Built
) -> None:
    english, kazakh, third = (article(built, code) for code in CODES)
    shorter = {"en": english, "kk": without(kazakh, "words-1"), INVENTED.code: third}

    rows = Parallels(read(site)).rows(TALKS, shorter)

    assert segments(rows) == [block.segment for block in english.blocks]
    assert gaps(rows)["words-1"] == [False, True, False]
    del (found := gaps(rows))["words-1"]
    assert not any(any(missing) for missing in found.values())


def test_a_segment_that_only_a_later_language_has_stands_where_it_has_it(
    site: Path, built: Built
) -> None:
    english, kazakh, third = (article(built, code) for code in CODES)
    longer = {
        "en": without(english, "words-1", "start-1"),
        "kk": kazakh,
        INVENTED.code: without(third, "start-1", "signed"),
    }

    rows = Parallels(read(site)).rows(TALKS, longer)

    assert segments(rows) == [block.segment for block in kazakh.blocks]
    assert gaps(rows)["start-1"] == [True, False, True]
    assert gaps(rows)["words-1"] == [True, False, False]
    assert gaps(rows)["signed"] == [False, False, True]


def test_prose_that_stands_in_for_a_missing_one_is_no_text_of_the_language(
    site: Path, built: Built
) -> None:
    english, kazakh, third = (article(built, code) for code in CODES)
    stand_in = replace(english, is_missing=True)

    rows = Parallels(read(site)).rows(TALKS, {"en": english, "kk": stand_in, INVENTED.code: third})

    found = gaps(rows)
    assert all(found[segment] == [False, True, False] for segment in segments(rows))
    assert kazakh.blocks


def test_a_gap_says_in_the_pages_language_that_there_is_no_text(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "publish: any\n", encoding="utf-8")
    path = site / "content" / "quotes" / "trade.yaml"
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    record["note"] = {"kk": "Тек қазақша ескертпе."}
    path.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")

    made = build(Project(site))

    assert made.is_good
    for page, words in (
        (html(made, "kk/daieksozder/sauda/parallel"), "мәтін жоқ"),
        (html(made, "en/quotes/trade/parallel"), "no text"),
    ):
        kazakh, english = cells(page, "note")
        assert kazakh.text(strip=True) == "Тек қазақша ескертпе."
        assert (english.attributes["lang"], english.text(strip=True)) == ("en", words)


def test_a_page_side_by_side_is_of_itself_alone_and_not_for_search_engines(built: Built) -> None:
    page = html(built, "en/quotes/trade/parallel")
    sitemap = next(a.body for a in built.artifacts if a.path == "sitemap.xml")

    assert page.css("meta[name=robots]")[0].attributes["content"] == "noindex"
    canonical = page.css("link[rel=canonical]")[0].attributes["href"]
    assert canonical == f"{ADDRESS}en/quotes/trade/parallel/"
    assert page.css("head link[hreflang]") == []
    assert b"parallel" not in sitemap
    assert [a.attributes["href"] for a in page.css("header a[rel=alternate]")] == [
        "/visit/kk/daieksozder/sauda/parallel/",
        f"/visit/{INVENTED.code}/quotes-o/trade-o/parallel/",
    ]


def test_a_page_and_its_texts_side_by_side_lead_to_each_other(built: Built) -> None:
    for one, other in (
        ("en/quotes/trade", "en/quotes/trade/parallel"),
        ("en/quotes/trade/parallel", "en/quotes/trade"),
    ):
        links = [a.attributes["href"] for a in html(built, one).css("a")]
        assert f"/visit/{other}/" in links


def test_each_segment_of_an_article_leads_to_its_twins(built: Built) -> None:
    marks = html(built, "kk/kelissoz").css("#words-1 .segment-mark")

    assert [
        (mark.attributes["href"], mark.attributes["hreflang"], mark.text()) for mark in marks
    ] == [
        ("/visit/en/talks/#words-1", "en", "Осы үзінді: ағылшынша"),
        (f"/visit/{INVENTED.code}/talks-o/#words-1", INVENTED.code, f"Осы үзінді: {INVENTED.name}"),
    ]


def test_an_address_taken_by_a_page_side_by_side_is_free_for_no_other(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "content" / "quotes" / "trade.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: trade}", "en: parallel}"), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text

    problems = build(Project(site)).problems

    assert [problem.code for problem in problems] == ["duplicate-address"]
    assert problems[0].values["address"] == "/en/quotes/parallel/"
    assert {problems[0].place.file, str(problems[0].values["other"]).partition(":")[0]} == {
        "site.yaml",
        "content/quotes/trade.yaml",
    }
    assert isinstance(problems[0].place, Place)


def test_a_site_of_one_language_has_nothing_side_by_side(site: Path) -> None:
    content = read(site)
    alone = replace(content, languages=content.languages[:1])

    assert not any(key.is_parallel for key, _ in plan_routes(alone, ADDRESS).paths)
    assert any(key.is_parallel for key, _ in plan_routes(content, ADDRESS).paths)


def test_words_keep_the_marks_of_a_third_language(built: Built) -> None:
    (mark,) = cells(html(built, "kk/kelissoz/parallel"), "start-1")[1].css("[lang=ja]")

    assert mark.text() == "会談"
    assert Words("[[lang:ja|会談]]", "kk").text == "会談"
