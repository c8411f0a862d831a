"""What each publishing policy lets through, and what readers are told."""

import re
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.project import Project
from tests.language.invented import INVENTED, LANGUAGES_AND_ONE_MORE
from tests.small_site import reviewed, small_site, three_languages

QUOTE = "friendship"


@pytest.fixture
def gap(tmp_path: Path) -> Path:
    """The small site without the English text of one quote."""
    site = small_site(tmp_path / "site")
    quote = site / "content" / "quotes" / f"{QUOTE}.yaml"
    text = quote.read_text(encoding="utf-8")
    quote.write_text(re.sub(r"^(topic: \{kk: [^,]*), en: .*\}$", r"\1}", text, flags=re.MULTILINE))
    assert quote.read_text(encoding="utf-8") != text
    return site


def with_policy(site: Path, policy: str) -> Path:
    path = site / "site.yaml"
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("publish:")]
    path.write_text("\n".join([*lines, f"publish: {policy}", ""]), encoding="utf-8")
    return site


def page_of(built: Built, language: str, record: str) -> tuple[str, LexborHTMLParser]:
    for artifact in built.artifacts:
        page = artifact.page
        if page and page.key and page.key.id == record and page.language == language:
            return page.path, LexborHTMLParser(artifact.body.decode())
    raise LookupError(record)


def test_complete_refuses_a_missing_translation(gap: Path) -> None:
    built = build(Project(with_policy(gap, "complete")))

    assert {problem.code for problem in built.problems} == {"missing-translation"}
    assert not built.is_good


def test_any_shows_the_other_language_tagged_under_a_notice_and_announces_no_alternate(
    gap: Path,
) -> None:
    built = build(Project(with_policy(gap, "any")))

    assert built.is_good
    assert {problem.code for problem in built.problems} == {"missing-translation"}
    path, english = page_of(built, "en", QUOTE)
    _, kazakh = page_of(built, "kk", QUOTE)
    assert not english.css('link[rel="alternate"]')
    assert english.css(".notice")
    assert english.css('h1 [lang="kk"]')
    alternates = [link.attributes["hreflang"] for link in kazakh.css("link[hreflang]")]
    assert alternates == ["kk", "x-default"]
    assert english.css('header a[hreflang="kk"]')
    sitemap = next(a.body.decode() for a in built.artifacts if a.path == "sitemap.xml")
    assert path.removesuffix("index.html") not in sitemap


def test_any_does_not_pass_a_strict_build(gap: Path) -> None:
    assert not build(Project(with_policy(gap, "any"), is_strict=True)).is_good


def test_an_article_without_prose_in_one_language_is_shown_in_the_other(tmp_path: Path) -> None:
    site = with_policy(small_site(tmp_path / "site"), "any")
    article = min((site / "content" / "pages").glob("*.yaml")).stem
    (site / "content" / "pages" / f"{article}.en.md").unlink()

    built = build(Project(site))

    assert built.is_good
    _, english = page_of(built, "en", article)
    assert english.css('main [lang="kk"]')
    assert not english.css('link[rel="alternate"]')


def test_a_text_that_is_not_there_needs_no_translator(tmp_path: Path) -> None:
    site = with_policy(small_site(tmp_path / "site"), "any")
    quote = site / "content" / "quotes" / f"{QUOTE}.yaml"
    data = yaml.safe_load(quote.read_text(encoding="utf-8"))
    other = next(code for code in data["text"] if code != data["original"])
    del data["text"][other], data["translated"]
    quote.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")

    built = build(Project(site))

    assert [problem.code for problem in built.problems] == ["missing-translation"]
    assert built.is_good


# Reviews

TRADE = "trade"


def edit(site: Path, name: str, before: str, after: str) -> Path:
    path = site / "content" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    return site


@pytest.fixture
def all_reviewed(tmp_path: Path) -> Path:
    return reviewed(small_site(tmp_path / "site"))


@pytest.fixture
def edited(all_reviewed: Path) -> Path:
    """The English text of a quote was changed after the review."""
    return edit(all_reviewed, "quotes/trade.yaml", "had reached", "had come to")


def notices(html: LexborHTMLParser) -> list[str]:
    return [node.text() for node in html.css(".review")]


def parallel(built: Built, language: str, record: str) -> LexborHTMLParser:
    """The page beneath that of a record."""
    path = page_of(built, language, record)[0].replace("index.html", "parallel/index.html")
    body = next(artifact.body for artifact in built.artifacts if artifact.path == path)
    return LexborHTMLParser(body.decode())


CHANGED = "Changed since it was checked against the text in the other language"
OVERTAKEN = "The text in the other language has changed since the two were checked"
NEVER = "Not yet checked against the text in the other language"
OVERTAKEN_IN_KAZAKH = "Екеуі тексерілгеннен кейін басқа тілдегі мәтін өзгерген"
CHANGED_IN_KAZAKH = "Басқа тілдегі мәтінмен салыстырып тексерілгеннен кейін өзгерген"


def test_reviewed_publishes_what_was_reviewed_without_a_notice(all_reviewed: Path) -> None:
    built = build(Project(with_policy(all_reviewed, "reviewed")))

    assert built.problems == ()
    assert not [a for a in built.artifacts if b'class="review"' in a.body]


