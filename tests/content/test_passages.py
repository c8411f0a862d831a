"""Words found in the stored text of their source, and where they begin to differ from it."""

import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.load import load
from builder.content.passages import Difference, Folded, difference, find
from builder.content.segments import segments

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = Folded(
    "Кездесу басында сөйледі.\n– Біз «ашық саясат» үшін\u00a025 жыл  күш саламыз, – деді қонақ.\n"
    "Соңында ынтымақтастық туралы меморандумға қол қойылды.\n"
)


def found(text: str, *, may_go_on: bool = False) -> str | None:
    place = find(text, SOURCE, may_go_on=may_go_on)
    return place and SOURCE.whole[place[0] : place[1]]


@pytest.mark.parametrize(
    "text",
    [
        "Біз «ашық саясат» үшін 25 жыл күш саламыз",
        "Біз “ашық саясат” үшін 25 жыл күш саламыз",
        'Біз "ашық саясат" үшін 25\nжыл күш саламыз',
        "  Біз ‘ашық саясат’ үшін 25\u202fжыл\tкүш саламыз ",
    ],
)
def test_white_space_and_quotation_marks_make_no_difference(text: str) -> None:
    assert found(text) == "Біз «ашық саясат» үшін\u00a025 жыл  күш саламыз"


@pytest.mark.parametrize(
    "text",
    [
        "Біз «ашық саясат» үшін 26 жыл күш саламыз",
        "біз «ашық саясат» үшін 25 жыл күш саламыз",
        "Біз «ашық саясат» үшін 25 жыл, күш саламыз",
        "Біз «ашық саясат» үшiн 25 жыл күш саламыз",
        "Біз ашық саясат үшін 25 жыл күш саламыз",
        "- Біз «ашық саясат» үшін",
        "із «ашық саясат» үшін",
        "ашық саяса",
        "жоқ",
        "[…]",
        "",
    ],
)
def test_nothing_else_may_differ(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Біз […] 25 жыл күш саламыз",
        "Біз [...] күш саламыз […]",
        "[…] Біз «ашық саясат» үшін 25 жыл күш саламыз",
        "Біз [екі ел] «ашық саясат» үшін 25 жыл күш саламыз",
        "Біз «ашық саясат» үшін 25 жыл [бойы] күш […] саламыз",
        "Біз «ашық саясат» үшін 25 жыл күш саламыз [қонақ сөзі]",
    ],
)
def test_brackets_skip_words_or_add_some(text: str) -> None:
    assert found(text) == "Біз «ашық саясат» үшін\u00a025 жыл  күш саламыз"


@pytest.mark.parametrize(
    "text",
    ["күш […] Біз", "Біз [екі ел] 25 жыл", "Біз […] 26 жыл", "Бі[…]саламыз", "сөйле[…]ашық"],
)
def test_what_is_skipped_or_added_is_said_to_be(text: str) -> None:
    assert found(text) is None


def test_brackets_of_the_source_itself_are_kept() -> None:
    source = Folded("Ол [күліп] айтты.")

    assert find("Ол [күліп] айтты", source) == (0, 16)


def test_a_title_may_have_a_further_ending_in_its_source() -> None:
    assert found("ынтымақтастық туралы меморандум", may_go_on=True)
    assert found("ынтымақтастық туралы меморандум") is None
    assert found("тымақтастық туралы меморандум", may_go_on=True) is None


@given(st.text("аб «»\n\t[]…", max_size=40), st.text("аб «»\n\t[]…", max_size=200))
def test_what_is_found_is_what_was_looked_for(text: str, source: str) -> None:
    whole = Folded(source)

    place = find(text, whole)

    if place and "[" not in text:
        assert Folded(source[slice(*place)]).text == Folded(text).text
    elif place is None and Folded(text).text and "[" not in text:
        assert difference(text, whole) is None or isinstance(difference(text, whole), Difference)


@given(st.text("аб \u00a0\n", max_size=80))
def test_each_character_of_a_folded_text_has_its_place_in_the_whole_one(text: str) -> None:
    whole = Folded(text)

    for index, character in enumerate(whole.text):
        there = text[whole.index(index)]
        assert there == character or (there.isspace() and character == " ")


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("Біз «ашық саясат» үшін 26 жыл күш саламыз", "6", "5"),
        ("Біз «ашық саясат» үшін 25 жыл күш салам", "м", "м"),
        ("Біс «ашық саясат» үшін 25 жыл күш саламыз", "с", "з"),
        ("із «ашық саясат» үшін 25 жыл күш саламыз", "і", "і"),
        ("Біз «ашық саясат» […] 26 жыл күш саламыз", "6", "5"),
        ("Біз [де] «ашық саясат» үшін 26 жыл күш саламыз", "6", "5"),
    ],
)
def test_the_first_character_that_differs_is_known_on_both_sides(
    text: str, here: str, there: str
) -> None:
    place = difference(text, SOURCE)

    assert place is not None
    assert (text[place.here], SOURCE.whole[place.there]) == (here, there)


def test_words_that_are_like_nothing_in_the_source_have_no_nearest_passage() -> None:
    assert difference("Xyz zyx", SOURCE) is None


def test_every_changed_letter_of_the_real_quotes_is_found_nearly_always_at_its_place() -> None:
    """Of 2,000 letters replaced, left out or put in, each is told; 19 of 20 to the letter."""
    content = load(ROOT).content
    assert content is not None
    chance = random.Random(2016)  # noqa: S311 (seeded, so that it fails again)
    texts = [t for s in segments(content) for t in s.texts.values() if t.verbatim]
    exact = tried = 0
    while tried < 2000:
        text = chance.choice(texts)
        source = Folded(content.stored[str(text.verbatim)])
        index = chance.randrange(len(text.text))
        put = chance.choice(["ы", "", f"{text.text[index]}ы"])
        changed = f"{text.text[:index]}{put}{text.text[index + 1 :]}"
        if not text.text[index].isalpha() or changed == text.text:
            continue
        tried += 1
        assert find(changed, source) is None, changed
        place = difference(changed, source)
        exact += place is not None and abs(place.here - index) <= 1

    assert exact / tried > 0.95


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("а " * 50_000 + "б", "а " * 200_000),
        ("аб" * 50_000 + "в", "аб" * 200_000),
        ("ба" * 20_000, "аб" * 200_000),
        ("[…]" * 30_000 + "б", "а " * 200_000),
        ("а […] " * 30_000 + "б", "а " * 200_000),
        ("[" * 100_000, "а" * 200_000),
    ],
)
def test_hostile_texts_take_no_longer_than_their_length(text: str, source: str) -> None:
    started = time.perf_counter()

    assert find(text, Folded(source)) is None
    difference(text, Folded(source))

    assert time.perf_counter() - started < 10


def test_pieces_are_looked_for_one_after_the_other() -> None:
    places = [find(f"{word} […] деді", SOURCE) for word in ("Кездесу", "Біз", "күш")]

    assert all(places)
    assert all(one and other and one[0] < other[0] for one, other in pairwise(places))
