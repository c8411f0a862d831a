"""The report: what was checked, by which rules, and with which results."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

import builder.reporting
from builder.build import Built, build
from builder.checks.reviews import State
from builder.content.kinds import Policy
from builder.content.load import load
from builder.content.segments import segments
from builder.problems import Severity
from builder.problems.catalogues import CATALOGUES
from builder.problems.english.authoring import SENTENCES as OF_AUTHORING
from builder.problems.english.exchange import SENTENCES as OF_EXCHANGE
from builder.project import Project
from builder.reporting.data import as_json
from builder.reporting.making import report_of
from builder.reporting.page import as_page
from builder.reporting.rules import rule_of, rules
from builder.reporting.values import Report
from tests.small_site import ROOT, broken_site, reviewed, small_site

PACKAGE = Path(builder.reporting.__file__).parent
EXPECTED = Path(__file__).with_name("small.json")
QUOTE = "content/quotes/friendship.yaml"

# What is told of commands other than those that check a site.
OF_WRITING = (
    *("output-root", "output-symlink", "output-not-folder", "output-protected", "output-foreign"),
    *("output-immovable", "output-busy", "output-failed", "output-leftover"),
)
OF_APPROVING = ("nothing-to-approve", "incomplete-text")


def report(site: Path, language: str = "en", *, is_strict: bool = False) -> Report:
    return report_of(build(Project(site, is_strict=is_strict)), CATALOGUES[language])


def without_interface(built: Built) -> Built:
    """A build of the site's own texts alone; the words of the interface are the project's."""
    assert built.content is not None
    return replace(built, content=replace(built.content, strings={}), pages=0)


def page(of: Report) -> LexborHTMLParser:
    return LexborHTMLParser(as_page(of).decode())


def rows(tree: LexborHTMLParser, section: str) -> list[list[str]]:
    """The cells of a table's body, by the id of the heading that it is labelled with."""
    (table,) = tree.css(f"table[aria-labelledby='{section}']")
    return [
        [" ".join(cell.text().split()) for cell in row.css("th, td")]
        for row in table.css("tbody tr")
    ]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, for tests that only read it."""
    return small_site(tmp_path_factory.mktemp("report") / "site")


# Rules


def test_every_problem_of_a_site_is_against_one_rule() -> None:
    told = [code for codes in rules().values() for code in codes]
    elsewhere = {*OF_WRITING, *OF_APPROVING, *OF_AUTHORING, *OF_EXCHANGE}

    assert len(told) == len(set(told))
    for catalogue in CATALOGUES.values():
        assert set(told) | elsewhere == set(catalogue.sentences)
    assert elsewhere.isdisjoint(told)
    assert (rule_of("stale"), rule_of("broken-link")) == ("review", "pages")


@pytest.mark.parametrize("language", CATALOGUES)
def test_there_are_words_for_everything_that_is_told(language: str) -> None:
    words = tomllib.loads((PACKAGE / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    content = load(ROOT).content
    assert content is not None

    assert list(words["rule"]) == list(words["asks"]) == list(rules())
    assert set(words["kind"]) >= {segment.kind for segment in segments(content)}
    assert list(words["state"]) == list(State)
    assert list(words["severity"]) == list(Severity)
    assert {name for name in words["report"] if name.startswith("policy-")} == {
        f"policy-{policy}" for policy in Policy
    }
    kinds = {"number", "day", "month", "weekday", "time", "name", "list", "link"}
    assert set(words["fact"]) == kinds | {"term", "terms"}


def test_the_words_have_the_same_keys_in_every_language() -> None:
    keys = [
        {group: list(names) for group, names in tomllib.loads(file.read_text()).items()}
        for file in sorted((PACKAGE / "words").glob("*.toml"))
    ]

    assert len(keys) == len(CATALOGUES)
    assert all(own == keys[0] for own in keys)


# Counts


def test_the_report_of_the_small_site_as_json_is_this(small: Path) -> None:
    told = report_of(without_interface(build(Project(small))), CATALOGUES["en"])

    said = json.loads(as_json(replace(told, sapar="1", rules=())))

    assert said == json.loads(EXPECTED.read_text(encoding="utf-8"))


def test_each_rule_has_its_codes_and_how_often_each_was_found(tmp_path: Path) -> None:
    told = report(broken_site("facts-differ", tmp_path / "site"))

    said = json.loads(as_json(told))

    assert [rule["rule"] for rule in said["rules"]] == list(rules())
    for rule in said["rules"]:
        assert [code["code"] for code in rule["codes"]] == list(rules()[rule["rule"]])
    found = {c["code"]: c["errors"] + c["warnings"] for r in said["rules"] for c in r["codes"]}
    codes = [problem["code"] for problem in said["problems"]]
    assert {code: times for code, times in found.items() if times} == {
        code: codes.count(code) for code in codes
    }
    assert codes
    assert (sum(found.values()), said["is_good"]) == (said["errors"] + said["warnings"], False)


def test_rules_that_nothing_was_judged_by_are_not_said_to_be_kept(tmp_path: Path) -> None:
    whole = report(small_site(tmp_path / "whole"))
    stopped = report(broken_site("facts-differ", tmp_path / "stopped"))
    unread = report(broken_site("missing-visit", tmp_path / "unread"))

    def unchecked(of: Report) -> set[str]:
        return {rule.rule for rule in of.rules if not rule.was_checked}

    assert unchecked(whole) == set()
    assert unchecked(stopped) == {"pages"}
    assert unread.counted is not None or unchecked(unread) >= {"pages", "facts", "provenance"}


def test_a_site_that_cannot_be_read_has_a_report_of_its_problems(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    (site / "site.yaml").write_text("languages: [", encoding="utf-8")

    told = report(site)

    assert (told.site, told.counted, told.is_good) == (None, None, False)
    assert {problem.rule for problem in told.problems} == {"files"}
    assert {r.rule for r in told.rules if r.was_checked} == {
        "files",
        "records",
        "prose",
        "templates",
    }
    tree = page(told)
    assert [h2.attributes["id"] for h2 in tree.css("h2")] == ["rules", "problems"]
    assert rows(tree, "problems")


def test_reviews_and_waivers_are_told(tmp_path: Path) -> None:
    site = reviewed(small_site(tmp_path / "site"))
    quote = site / QUOTE
    text = quote.read_text(encoding="utf-8").replace("достығын", "достықты", 1)
    waiver = (
        "waive: [{code: not-in-source, at: text, reason: {kk: Солай., en: So.}, review: 2027-01}]"
    )
    quote.write_text(f"{text}{waiver}\n", encoding="utf-8")

    told = report(site)

    assert told.is_good
    assert told.counted is not None
    (waived,) = told.counted.waivers
    line = text.count("\n") + 1
    assert (waived.file, waived.line, waived.code) == (QUOTE, line, "not-in-source")
    assert (waived.text, waived.reason["kk"], waived.review) == (
        "quote:friendship/text",
        "Солай.",
        "2027-01",
    )
    (quotes,) = (kind for kind in told.counted.kinds if kind.kind == "quote")
    assert quotes.states == {"missing": 0, "stale": 1, "unreviewed": 0, "ok": quotes.segments - 1}
    (source,) = told.counted.sources
    assert (source.verbatim, source.found) == (6, 5)
    assert rows(page(told), "waivers")[0][1:] == ["not-in-source", "So.", "2027-01"]


def test_under_the_strict_policy_what_was_not_reviewed_is_told_at_each_place(small: Path) -> None:
    told = report(small, is_strict=True)

    assert told.site is not None
    assert told.site.policy == "reviewed"
    assert {problem.rule for problem in told.problems} == {"review"}
    assert all(problem.line for problem in told.problems)


def test_the_same_content_gives_the_same_bytes_in_any_folder(small: Path, tmp_path: Path) -> None:
    again = small_site(tmp_path / "elsewhere")

    for write in (as_json, as_page):
        assert write(report(small)) == write(report(again))


# The page


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_page_tells_all_in_its_language_and_needs_no_other_file(
    tmp_path: Path, language: str
) -> None:
    told = report(broken_site("facts-differ", tmp_path / "site"), language)

    body = as_page(told).decode()

    assert LexborHTMLParser(body).css_first(f"html[lang='{language}']") is not None
    tree = page(told)
    assert len(rows(tree, "rules")) == len(rules())
    for problem, row in zip(told.problems, rows(tree, "problems"), strict=True):
        assert row[0] == f"{problem.file}:{problem.line}:{problem.column}"
        assert " ".join(problem.message.split()) in row[2]
        assert " ".join(problem.hint.split()) in row[2]
    assert tree.css("script, link, img, iframe, [style]") == []
    assert not re.search(r"url\(|@import", body)
    links = [link.attributes["href"] or "" for link in tree.css("a")]
    assert told.site is not None
    assert {link for link in links if not link.startswith("#")} == {told.site.address}
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    assert {link[1:] for link in links if link.startswith("#")} == ids


def test_texts_of_the_site_are_text_on_the_page_and_say_their_language(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    settings = site / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    name = '{kk: "<b>Шағын</b> & сапар", en: "<i>A small</i> visit"}'
    settings.write_text(re.sub(r"(?m)^name: .*$", f"name: {name}", text, count=1), encoding="utf-8")

    tree = page(report(site))

    assert tree.css("main b, main i") == []
    shown = tree.css_first("header p")
    assert shown is not None
    assert shown.text() == "<i>A small</i> visit"
    told = report(site)
    assert told.site is not None
    foreign = page(replace(told, site=replace(told.site, name={"kk": "Сапар"})))
    assert foreign.css_first("header p span[lang='kk']") is not None


def test_the_totals_are_the_sums_of_the_rows(small: Path) -> None:
    tree = page(report(small))

    for section in ("texts", "reviews"):
        (foot,) = tree.css(f"table[aria-labelledby='{section}'] tfoot tr")
        totals = [cell.text().replace(",", "") for cell in foot.css("td")]
        columns = zip(*(row[1:] for row in rows(tree, section)), strict=True)
        assert totals == [str(sum(int(cell.replace(",", "")) for cell in c)) for c in columns]
