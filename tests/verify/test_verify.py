"""Every check finds the defect it is there for, and nothing else, in a site that was good."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.problems import Place, Problem
from builder.verify import verify
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.verify.good_site import BASE, PAGES, artifacts, good_files

Facts = dict[str, str | int]


@dataclass(frozen=True)
class Defect:
    """A good file with one thing wrong, and what is to be said of it."""

    name: str
    file: str
    find: str
    replace: str
    expected: tuple[Facts, ...]


def _defects() -> list[Defect]:
    text = Path(__file__).with_name("defects.toml").read_text()
    tables: list[dict[str, Any]] = tomllib.loads(text)["defect"]
    return [Defect(**{**table, "expected": tuple(table["expected"])}) for table in tables]


DEFECTS = _defects()


def _verify(files: Mapping[str, str], *, incomplete: str = "") -> tuple[Problem, ...]:
    return verify(artifacts(files, incomplete=incomplete), BASE, LANGUAGES_AND_ONE_MORE)


def _edited(file: str, find: str, replace: str) -> dict[str, str]:
    files = good_files()
    assert files[file].count(find) == 1, f"{find!r} is not once in {file}"
    return {**files, file: files[file].replace(find, replace)}


def _in_all(find: str, replace: str) -> dict[str, str]:
    files = good_files()
    assert any(find in text for text in files.values())
    return {
        path: text.replace(find, replace) if path in PAGES else text for path, text in files.items()
    }


def _facts(problem: Problem) -> Facts:
    """What a defect states of a problem: its code and those values that are its own."""
    derived = {"pages", "template", "more"}
    values = {name: value for name, value in problem.values.items() if name not in derived}
    return {"code": problem.code, **values}


def _sorted(facts: list[Facts]) -> list[Facts]:
    return sorted(facts, key=lambda one: str(sorted(one.items())))


def test_a_good_site_has_no_problems() -> None:
    assert _verify(good_files()) == ()


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name.replace(" ", "-"))
def test_a_defect_is_told_exactly(defect: Defect) -> None:
    problems = _verify(_edited(defect.file, defect.find, defect.replace))

    assert _sorted([_facts(problem) for problem in problems]) == _sorted(list(defect.expected))


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name.replace(" ", "-"))
def test_a_problem_stands_at_the_record_of_its_page_or_at_the_published_file(
    defect: Defect,
) -> None:
    by_address = {f"/{path.removesuffix('index.html')}": page for path, page in PAGES.items()}

    for problem in _verify(_edited(defect.file, defect.find, defect.replace)):
        if "page" in problem.values:
            page = by_address[str(problem.values["page"])]
            assert problem.place == Place(page.origin)
            assert problem.values["template"] == f"templates/{page.template}"
        else:
            assert problem.place.file == defect.file


def test_a_fault_on_more_pages_than_a_few_is_told_once_for_the_first() -> None:
    problems = _verify(_in_all("<header>\n", '<header style="color: red">\n'))

    assert [(p.code, p.values["pages"], p.values["more"]) for p in problems] == [
        ("inline-code", "/en/ (+5)", 5)
    ]


def test_a_fault_on_a_few_pages_is_told_for_each() -> None:
    problems = _verify(_in_all("<h2>", '<h2 onclick="x()">'))

    assert {(p.code, p.values["pages"], p.values["more"]) for p in problems} == {
        ("inline-code", "/en/quotes/", 0),
        ("inline-code", "/kk/daieksozder/", 0),
    }


def test_a_fault_that_each_page_words_differently_is_one_fault() -> None:
    problems = _verify(_in_all('<link rel="canonical"', '<link rel="author"'))

    assert [(p.code, p.values["page"], p.values["more"]) for p in problems] == [
        ("canonical-wrong", "/en/", 7)
    ]


def _with_several_faults() -> dict[str, str]:
    files = _in_all("<header>\n", '<header style="color: red">\n')
    files["sitemap.xml"] = good_files()["sitemap.xml"].replace("/en/quotes/", "/en/other/")
    files["kk/index.html"] = files["kk/index.html"].replace("<h1>", "<h3>")
    for path in ("kk/index.html", "kk/daieksozder/index.html", "kk/daieksozder/sauda/index.html"):
        files[path] = re.sub("<title>.*?</title>", "<title>Сапар</title>", files[path])
    return files


@settings(max_examples=20, deadline=None)
@given(st.permutations(sorted(_with_several_faults().items())))
def test_the_order_of_artifacts_changes_nothing(files: list[tuple[str, str]]) -> None:
    problems = _verify(dict(files))

    assert problems == _verify(_with_several_faults())
    assert {problem.code for problem in problems} >= {"inline-code", "h1-count", "title-duplicate"}


def test_what_is_no_fault_where_it_is_loaded_may_be_one_where_it_is_followed() -> None:
    files = _edited("en/index.html", "/sub/assets/images/mark.svg?size=1,2", "http://[bad")
    files["en/quotes/trade/index.html"] = good_files()["en/quotes/trade/index.html"].replace(
        "mailto:corrections@sapar.example", "http://[bad"
    )

    unsafe = [p.values["page"] for p in _verify(files) if p.code == "unsafe-scheme"]

    assert unsafe == ["/en/quotes/trade/"]


def test_a_site_without_a_sitemap_or_robots_is_told_so() -> None:
    files = good_files()
    del files["sitemap.xml"], files["robots.txt"]

    assert [(p.code, p.place) for p in _verify(files)] == [
        ("robots-sitemap", Place("robots.txt")),
        ("sitemap-missing", Place("sitemap.xml")),
    ]


def test_a_page_that_one_language_lacks_leaves_links_to_it_broken() -> None:
    files = good_files()
    del files["en/quotes/trade/index.html"]

    problems = [(p.code, p.values.get("page")) for p in _verify(files)]

    assert problems == [
        ("broken-link", "/kk/daieksozder/sauda/"),
        ("hreflang-wrong", "/kk/daieksozder/sauda/"),
        ("broken-link", "/en/"),
        ("broken-link", "/en/quotes/"),
        ("sitemap-alternates", None),
        ("sitemap-unknown-page", None),
    ]


def test_an_incomplete_page_announces_no_languages_and_is_announced_by_none() -> None:
    page = "en/quotes/trade/index.html"

    problems = _verify(good_files(), incomplete=page)

    assert {(p.code, p.values.get("page"), p.values.get("hreflang")) for p in problems} == {
        ("hreflang-wrong", "/en/quotes/trade/", "en"),
        ("hreflang-wrong", "/en/quotes/trade/", "kk"),
        ("hreflang-x-default", "/en/quotes/trade/", "x-default"),
        ("hreflang-wrong", "/kk/daieksozder/sauda/", "en"),
        ("sitemap-unknown-page", None, None),
        ("sitemap-alternates", None, None),
    }


def test_an_incomplete_page_may_have_a_title_in_another_language() -> None:
    page = "en/quotes/trade/index.html"
    files = {
        path: text.replace("<title>On trade</title>", "<title>Сауда</title>")
        for path, text in good_files().items()
    }

    told = [p.code for p in _verify(files, incomplete=page)]

    assert "foreign-attribute" not in told
    assert [p.code for p in _verify(files)] == ["foreign-attribute"]


def test_a_page_not_to_be_indexed_stands_outside_hreflang_and_sitemap() -> None:
    files = _edited("404.html", "<link rel", '<meta name="robots" content="noindex">\n<link rel')
    assert _verify(files) == ()

    files = _edited(
        "kk/index.html",
        '<link rel="canonical',
        '<meta name="robots" content="noindex">\n<link rel="canonical',
    )
    home = {p.values.get("hreflang", p.code) for p in _verify(files)}
    assert home == {"kk", "en", "x-default", "sitemap-unknown-page"}
