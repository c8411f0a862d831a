"""What each publishing policy lets through, and what readers are told."""

import re
from pathlib import Path

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, Project, build
from tests.small_site import small_site

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
