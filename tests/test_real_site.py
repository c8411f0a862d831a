"""The site in this repository: what the press text says is there, in both languages, as it says."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.build import Built, build
from builder.content.base import Model
from builder.content.content import Content
from builder.content.load import load
from builder.content.model import Agreement, Event, Quote
from builder.content.parts import Attested, Fact, OtherTitle, Period, Place
from builder.content.typed import fields
from builder.language import Language
from builder.project import Project
from builder.site.views.words import Words
from tests.segments import lacks, load_segments

ROOT = Path(__file__).parent.parent
LANGUAGES = ("kk", "en")
SEGMENTS = load_segments()


@cache
def content() -> Content:
    loaded = load(ROOT)
    assert loaded.problems == ()
    assert loaded.content is not None
    return loaded.content


@cache
def built() -> Built:
    return build(Project(ROOT))


@cache
def page(path: str) -> LexborNode:
    body = next(artifact.body for artifact in built().artifacts if artifact.path == path)
    root = LexborHTMLParser(body.decode()).root
    assert root is not None
    return root


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def tellings(segment: str, language: str) -> Iterator[str]:
    """The texts of every record and block that says it covers a segment."""
    for _, _, record in content().documents():
        if isinstance(record, Quote | Agreement | Event) and segment in record.covers:
            yield " ".join(_texts(record, language))
    for article in content().articles.values():
        for block in content().prose[article.id][language]:
            if segment in article.covers.get(block.segment, ()):
                yield " ".join(str(getattr(part, "label", part)) for part in block.parts)


def _texts(record: Quote | Agreement | Event, language: str) -> Iterator[str]:
    names = ("topic", "text", "attribution", "title", "summary")
    for name in names:
        texts = getattr(record, name, None)
        if texts:
            yield texts[language]
    if isinstance(record, Quote):
        person = content().people[record.speaker]
        yield from (person.name[language], person.office[language])
        yield from (designation.name[language] for designation in person.designations)


def test_the_real_site_builds_without_any_problem() -> None:
    assert built().problems == ()
    assert built().is_good


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("segment", SEGMENTS)
def test_each_segment_is_told_with_its_figures_names_and_terms(segment: str, language: str) -> None:
    told = list(tellings(segment, language))

    assert told
    assert lacks(SEGMENTS[segment].tellings[language], " ".join(told)) == []


def test_all_23_segments_are_known() -> None:
    assert sorted(SEGMENTS) == [f"seg-{number:02}" for number in range(1, 24)]
    stored = content().sources["press-text"].stored
    assert stored is not None
    assert sorted(stored.segments) == sorted(SEGMENTS)


@pytest.mark.parametrize("segment", [name for name in SEGMENTS if SEGMENTS[name].verbatim])
@pytest.mark.parametrize("language", LANGUAGES)
def test_verbatim_text_stands_on_the_pages_of_both_languages_under_its_own_lang(
    segment: str, language: str
) -> None:
    for code, text in SEGMENTS[segment].verbatim.items():
        assert _pages_with(text, code, language), code


def _pages_with(text: str, code: str, language: str) -> list[str]:
    """Pages in `language` on which `text` stands whole, in an element whose language is `code`."""
    return [
        artifact.path
        for artifact in built().artifacts
        if artifact.page
        and artifact.page.language == language
        and artifact.page.key is not None
        and any(
            folded(text) in folded(node.text())
            for node in page(artifact.path).css("blockquote, p, dd, h1, li, td, span, cite, q, a")
            if _language_of(node) == code
        )
    ]


def _language_of(node: LexborNode) -> str | None:
    at: LexborNode | None = node
    while at is not None:
        if language := at.attributes.get("lang"):
            return language
        at = at.parent
    return None


def attested(value: object) -> Iterator[Attested]:
    """Every outside fact inside a value."""
    if isinstance(value, Attested):
        yield value
    if isinstance(value, Model):
        for field in fields(type(value)):
            yield from attested(getattr(value, field.name))
    if isinstance(value, tuple):
        for item in value:
            yield from attested(item)


def shown(fact: Attested, language: Language) -> str:
    """What a page must show of an outside fact."""
    if isinstance(fact, Fact):
        return Words(fact.text[language.code], language.code).text
    if isinstance(fact, Place):
        return fact.name[language.code]
    if isinstance(fact, OtherTitle):
        return fact.text
    assert isinstance(fact, Period)
    return language.date_range(fact.begins, fact.ends)


def test_every_outside_fact_on_a_page_has_its_sources_beside_it() -> None:
    """Some block of modest length shows the fact and links to each of its sources."""
    facts = [fact for _, _, record in content().documents() for fact in attested(record)]
    assert len(facts) > 50
    for fact, language in product(facts, content().languages):
        words = folded(shown(fact, language))
        beside = [
            block
            for artifact in built().artifacts
            if artifact.page and artifact.page.language == language.code
            for block in page(artifact.path).css("li, dd, figure")
            if words in folded(block.text())
            and all(block.css(f'a[href$="/#{source}"]') for source in fact.sources)
        ]
        assert beside, words
        assert min(len(folded(block.text())) for block in beside) < len(words) + 1500, words


def test_no_page_calls_the_visit_a_state_visit() -> None:
    """The glossary alone names those words, as wrong ones: its page, in print, and as data.

    The search knows them too, for whoever types them.
    """
    for artifact in built().artifacts:
        kind = artifact.page.key.kind if artifact.page and artifact.page.key else artifact.path
        if kind in ("terms", "edition", "data/records.json") or kind.startswith("assets/search/"):
            continue
        text = artifact.body.decode(errors="ignore").lower()
        assert "state visit" not in text
        assert "мемлекеттік сапар" not in text


def test_every_footer_says_that_the_site_is_independent() -> None:
    for artifact in built().artifacts:
        if artifact.page and artifact.page.key:
            (footer,) = page(artifact.path).css("body > footer")
            words = {"kk": "ресми сайты емес", "en": "not the official site of any state"}
            assert words[artifact.page.language] in folded(footer.text())


def test_the_press_text_is_not_published_whole() -> None:
    text = folded(content().stored["press-text"])
    middle = text[:600]
    for artifact in built().artifacts:
        assert middle not in folded(artifact.body.decode(errors="ignore"))
