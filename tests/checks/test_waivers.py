"""Waivers: each takes away one finding in one text, and one that takes none away is told."""

from pathlib import Path

import pytest

from builder.build import build
from builder.checks import check
from builder.checks.waivers import waivers
from builder.content.load import load
from builder.problems import Problem
from builder.project import Project
from tests.checks.sites import edit
from tests.small_site import small_site

QUOTE = "content/quotes/trade.yaml"
REASON = "reason: {kk: Солай қалады, en: It stays so}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def codes(site: Path) -> list[str]:
    return [problem.code for problem in problems(site)]


def problems(site: Path) -> list[Problem]:
    loaded = load(site)
    assert loaded.content is not None
    assert loaded.problems == ()
    return list(check(loaded.content))


def test_a_finding_is_waived_in_the_record_it_is_in(site: Path) -> None:
    edit(site, QUOTE, "topic: {kk: Сауда,", "topic: {kk: Бір  ел,")
    assert codes(site) == ["double-space"]

    edit(site, QUOTE, "form:", f"waive: [{{code: double-space, at: topic, {REASON}}}]\nform:")

    assert codes(site) == []


@pytest.mark.parametrize(
    ("file", "old", "wrong", "record", "at"),
    [
        ("content/visit.yaml", "{kk: Қонақтың", "{kk: Бір  ел", "visit:visit", "title"),
        ("content/visit.yaml", "{kk: Сауда айналымы", "{kk: Бір  ел", "figure:turnover", "label"),
        (
            "content/strings/kk.yaml",
            "Тілді таңдау",
            "Бір  ел",
            "strings:strings",
            "choose-language",
        ),
        (
            "site.yaml",
            "description:\n  kk: ",
            "description:\n  kk: Бір  ел ",
            "site:site",
            "description",
        ),
        (QUOTE, "{kk: Сауда", "{kk: Бір  ел", "quote:trade", "topic"),
    ],
)
def test_a_finding_anywhere_is_waived_in_the_settings(
    site: Path, file: str, old: str, wrong: str, *, record: str, at: str
) -> None:
    edit(site, file, old, wrong)
    assert codes(site) == ["double-space"]

    with (site / "site.yaml").open("a", encoding="utf-8") as settings:
        waiver = f"{{record: '{record}', code: double-space, at: {at}, {REASON}}}"
        settings.write(f"waive: [{waiver}]\n")

    assert codes(site) == []


def test_a_finding_in_prose_is_waived_in_the_data_of_its_article(site: Path) -> None:
    edit(site, "content/pages/talks.kk.md", "Екі ел де", "Екі  ел де")
    assert codes(site) == ["double-space"]

    waiver = f"waive: [{{code: double-space, at: words-3, {REASON}}}]\n"
    edit(site, "content/pages/talks.yaml", "slug:", f"{waiver}slug:")

    assert codes(site) == []


def test_a_waiver_of_nothing_is_told_with_the_text_that_was_meant(site: Path) -> None:
    edit(site, QUOTE, "form:", f"waive: [{{code: double-space, at: topik, {REASON}}}]\nform:")

    (problem,) = problems(site)

    assert (problem.code, problem.place.line, problem.place.column) == ("waiver-unused", 1, 16)
    assert problem.values == {"waived": "double-space", "at": "topik", "suggestion": "topic"}


@pytest.mark.parametrize(("code", "at"), [("wrong-dash", "topic"), ("double-space", "text")])
def test_a_waiver_is_for_one_code_in_one_text(site: Path, code: str, at: str) -> None:
    edit(site, QUOTE, "topic: {kk: Сауда,", "topic: {kk: Бір  ел,")
    edit(site, QUOTE, "form:", f"waive: [{{code: {code}, at: {at}, {REASON}}}]\nform:")

    assert sorted(codes(site)) == ["double-space", "waiver-unused"]


def test_of_two_waivers_of_the_same_one_is_idle(site: Path) -> None:
    edit(site, QUOTE, "topic: {kk: Сауда,", "topic: {kk: Бір  ел,")
    waiver = f"{{code: double-space, at: topic, {REASON}}}"
    edit(site, QUOTE, "form:", f"waive: [{waiver}, {waiver}]\nform:")

    assert codes(site) == ["waiver-unused"]


def test_where_a_record_cannot_be_read_no_waiver_is_said_to_be_idle(site: Path) -> None:
    edit(site, QUOTE, "form:", f"waive: [{{code: wrong-dash, at: topic, {REASON}}}]\nform:")
    edit(site, "content/people/host.yaml", "state:", "sttae:")

    told = [problem.code for problem in build(Project(site)).problems]

    assert told == ["unknown-key"]


def test_a_waiver_has_a_reason_in_every_language_and_may_have_a_day_to_look_again(
    site: Path,
) -> None:
    edit(site, QUOTE, "topic: {kk: Сауда,", "topic: {kk: Бір  ел,")
    waiver = "code: double-space, at: topic, review: 2027-01-01"
    edit(site, QUOTE, "form:", f"waive: [{{{waiver}, reason: {{kk: Солай}}}}]\nform:")
    assert codes(site) == ["missing-translation"]

    edit(site, QUOTE, "reason: {kk: Солай}", REASON)
    content = load(site).content
    assert content is not None
    (placed,) = waivers(content)
    assert codes(site) == []
    assert placed.segment == "quote:trade/topic"
    assert str(placed.waiver.review and placed.waiver.review.isoformat()) == "2027-01-01"


def test_waivers_are_not_published(site: Path) -> None:
    edit(site, QUOTE, "topic: {kk: Сауда,", "topic: {kk: Бір  ел,")
    edit(site, QUOTE, "form:", f"waive: [{{code: double-space, at: topic, {REASON}}}]\nform:")

    built = build(Project(site))

    assert built.is_good
    assert not [a.path for a in built.artifacts if "Солай қалады" in a.body.decode(errors="ignore")]


def test_a_waiver_of_a_draft_goes_with_it(site: Path) -> None:
    edit(site, QUOTE, "form:", "draft: true\nform:")
    edit(site, "content/visit.yaml", "quote: trade", "quote: friendship")
    with (site / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(
            f"waive: [{{record: 'quote:trade', code: wrong-dash, at: topic, {REASON}}}]\n"
        )

    content = load(site).content
    assert content is not None
    left = content.without(frozenset({("quote", "trade")}))

    assert "waiver-unused" not in {problem.code for problem in check(left)}
