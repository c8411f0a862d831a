"""Every text of a site, in all languages, and where each character of it stands."""

from pathlib import Path

import pytest

from builder.content.content import Content
from builder.content.load import load
from builder.content.segments import Segment, Text, in_common_order, place_in, places_in, segments
from builder.problems import Place
from tests.small_site import small_site

ROOT = Path(__file__).resolve().parent.parent.parent


def read(root: Path) -> Content:
    content = load(root).content
    assert content is not None
    return content


def found(content: Content, kind: str, record: str, identity: str) -> Segment:
    return next(
        s for s in segments(content) if (s.kind, s.record, s.id) == (kind, record, identity)
    )


@pytest.fixture(scope="module")
def real() -> Content:
    return read(ROOT)


def test_every_segment_has_a_name_of_its_own(real: Content) -> None:
    names = [(segment.kind, segment.record, segment.id) for segment in segments(real)]

    assert len(names) == len(set(names)) > 700
    assert {kind for kind, _, _ in names} == {
        *("agreement", "article", "event", "figure", "organisation", "person", "quote"),
        *("site", "source", "strings", "term", "visit"),
    }


def test_slugs_are_no_texts(real: Content) -> None:
    assert [s.id for s in segments(real) if s.kind != "strings" and "slug" in s.id] == []


def test_a_field_is_a_segment_in_all_languages(tmp_path: Path) -> None:
    content = read(small_site(tmp_path / "site"))
    topic = found(content, "quote", "friendship", "topic")

    assert list(topic.texts) == [language.code for language in content.languages]
    assert {text.file for text in topic.texts.values()} == {"content/quotes/friendship.yaml"}


def test_the_words_of_a_source_are_told_from_ours(real: Content) -> None:
    kept = [
        (segment.kind, segment.id, text.language, text.verbatim)
        for segment in segments(real)
        for text in segment.texts.values()
        if text.verbatim
    ]

    assert {(kind, identity) for kind, identity, _, _ in kept} == {
        ("quote", "text"),
        ("quote", "attribution"),
        ("agreement", "title"),
        ("agreement", "text"),
    }
    assert {(language, source) for _, _, language, source in kept} == {("kk", "press-text")}


def test_runs_in_another_language_are_known(real: Content) -> None:
    runs = [
        text.text[start:end]
        for segment in segments(real)
        for text in segment.texts.values()
        for start, end in text.foreign
    ]

    assert "公式実務訪問賓客" in runs


def test_prose_is_read_as_a_reader_reads_it(real: Content) -> None:
    texts = [t for s in segments(real) if s.kind == "article" for t in s.texts.values()]

    assert [t.text for t in texts if "[[" in t.text or "**" in t.text or "<" in t.text] == []
    assert any(("person", "abe") in text.references for text in texts)


def test_the_place_of_every_word_is_where_it_stands(real: Content) -> None:
    """Every word, but those that a mark of the source parts, begins at the place that is told."""
    elsewhere = 0
    words = 0
    for segment in segments(real):
        for text in segment.texts.values():
            for start in range(0, len(text.text), 29):
                word = text.text[start : start + 5].split()
                if not word or text.text[start].isspace():
                    continue
                place = place_in(real, text, start)
                line = real.files[place.file].split("\n")[place.line - 1]
                words += 1
                elsewhere += not line[place.column - 1 :].startswith(word[0])
                assert line[place.column - 1] == text.text[start]

    assert words > 3000
    assert elsewhere < words / 100


def test_a_place_past_the_end_is_that_of_the_last_character() -> None:
    content = read(ROOT)
    text = Text("en", "no such words ☃", "site.yaml", Place("site.yaml", 1, 1))

    assert place_in(content, text, 14).file == "site.yaml"


def test_ids_that_languages_do_not_share_keep_their_places() -> None:
    assert in_common_order([["a", "b", "d"], ["a", "c", "d"]]) == ["a", "c", "b", "d"]


def test_a_name_that_stands_elsewhere_is_at_its_reference_and_moves_nothing(
    tmp_path: Path,
) -> None:
    content = read(small_site(tmp_path / "site"))
    text = found(content, "article", "talks", "start-1").texts["kk"]
    (name,) = text.supplied

    assert text.text[slice(*name)] == content.people["host"].name["kk"]
    assert place_in(content, text, name[0]) == Place(text.file, 1, 28)
    assert place_in(content, text, name[1] - 1) == Place(text.file, 1, 28)
    assert place_in(content, text, text.text.index("келіссөз")) == Place(text.file, 1, 58)


def test_every_letter_of_the_real_texts_but_those_of_names_is_at_its_place(real: Content) -> None:
    lines = {file: text.split("\n") for file, text in real.files.items()}
    for segment in segments(real):
        for text in segment.texts.values():
            own = [
                index
                for index, letter in enumerate(text.text)
                if letter.isalnum() and not any(a <= index < b for a, b in text.supplied)
            ]
            for index, place in places_in(real, text, own).items():
                assert lines[place.file][place.line - 1][place.column - 1] == text.text[index]