def test_a_text_that_was_changed_after_the_review_is_not_published(edited: Path) -> None:
    built = build(Project(with_policy(edited, "reviewed")))

    (problem,) = built.problems
    assert (problem.code, str(problem.place)) == ("stale", "content/quotes/trade.yaml:13:7")
    assert problem.values["path"] == "content/quotes/trade.yaml#quote:trade/text"
    assert not built.is_good


def test_strict_asks_for_reviews_whatever_the_policy(edited: Path) -> None:
    for policy in ("any", "complete"):
        strict = build(Project(with_policy(edited, policy), is_strict=True))
        assert [problem.code for problem in strict.problems] == ["stale"]
        assert build(Project(edited)).problems == ()


def test_a_text_that_was_never_reviewed_is_not_published(all_reviewed: Path) -> None:
    site = edit(all_reviewed, "pages/talks.kk.md", "- сауда", "- айырбас")
    edit(site, "pages/talks.en.md", "- trade", "- exchange")

    built = build(Project(with_policy(site, "reviewed")))

    (problem,) = built.problems
    assert (problem.code, str(problem.place)) == ("unreviewed", "content/pages/talks.kk.md:14:1")


def test_drafts_need_no_review(all_reviewed: Path) -> None:
    quote = all_reviewed / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8").replace("had reached", "had come to")
    draft = text.replace("slug: {kk: sauda, en: trade}", "slug: {kk: x, en: x}")
    quote.with_name("draft.yaml").write_text(f"draft: true\n{draft}", encoding="utf-8")

    assert build(Project(all_reviewed, is_strict=True)).problems == ()


def test_an_editor_is_shown_what_was_not_reviewed_yet(edited: Path) -> None:
    built = build(Project(with_policy(edited, "reviewed"), drafts=True))

    assert built.problems == ()
    assert CHANGED in notices(page_of(built, "en", TRADE)[1])


def test_each_language_is_told_of_its_own_text_and_that_the_other_has_changed(
    edited: Path,
) -> None:
    built = build(Project(edited))

    assert notices(page_of(built, "en", TRADE)[1]) == [CHANGED, OVERTAKEN]
    assert notices(page_of(built, "kk", TRADE)[1]) == [OVERTAKEN_IN_KAZAKH, CHANGED_IN_KAZAKH]


def test_side_by_side_each_text_has_its_notice_in_the_language_of_the_page(edited: Path) -> None:
    built = build(Project(edited))

    for language, kazakh, english in (
        ("en", OVERTAKEN, CHANGED),
        ("kk", OVERTAKEN_IN_KAZAKH, CHANGED_IN_KAZAKH),
    ):
        html = parallel(built, language, TRADE)
        assert [node.text() for node in html.css("tr[id=text] td[lang=kk] .review")] == [kazakh]
        assert [node.text() for node in html.css("tr[id=text] td[lang=en] .review")] == [english]
        assert {n.attributes["lang"] for n in html.css(".review")} == {language}
        assert len(html.css(".review")) == 2


def test_only_pages_that_show_the_text_carry_the_notice(edited: Path) -> None:
    built = build(Project(edited))

    told = {a.path for a in built.artifacts if b'class="review"' in a.body}
    assert {path for path in told if path.startswith("en/")} == {
        "en/quotes/trade/index.html",
        "en/quotes/trade/parallel/index.html",
        "en/quotes/friendship/index.html",  # it is said before or after
        "en/quotes/index.html",
        "en/quotes/parallel/index.html",
        "en/people/hosts-name/index.html",
        "en/print-edition/index.html",
    }


def test_a_block_of_an_article_carries_its_notice(all_reviewed: Path) -> None:
    site = edit(all_reviewed, "pages/talks.en.md", "Both countries wish", "Both states wish")

    _, html = page_of(build(Project(site)), "en", "talks")

    assert notices(html) == [CHANGED]
    assert html.css("#words-3 .review")


def test_the_name_of_a_record_carries_its_notice_beneath_the_heading_alone(
    all_reviewed: Path,
) -> None:
    site = edit(all_reviewed, "quotes/trade.yaml", "en: Trade}", "en: Commerce}")

    built = build(Project(site))

    _, html = page_of(built, "en", TRADE)
    assert notices(html) == [node.text(strip=True) for node in html.css("h1 + p")] == [CHANGED]
    _, naming = page_of(built, "en", "friendship")
    assert "Commerce" in [link.text(strip=True) for link in naming.css("main a")]
    assert notices(naming) == []


def test_of_three_languages_only_the_one_that_was_added_carries_notices(tmp_path: Path) -> None:
    site = three_languages(tmp_path / "site")
    reviewed(site)
    third = INVENTED.code
    for path in (site / "content" / "reviews").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf" {third}=[0-9a-f]+", "", text), encoding="utf-8")

    built = build(Project(site, languages=LANGUAGES_AND_ONE_MORE))

    told = {a.path.partition("/")[0] for a in built.artifacts if b'class="review"' in a.body}
    assert built.problems == ()
    assert notices(page_of(built, third, TRADE)[1])
    assert not notices(page_of(built, "en", "talks")[1])
    assert third in told


def test_a_site_that_keeps_no_ledger_says_nothing_of_reviews(tmp_path: Path) -> None:
    built = build(Project(small_site(tmp_path / "site")))

    assert not [a for a in built.artifacts if b'class="review"' in a.body]
