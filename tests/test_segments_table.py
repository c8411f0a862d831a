"""The table of what any telling must hold agrees with the press text, and misses nothing."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import ValidationError, convert

from tests.segments import (
    AllOf,
    Entry,
    Segment,
    Telling,
    described,
    lacks,
    load_segments,
    stands_in,
)

SOURCES = Path(__file__).parent.parent / "content" / "sources"

SEGMENTS = load_segments()
NARRATED = {"seg-01", "seg-02", "seg-09", "seg-18"}
SPEAKERS = "Nursultan Nazarbayev Shinzo Abe"  # named beside a quote, not in its words

every_segment = pytest.mark.parametrize("name", SEGMENTS)


def passages() -> Mapping[str, str]:
    record: Any = yaml.safe_load((SOURCES / "press-text.yaml").read_text(encoding="utf-8"))
    text = (SOURCES / record["stored"]["file"]).read_bytes().decode()
    spans = record["stored"]["segments"]
    return {name: text[start:end] for name, (start, end) in spans.items()}


PASSAGES = passages()


def telling(*entries: Entry) -> Telling:
    return Telling(names=entries, figures=(), terms=())


def all_of(*stems: str) -> AllOf:
    return AllOf(stems)


def without(entry: Entry, text: str) -> str:
    """The text with one part of each alternative struck out."""
    for alternative in entry:
        struck = alternative if isinstance(alternative, str) else alternative.stems[-1]
        text = re.sub(re.escape(struck), "…", text, flags=re.IGNORECASE)
    return text


def test_the_table_tells_every_segment_of_the_press_text_in_order() -> None:
    assert list(SEGMENTS) == list(PASSAGES)


@every_segment
def test_a_passage_of_the_press_text_holds_all_its_entries(name: str) -> None:
    assert lacks(SEGMENTS[name].tellings["kk"], PASSAGES[name]) == []


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        pytest.param(name, entry, id=f"{name}-{described(entry)}")
        for name, segment in SEGMENTS.items()
        for entry in dict.fromkeys(segment.tellings["kk"].entries)
    ],
)
def test_an_entry_struck_from_its_passage_is_reported(name: str, entry: Entry) -> None:
    struck = without(entry, PASSAGES[name])

    assert described(entry) in lacks(SEGMENTS[name].tellings["kk"], struck)


@every_segment
def test_the_languages_have_the_same_number_of_entries_of_each_kind(name: str) -> None:
    counts = {
        language: (len(one.names), len(one.figures), len(one.terms))
        for language, one in SEGMENTS[name].tellings.items()
    }

    assert counts["kk"] == counts["en"]
    assert list(counts) == ["kk", "en"]


def test_whatever_is_not_narrated_has_its_exact_words_in_each_language() -> None:
    languages = {name: set(segment.verbatim) for name, segment in SEGMENTS.items()}

    assert languages == {name: set() if name in NARRATED else {"kk", "en"} for name in SEGMENTS}


@pytest.mark.parametrize("name", [name for name in SEGMENTS if name not in NARRATED])
def test_the_exact_words_are_those_of_the_passage(name: str) -> None:
    assert stands_in(SEGMENTS[name].verbatim["kk"], PASSAGES[name])


@pytest.mark.parametrize("name", [name for name in SEGMENTS if name not in NARRATED])
def test_the_exact_english_words_hold_all_that_the_telling_must(name: str) -> None:
    segment = SEGMENTS[name]

    assert lacks(segment.tellings["en"], f"{segment.verbatim['en']} {SPEAKERS}") == []


@every_segment
def test_an_empty_telling_lacks_every_entry(name: str) -> None:
    for one in SEGMENTS[name].tellings.values():
        assert one.names
        assert lacks(one, "") == [described(entry) for entry in one.entries]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        pytest.param(("Назарбаев",), "Нұрсұлтан НАЗАРБАЕВПЕН бірге", id="case, case ending"),
        pytest.param(("25 years",), "25\u00a0\n years", id="white space"),
        pytest.param(("ҰК» АҚ",), "ҰК” АҚ-мен", id="quotation marks"),
        pytest.param(("Asia’s",), "of Asia's prosperity", id="apostrophe"),
        pytest.param(("Елбасы", "Назарбаев"), "Назарбаев", id="the second alternative"),
        pytest.param((all_of("joint", "statement"),), "the statement, a joint one", id="any order"),
        pytest.param(("Japan",), "_Japan_", id="marked up"),
        pytest.param(("Қазақстан",), "Жапон-Қазақстан", id="after a hyphen"),
        pytest.param(("$1.5 billion",), "US$1.5 billion", id="after another currency letter"),
        pytest.param(("2015",), "2015.", id="before a full stop"),
    ],
)
def test_an_entry_is_found(entry: Entry, text: str) -> None:
    assert lacks(telling(entry), text) == []


@pytest.mark.parametrize(
    ("entry", "text", "missing"),
    [
        pytest.param(("UN",), "a fund", "UN", id="inside a word"),
        pytest.param(("1 қаңтар",), "11 қаңтар", "1 қаңтар", id="a longer number before"),
        pytest.param(("2015",), "20150", "2015", id="a longer number after"),
        pytest.param(("Абэ", "Japan"), "nobody", "Абэ | Japan", id="no alternative"),
        pytest.param(
            (all_of("joint", "statement"),), "a joint", "joint + statement", id="half of all"
        ),
    ],
)
def test_an_entry_is_reported_missing(entry: Entry, text: str, missing: str) -> None:
    assert lacks(telling(entry), text) == [missing]


def test_names_figures_and_terms_are_all_looked_for() -> None:
    one = Telling(names=(("Japan",),), figures=(("2015",),), terms=(("platform",),))

    assert lacks(one, "") == ["Japan", "2015", "platform"]


def test_only_what_is_missing_is_reported() -> None:
    entries = telling(("Japan",), ("Tokyo",), ("2015",))

    assert lacks(entries, "In 2015, Japan") == ["Tokyo"]


def test_exact_words_are_found_across_white_space_but_not_in_other_words_or_case() -> None:
    assert stands_in("our independence", "of our\n  independence.")
    assert not stands_in("our independence", "of Our independence.")
    assert not stands_in("our independence", "of our own independence.")


@pytest.mark.parametrize(
    "names",
    [
        pytest.param([2015], id="no list"),
        pytest.param([[]], id="no alternative"),
        pytest.param([[""]], id="an empty alternative, found everywhere"),
        pytest.param([[{"all": ["a", "b"], "any": ["c"]}]], id="an unknown key"),
        pytest.param([[{"all": ["alone"]}]], id="all of one"),
        pytest.param([[2015]], id="a number that is no text"),
    ],
)
def test_an_entry_of_another_form_is_refused(names: object) -> None:
    one = {"names": names, "figures": [], "terms": []}

    with pytest.raises(ValidationError, match="names"):
        convert({"tellings": {"en": one}, "verbatim": {}}, Segment)
