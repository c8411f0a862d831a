"""The desk: every text in all languages with its state, its words and its line."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import build
from builder.content.content import Content
from builder.content.load import load
from builder.devserver.desk import desk_response
from builder.devserver.desk_states import Sheet, State, sheet, summaries
from builder.devserver.desk_texts import Document, documents, segments
from builder.devserver.desk_views import Desk
from builder.devserver.editor import EDITOR
from builder.devserver.labels import all_labels
from builder.language import LANGUAGES
from builder.problems import Place, Problem
from builder.project import Project
from builder.site.routes import plan_routes
from tests.language.invented import INVENTED
from tests.small_site import small_site, three_languages

ARTICLE = "content/pages/talks"
QUOTE = "content/quotes/friendship.yaml"
BASE = "https://example.org/sub/"

Edit = Callable[[str, str, str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


@pytest.fixture
def edit(root: Path) -> Edit:
    """Replaces a text, which must be there, in a file of the site."""

    def replace(file: str, old: str, new: str) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert old in text
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace


def read(root: Path) -> tuple[Content, tuple[Problem, ...]]:
    content = load(root).content
    assert content
    return content, build(Project(root)).problems


def document(content: Content, kind: str, identity: str) -> Document:
    (found,) = (d for d in documents(content) if (d.kind, d.id) == (kind, identity))
    return found


def sheet_of(root: Path, kind: str, identity: str) -> Sheet:
    content, problems = read(root)
    return sheet(content, document(content, kind, identity), problems)


def states(of: Sheet, row: str) -> list[str]:
    (found,) = (r for r in of.rows if r.id == row)
    return [cell.state.value for cell in found.cells]


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def desk(root: Path, *, is_routed: bool = True, **more: object) -> Desk:
    content, problems = read(root)
    routes = plan_routes(content, BASE) if is_routed else None
    reviews = {("quote", "friendship", "text"): "stale"} if more.get("is_reviewed") else {}
    return Desk(content, problems, routes, root, EDITOR, reviews)


def page(of: Desk, path: str, language: str = "en") -> LexborHTMLParser:
    body = desk_response(of, path, language)
    assert body is not None
    return LexborHTMLParser(body.decode())


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    (found,) = tree.css(selector)
    return found


# Documents and segments


def test_every_record_and_every_file_with_texts_is_a_document(root: Path) -> None:
    content, _ = read(root)

    found = {(d.kind, d.id) for d in documents(content)}

    records = {(k, i) for k, of in content.records.items() for i in of if k != "figure"}
    others = {("site", "site"), ("visit", "visit"), ("strings", "strings")}
    assert found == records | others | {("correction", "1"), ("correction", "2")}


def test_every_kind_of_document_has_a_name_in_every_language(root: Path) -> None:
    content, _ = read(root)
    kinds = {d.kind for d in documents(content)} | content.records.keys() - {"figure"}

    for labels in all_labels().values():
        assert set(labels.groups["kind"]) == kinds
        assert set(labels.groups["state"]) == set(State)


def test_the_segments_of_an_article_are_its_fields_and_then_its_blocks(root: Path) -> None:
    content, _ = read(root)

    names = [s.id for s in segments(content, document(content, "article", "talks"))]

    prose = [block.segment for block in content.prose["talks"]["kk"]]
    assert names[-len(prose) :] == prose
    assert names[:3] == ["slug", "title", "summary"]


def test_words_are_counted_without_markup_and_slugs_are_no_words(root: Path, edit: Edit) -> None:
    edit(f"{ARTICLE}.en.md", "Both countries wish for peace.", "A *well-known* 1,5 [[lang:ja|x]]s.")
    rows = {row.id: row.cells for row in sheet_of(root, "article", "talks").rows}

    def words(identity: str) -> list[int]:
        return [cell.text.words if cell.text else -1 for cell in rows[identity]]

    assert words("slug") == [0, 0]
    assert words("title") == [3, 4]
    assert words("subjects-1") == [2, 2]
    assert words("words-3")[1] == 5


# States


def test_a_good_site_has_nothing_to_put_right(root: Path) -> None:
    content, problems = read(root)

    found, others = summaries(content, documents(content), problems)

    assert [s for s in found if s.is_open] == []
    assert others == ()
    assert all(
        cell.state is State.OK
        for d in documents(content)
        for row in sheet(content, d, problems).rows
        for cell in row.cells
    )


def test_a_text_that_a_language_lacks_is_missing_there_with_the_problem(
    root: Path, edit: Edit
) -> None:
    edit(QUOTE, "topic: {kk: Достық, en: Friendship}", "topic: {kk: Достық}")

    found = sheet_of(root, "quote", "friendship")

    assert states(found, "topic") == ["ok", "missing"]
    (row,) = (row for row in found.rows if row.id == "topic")
    assert [codes(cell.problems) for cell in row.cells] == [[], ["missing-translation"]]
    assert (found.problems, row.problems) == ((), ())


def test_a_block_of_another_size_differs_and_a_block_that_is_not_there_is_missing(
    root: Path, edit: Edit
) -> None:
    edit(f"{ARTICLE}.en.md", "- friendship\n", "- friendship\n- more\n")
    with (root / f"{ARTICLE}.kk.md").open("a", encoding="utf-8") as file:
        file.write("\nТағы бір абзац.\n")

    content, problems = read(root)

    found = sheet(content, document(content, "article", "talks"), ())

    assert states(found, "subjects-1") == ["ok", "differs"]
    assert states(found, "signed-4") == ["ok", "missing"]
    of_all, _ = summaries(content, documents(content), problems)
    (summary,) = (s for s in of_all if s.document.id == "talks" and s.is_open)
    assert (summary.missing, summary.differing) == ({"kk": 0, "en": 1}, 1)


def test_prose_that_is_not_written_yet_is_missing_in_every_block(root: Path) -> None:
    (root / f"{ARTICLE}.en.md").unlink()

    found = sheet_of(root, "article", "talks")

    assert states(found, "signed-1") == ["ok", "missing"]
    assert codes(found.problems) == ["missing-prose"]


def test_a_problem_in_a_block_stands_at_that_block_in_its_language(root: Path, edit: Edit) -> None:
    edit(f"{ARTICLE}.en.md", "[[source:report|report]]", "[[source:repor|report]]")
    content, problems = read(root)
    unknown = [problem for problem in problems if problem.code == "unknown-record"]

    found = sheet(content, document(content, "article", "talks"), unknown)

    wrong = {
        (row.id, cell.language): codes(cell.problems)
        for row in found.rows
        for cell in row.cells
        if cell.problems
    }
    assert wrong == {("start-1", "en"): ["unknown-record"]}
    assert states(found, "start-1") == ["ok", "problem"]


@pytest.mark.parametrize(
    ("line", "column", "where"),
    [
        (8, 12, "slug kk"),
        (8, 20, "slug kk"),
        (8, 24, "slug en"),
        (8, 7, "slug"),
        (8, 1, "slug"),
        (1, 1, ""),
        (1, 7, ""),
        (12, 7, "text kk"),
        (13, 20, "text en"),
        (11, 1, "text"),
        (0, 0, ""),
    ],
)
def test_a_problem_stands_at_the_text_that_its_place_is_in(
    root: Path, line: int, column: int, where: str
) -> None:
    content, _ = read(root)
    problem = Problem("bad-value", Place(QUOTE, line, column), {"value": "x"})

    found = sheet(content, document(content, "quote", "friendship"), [problem])

    of_rows = [row.id for row in found.rows if row.problems]
    of_cells = [f"{row.id} {c.language}" for row in found.rows for c in row.cells if c.problems]
    assert [*of_rows, *of_cells] == ([where] if where else [])
    assert found.problems == (() if where else (problem,))


def test_a_folded_text_holds_every_one_of_its_lines(root: Path, edit: Edit) -> None:
    edit(QUOTE, "topic: {kk: Достық, en: Friendship}", "topic:\n  kk: >-\n    А\n\n    Б\n  en: F")
    content, _ = read(root)
    at = [Place(QUOTE, line, 7) for line in (12, 14, 15)]
    problems = [Problem("bad-value", place, {"value": "x"}) for place in at]

    found = sheet(content, document(content, "quote", "friendship"), problems)

    (row,) = (row for row in found.rows if row.id == "topic")
    assert [len(cell.problems) for cell in row.cells] == [2, 1]


def test_of_a_file_with_many_entries_each_has_its_own_problems(root: Path) -> None:
    content, _ = read(root)
    lines = (root / "content/terms.yaml").read_text(encoding="utf-8").splitlines()
    second = next(n for n, line in enumerate(lines, 1) if n > 1 and line.startswith("- "))
    problems = [
        Problem("bad-value", Place("content/terms.yaml", line, 3), {"value": "x"})
        for line in (1, second - 1, second)
    ]

    counts = [
        s.problems
        for s in summaries(content, documents(content), problems)[0]
        if s.document.kind == "term"
    ]

    assert counts == [2, 1]


def test_what_belongs_to_no_document_is_told_beside_them(root: Path, edit: Edit) -> None:
    edit(QUOTE, "form: direct", "frm: direct")
    content, problems = read(root)

    found, others = summaries(content, documents(content), problems)

    assert {problem.place.file for problem in others} == {QUOTE}
    assert ("quote", "friendship") not in {(s.document.kind, s.document.id) for s in found}


# Pages


@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_list_links_every_document_to_the_desk_its_file_and_its_page(
    root: Path, language: str
) -> None:
    of = desk(root)

    tree = page(of, "", language)

    assert one(tree, "html").attributes["lang"] == language
    for row in tree.css(".document"):
        href = one(row, ".name a").attributes["href"] or ""
        assert href.endswith(f"/?lang={language}")
        assert desk_response(of, href.removeprefix("/__sapar/desk/").split("?")[0], language)
        source = one(row, ".file a").attributes["href"] or ""
        assert source.startswith(f"vscode://file{root.resolve()}/")
    assert len(tree.css(".document")) == len(list(documents(of.content)))
    (quote,) = (r for r in tree.css(".document") if "friendship.yaml" in r.text())
    assert [a.attributes["href"] for a in quote.css(".to-page a")] == [
        "/sub/kk/daieksozder/dostyk/",
        "/sub/en/quotes/friendship/",
    ]


def test_the_list_counts_what_there_is_to_put_right(root: Path, edit: Edit) -> None:
    edit(QUOTE, "topic: {kk: Достық, en: Friendship}", "topic: {kk: Достық}")

    tree = page(desk(root), "")

    (row,) = tree.css(".document.open")
    chips = [chip.text(strip=True) for chip in row.css(".chip")]
    assert chips == ["Missing in English: 1", "Problems: 1"]
    assert one(one(row, ".name"), "span").attributes["lang"] == "kk"


def test_a_document_shows_each_text_in_its_language_with_its_line(root: Path) -> None:
    tree = page(desk(root), "quote/friendship/", "kk")

    (row,) = (row for row in tree.css(".row") if one(row, "code").text() == "text")
    texts = row.css(".text")
    assert [text.attributes["lang"] for text in texts] == ["kk", "en"]
    shown = "We value the 25\N{NO-BREAK SPACE}years of friendship of the two countries"
    assert texts[1].text(strip=True) == shown
    links = [link.attributes["href"] or "" for link in row.css(".cell > .source a")]
    assert [link.rpartition(f"/{QUOTE}")[2] for link in links] == [":12:7", ":13:7"]
    assert one(tree, ".counts").text().split()[:2] == ["Сөз", "саны:"]


def test_the_counts_give_the_words_and_their_ratio_as_the_desk_writes_numbers(root: Path) -> None:
    counts = [
        re.sub(r"\s+", " ", one(page(desk(root), "visit/visit/", code), ".counts").text()).strip()
        for code in ("kk", "en")
    ]

    kazakh, english = (re.findall(r"\d+(?:[.,]\d+)?", text) for text in counts)
    assert [float(n.replace(",", ".")) for n in kazakh] == list(map(float, english))
    assert float(english[2]) == pytest.approx(int(english[1]) / int(english[0]), abs=0.005)
    assert "," in kazakh[2]
    assert "." in english[2]


def test_prose_keeps_its_markup_and_names_records_by_links_to_the_desk(root: Path) -> None:
    tree = page(desk(root), "article/talks/")

    (row,) = (row for row in tree.css(".row") if one(row, "code").text() == "words-1")
    assert one(row, '.text[lang="en"] strong').text() == "friendship"
    (start,) = (row for row in tree.css(".row") if one(row, "code").text() == "start-1")
    links = [a.attributes["href"] for a in start.css('.text[lang="en"] a')]
    assert links[0] == "/__sapar/desk/person/guest/?lang=en"


def test_a_text_is_never_markup(root: Path, edit: Edit) -> None:
    hostile = "<script>alert(1)</script>&lt;b>"
    edit(QUOTE, "topic: {kk: Достық, en: Friendship}", f"topic: {{kk: Достық, en: '{hostile}'}}")

    for path in ("quote/friendship/", ""):
        tree = page(desk(root), path)
        assert [s.attributes["src"] for s in tree.css("script")] == ["/__sapar/desk.js"]
        assert hostile in (tree.body.text() if tree.body else "")


def test_how_a_review_stands_is_told_where_it_is_known(root: Path) -> None:
    tree = page(desk(root, is_reviewed=True), "quote/friendship/")

    said = [chip.text() for chip in tree.css(".row > h2 .chip")]
    assert said == ["changed since the review"]


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("sub/kk/", {"content/visit.yaml", "site.yaml"}),
        ("sub/en/quotes/", {QUOTE, "content/quotes/trade.yaml"}),
        ("sub/en/quotes/friendship/", {QUOTE}),
        ("sub/en/quotes/friendship", {QUOTE}),
        ("sub/en/quotes/friendship/index.html", {QUOTE}),
        ("sub/en/quotes/friendship/parallel/", {QUOTE}),
        ("sub/kk/kelissoz/", {f"{ARTICLE}.yaml"}),
        ("sub/", {"site.yaml", "content/strings/en.yaml"}),
        ("sub/404.html", {"site.yaml", "content/strings/en.yaml"}),
    ],
)
def test_a_page_of_the_site_leads_to_what_it_shows(root: Path, path: str, files: set[str]) -> None:
    tree = page(desk(root), f"page/{path}")

    found = {s.css("section > .source a")[0].text() for s in tree.css(".sheet")}
    assert found == files


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "quote/",
        "quote/nothing/",
        "figure/years/",
        "page/sub/en/nothing/",
        "page/en/quotes/",
        "page/",
        "../desk.py",
        "quote/friendship/more/",
    ],
)
def test_what_is_not_there_is_no_page(root: Path, path: str) -> None:
    assert desk_response(desk(root), path, "en") is None


def test_without_addresses_the_desk_still_shows_every_text(root: Path) -> None:
    of = desk(root, is_routed=False)

    assert page(of, "").css(".document")
    assert page(of, "quote/friendship/").css(".row")
    assert desk_response(of, "page/sub/kk/", "kk") is None


def test_each_page_leads_to_itself_in_the_other_language(root: Path) -> None:
    tree = page(desk(root), "quote/friendship/", "kk")

    links = [(a.attributes["lang"], a.attributes["href"]) for a in tree.css(".switch a")]
    assert links == [
        (code, f"/__sapar/desk/quote/friendship/?lang={code}") for code in ("kk", "en")
    ]
    assert one(tree, "[aria-current]").attributes["lang"] == "kk"


def test_a_language_without_labels_is_shown_beside_the_others(tmp_path: Path) -> None:
    root = three_languages(tmp_path / "site")
    content = load(root, {**LANGUAGES, INVENTED.code: INVENTED}).content
    assert content
    of = Desk(content, (), plan_routes(content, BASE), root, EDITOR)

    tree = page(of, "quote/friendship/", INVENTED.code)

    assert one(tree, "html").attributes["lang"] == "en"
    assert {cell.attributes["lang"] for cell in tree.css(".text")} == {"en", "kk", INVENTED.code}


def test_a_page_of_very_many_records_is_a_list_of_them(root: Path) -> None:
    quote = (root / QUOTE).read_text(encoding="utf-8")
    for n in range(100):
        slug = f"slug: {{kk: s{n}, en: s{n}}}"
        text = quote.replace("slug: {kk: dostyk, en: friendship}", slug)
        text = text.replace("former: {en: [amity, on-friendship]}\n", "")
        (root / QUOTE).with_name(f"q{n}.yaml").write_text(text, encoding="utf-8")

    tree = page(desk(root), "page/sub/en/quotes/")

    assert len(tree.css(".document")) == 102
    assert tree.css(".row") == []
    assert [a.attributes["href"] for a in tree.css(".switch a")] == [
        f"/__sapar/desk/page/sub/en/quotes/?lang={code}" for code in ("kk", "en")
    ]


def test_ids_are_unique_where_a_page_shows_many_records(root: Path) -> None:
    tree = page(desk(root), "page/sub/en/quotes/")

    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) > 10
    assert len(ids) == len(set(ids))
