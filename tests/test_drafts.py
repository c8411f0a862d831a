"""Records in draft: nowhere in a build, marked where editors look, and checked all the same."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.problems import Severity
from builder.project import Project
from tests.small_site import said, small_site

TEXTS = {
    "people/third.yaml": """\
draft: true
name: {kk: Ешкімайт, en: Unheardof}
slug: {kk: ushinshi, en: third}
office: {kk: Ешкімайт, en: Unheardof}
state: guest-country
sources: [third]
images:
  - file: third.png
    alt: {kk: Ешкімайт, en: Unheardof}
    credit: {kk: Ешкімайт, en: Unheardof}
    licence: {kk: Ешкімайт, en: Unheardof}
""",
    "quotes/third.yaml": """\
draft: true
form: direct
speaker: third
source: third
original: kk
translated: {en: editors}
slug: {kk: ushinshi, en: third}
topic: {kk: Естілмеген, en: Unspoken}
text: {kk: Естілмеген, en: Unspoken}
""",
    "events/third.yaml": """\
draft: true
title: {kk: Болмаған, en: Unhappened}
summary: {kk: Болмаған, en: Unhappened}
people: [third]
sources: [third]
""",
    "sources/third.yaml": """\
draft: true
kind: official
title: {kk: Жазылмаған, en: Unwritten}
languages: [en]
""",
    "pages/third.yaml": """\
draft: true
slug: {kk: ushinshi, en: third}
title: {kk: Айтылмаған, en: Untold}
summary: {kk: Айтылмаған, en: Untold}
""",
    "pages/third.kk.md": "[[person:third]] және [[person:guest]]\n",
    "pages/third.en.md": "[[person:third]] and [[person:guest]]\n",
}


def with_drafts(site: Path) -> Path:
    """The small site, with a draft of nearly every kind, each naming others."""
    small_site(site)
    for name, text in TEXTS.items():
        (site / "content" / name).write_text(text, encoding="utf-8")
    pictures = site / "content" / "images"
    (pictures / "third.png").write_bytes((pictures / "two-suns.png").read_bytes())
    terms = site / "content" / "terms.yaml"
    term = "- id: third\n  draft: true\n  term: {kk: Сөзсіз, en: Unworded}\n"
    terms.write_text(terms.read_text(encoding="utf-8") + term, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with drafts, for tests that only read it."""
    return with_drafts(tmp_path_factory.mktemp("drafts") / "site")


def bodies(built: Built) -> dict[str, bytes]:
    assert built.is_good, said(built)
    return {artifact.path: artifact.body for artifact in built.artifacts}


def test_a_build_is_the_same_with_drafts_as_without(site: Path, tmp_path: Path) -> None:
    built = build(Project(site))

    assert said(built) == ""
    assert bodies(built) == bodies(build(Project(small_site(tmp_path / "site"))))


@pytest.mark.parametrize(
    ("path", "selector"),
    [
        ("en/third/index.html", "main > .notice"),
        ("en/people/third/index.html", "main > .notice"),
        ("en/quotes/third/index.html", "h1 .mark"),
        ("en/people/index.html", "main li .mark"),
        ("en/quotes/index.html", "main h2 .mark"),
        ("en/timeline/index.html", "main h3 .mark"),
        ("en/sources/index.html", "main .mark"),
        ("en/glossary/index.html", "main dt .mark"),
    ],
)
def test_with_drafts_they_are_shown_and_marked_on_their_pages_and_in_lists(
    site: Path, path: str, selector: str
) -> None:
    html = LexborHTMLParser(bodies(build(Project(site, drafts=True)))[path].decode())

    (mark, *_) = html.css(selector)
    assert "raft" in mark.text()


def test_with_drafts_what_is_no_draft_is_not_marked(site: Path) -> None:
    html = bodies(build(Project(site, drafts=True)))["en/people/guests-name/index.html"].decode()

    assert "This is a draft" not in html
    assert LexborHTMLParser(html).css("h1 .mark") == []


def test_what_is_missing_in_a_draft_is_a_warning_and_its_pages_are_left_out(tmp_path: Path) -> None:
    site = with_drafts(tmp_path / "site")
    quote = site / "content" / "quotes" / "third.yaml"
    quote.write_text(quote.read_text(encoding="utf-8").replace("form: direct", "form:"))

    for with_drafts_too in (False, True):
        built = build(Project(site, drafts=with_drafts_too))
        (problem,) = built.problems
        assert (problem.code, str(problem.place)) == (
            "empty-value",
            "content/quotes/third.yaml:2:6",
        )
        assert problem.severity is Severity.WARNING
        assert "en/quotes/third/index.html" not in bodies(built)


def test_a_draft_with_faults_takes_the_drafts_that_name_it_along(tmp_path: Path) -> None:
    site = with_drafts(tmp_path / "site")
    source = site / "content" / "sources" / "third.yaml"
    source.write_text("draft: true\n", encoding="utf-8")

    built = build(Project(site, drafts=True))

    assert {problem.severity for problem in built.problems} == {Severity.WARNING}
    assert "en/quotes/third/index.html" not in bodies(built)
    assert "en/third/index.html" not in bodies(built)


def test_naming_a_draft_is_a_warning_where_it_is_shown(tmp_path: Path) -> None:
    site = with_drafts(tmp_path / "site")
    event = site / "content" / "events" / "return-visit.yaml"
    event.write_text(event.read_text(encoding="utf-8") + "people: [third]\n", encoding="utf-8")

    published, shown = build(Project(site)), build(Project(site, drafts=True))

    assert [(p.code, p.severity) for p in published.problems] == [
        ("refers-to-draft", Severity.ERROR)
    ]
    assert [(p.code, p.severity) for p in shown.problems] == [("refers-to-draft", Severity.WARNING)]
    assert not published.is_good
    assert shown.is_good
