"""Words broken into lines: as large as there is room for, of even width, cut off at the last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.lines import Box, fitted

WORDS = st.lists(st.text("аәбвгд", min_size=1, max_size=12), min_size=1, max_size=60)


def wide(text: str) -> float:
    """Every character is half as wide as it is high."""
    return len(text) / 2


def test_a_short_text_takes_the_largest_size() -> None:
    assert fitted("two suns", Box(1000, 300, 1.2), range(60, 20, -2), wide) == (60, ("two suns",))


def test_lines_are_of_even_width() -> None:
    text = "one two three four five six seven eight nine ten"

    _, lines = fitted(text, Box(360, 100, 1), (20,), wide)

    assert lines == ("one two three four five", "six seven eight nine ten")


def test_a_no_break_space_holds() -> None:
    _, lines = fitted("one two\u00a0– three", Box(80, 100, 1), (20,), wide)

    assert lines == ("one", "two\u00a0–", "three")


def test_only_what_does_not_fit_in_any_size_is_cut_off() -> None:
    text = "one two, three four five"

    assert fitted(text, Box(80, 40, 1), (40, 20), wide) == (20, ("one two,", "three…"))
    assert fitted(text, Box(80, 80, 1), (40, 20), wide) == (
        20,
        ("one two,", "three", "four", "five"),
    )


def test_a_word_without_room_is_cut_off() -> None:
    assert fitted("abcdefghijkl", Box(60, 20, 1), (20,), wide) == (20, ("abcde…",))


@given(words=WORDS, width=st.integers(60, 600), height=st.integers(30, 400))
def test_lines_stay_in_their_box_and_nothing_but_the_end_is_lost(
    words: list[str], width: int, height: int
) -> None:
    text = " ".join(words)

    size, lines = fitted(text, Box(width, height, 1.2), (40, 30, 20), wide)

    assert lines
    assert all(wide(line) * size <= width for line in lines)
    assert len(lines) == 1 or len(lines) * size * 1.2 <= height
    if "…" not in "".join(lines):
        assert " ".join(lines) == text


@pytest.mark.parametrize("text", ["", " "])
def test_nothing_is_an_empty_line(text: str) -> None:
    _, lines = fitted(text, Box(100, 100, 1), (20,), wide)

    assert "".join(lines).strip() == ""
