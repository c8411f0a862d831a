"""What was checked, in numbers on a page: `{{checks}}` on a line of its own in an article."""

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.checks.summary import Summary, summary
from builder.content.load import load
from builder.devserver.desk_states import State, sheet
from builder.devserver.desk_texts import documents
from builder.project import Project
from tests.exchange.translator import Translator, bodies
from tests.small_site import reviewed, said, small_site

CODES = ("kk", "en")
ARTICLE = "content/pages/talks"
QUOTE = "content/quotes/friendship.yaml"


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def with_summary(site: Path, *codes: str) -> Path:
    """The small site whose article ends with the summary in some languages."""
    small_site(site)
    for code in codes:
        append(site / f"{ARTICLE}.{code}.md", "\n{{checks}}\n")
    return site


def summary_of(site: Path) -> Summary:
    content = load(site).content
    assert content is not None
    return summary(content)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_summary(tmp_path_factory.mktemp("summary") / "site", *CODES)


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    made = build(Project(site))
    assert made.is_good, said(made)
    return made


def page(built: Built, path: str) -> LexborHTMLParser:
    body = next(a.body for a in built.artifacts if a.path == f"{path}/index.html")
    return LexborHTMLParser(body.decode())


def tables(parser: LexborHTMLParser) -> list[list[tuple[str, str]]]:
    """Each summary on a page: its rows as what is counted, and the number."""
    return [
        [(row.css("th")[0].text(), row.css("td")[0].text()) for row in table.css("tr")]
        for table in parser.css("table.checked")
    ]


def numbers(built: Built, path: str = "en/talks") -> list[str]:
    return [number for _, number in tables(page(built, path))[0]]


def test_the_numbers_are_those_of_the_site(site: Path, built: Built) -> None:
    found = summary_of(site)

    assert (found.verbatim, found.stored, found.found, found.waivers) == (6, 6, 6, 0)
    assert (found.texts > 200, found.reviewed) == (True, 0)
    expected = [str(found.texts), "0", "6", "6", "6", "0"]
    assert [numbers(built, path) for path in ("en/talks", "kk/kelissoz")] == [expected] * 2


def test_each_language_says_in_its_words_what_is_counted(built: Built) -> None:
    labels = [
        [label for label, _ in tables(page(built, path))[0]] for path in ("en/talks", "kk/kelissoz")
    ]

    assert labels[0][0] == "Texts that stand in all languages of the site"
    assert labels[1][0] == "Сайттың барлық тілінде бар мәтіндер"
    assert len(set(labels[0] + labels[1])) == 12


def test_side_by_side_it_stands_in_every_language_under_its_lang(built: Built) -> None:
    row = page(built, "en/talks/parallel").css_first("tr[id='signed-4']")
    assert row is not None

    cells = {cell.attributes["lang"]: cell for cell in row.css("td[lang]")}

    assert {code: len(cell.css("table.checked")) for code, cell in cells.items()} == {
        "kk": 1,
        "en": 1,
    }
    assert tables(page(built, "en/talks/parallel")) == [
        *tables(page(built, "kk/kelissoz")),
        *tables(page(built, "en/talks")),
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_print_edition_holds_it_once(built: Built, code: str) -> None:
    editions = [
        tables(LexborHTMLParser(artifact.body.decode()))
        for artifact in built.artifacts
        if artifact.page
        and artifact.page.language == code
        and artifact.page.template.endswith("edition.html")
    ]

    assert [len(found) for found in editions] == [1]
    assert editions[0] == tables(page(built, "en/talks" if code == "en" else "kk/kelissoz"))


def test_the_search_looks_for_no_numbers(built: Built, tmp_path: Path) -> None:
    without = build(Project(small_site(tmp_path / "site")))

    def texts(of: Built) -> list[object]:
        files = [a.body for a in of.artifacts if "search/" in a.path and a.path.endswith(".json")]
        return [json.loads(body)["text"] for body in files]

    assert len(texts(built)) == 2
    assert texts(built) == texts(without)


def test_reviews_waivers_and_words_that_are_not_in_their_source_are_counted(tmp_path: Path) -> None:
    site = reviewed(with_summary(tmp_path / "site", *CODES))
    whole = summary_of(site)
    assert whole.reviewed == whole.texts
    quote = site / QUOTE
    text = quote.read_text(encoding="utf-8")
    assert "достығын" in text
    quote.write_text(text.replace("достығын", "достықты", 1), encoding="utf-8")
    append(quote, "waive: [{code: not-in-source, at: text, reason: {kk: Солай., en: So.}}]\n")

    found = summary_of(site)

    assert (found.verbatim, found.stored, found.found, found.waivers) == (6, 6, 5, 1)
    assert found.reviewed < found.texts


def test_words_of_a_source_without_a_stored_text_are_not_said_to_be_found(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    source = site / "content/sources/report.yaml"
    kept = source.read_text(encoding="utf-8").partition("stored:")[0]
    source.write_text(kept, encoding="utf-8")
    (site / "content/sources/report.txt").unlink()

    found = summary_of(site)

    assert (found.verbatim, found.stored, found.found) == (6, 0, 0)


def test_in_one_language_alone_it_is_a_difference_in_structure(tmp_path: Path) -> None:
    built = build(Project(with_summary(tmp_path / "site", "kk")))

    assert [problem.code for problem in built.problems] == ["structure-ends"]


def test_within_a_paragraph_it_is_refused_like_any_embed(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    append(site / f"{ARTICLE}.en.md", "\nChecked: {{checks}}\n")

    assert "prose-embed-not-alone" in {problem.code for problem in build(Project(site)).problems}


def test_translators_are_not_asked_for_it(site: Path) -> None:
    before = bodies(site)
    translator = Translator(site, "kk", "en")

    sent = translator.receive()
    imported = translator.send_back()

    assert (imported.unchanged, imported.refused) == (sent, ())
    assert bodies(site) == before


def test_the_desk_misses_nothing_there(site: Path) -> None:
    content = load(site).content
    assert content is not None
    (article,) = (d for d in documents(content) if (d.kind, d.id) == ("article", "talks"))

    (row,) = (row for row in sheet(content, article, ()).rows if row.id == "signed-4")

    assert [cell.state for cell in row.cells] == [State.OK, State.OK]
