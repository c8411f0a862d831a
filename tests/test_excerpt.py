"""The lines around a place, and a caret that stands under it whatever the letters are."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.problems import Place
from builder.problems.excerpt import WIDTH, Excerpt, excerpt, pointed, read_excerpt

TEXT = "one\ntwo\nthree\nfour\nfive\nsix\n"


def cells(text: str) -> int:
    """How many cells a terminal gives a text, by another way than the one under test."""
    wide = sum(unicodedata.east_asian_width(letter) in ("W", "F") for letter in text)
    return len(text) + wide - sum(unicodedata.category(letter) in ("Mn", "Me") for letter in text)


def line(text: str, column: int, width: int = WIDTH) -> tuple[str, str]:
    return pointed(Excerpt(((1, text),), 1, column), width)


def test_an_excerpt_has_two_lines_on_either_side() -> None:
    assert excerpt(TEXT, Place("a.yaml", 3, 2)) == Excerpt(
        ((1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five")), 3, 2
    )


@pytest.mark.parametrize(
    ("number", "first", "last"), [(1, 1, 3), (2, 1, 4), (5, 3, 6), (6, 4, 6), (7, 5, 7)]
)
def test_an_excerpt_ends_where_the_file_does(number: int, first: int, last: int) -> None:
    """The empty line after the last newline is shown only where it is meant itself."""
    found = excerpt(TEXT, Place("a.yaml", number, 1))

    assert found is not None
    assert [one for one, _ in found.lines] == [*range(first, last + 1)]


@pytest.mark.parametrize("number", [0, 8, 100])
def test_a_place_without_a_line_of_the_text_has_no_excerpt(number: int) -> None:
    assert excerpt(TEXT, Place("a.yaml", number)) is None


def test_a_column_past_the_end_is_right_after_the_line() -> None:
    found = excerpt(TEXT, Place("a.yaml", 1, 50))

    assert found is not None
    assert found.column == 4
    assert pointed(found) == ("one", "   ^")


@pytest.mark.parametrize(
    ("text", "column", "shown", "before"),
    [
        ("speaker: nobody", 10, "speaker: nobody", 9),
        ("кім: ешкім", 6, "кім: ешкім", 5),
        ("\tdate: 2016", 1, "    date: 2016", 0),
        ("\tdate: 2016", 2, "    date: 2016", 4),
        ("a\tb", 3, "a    b", 5),
        ("貿易 trade", 4, "貿易 trade", 5),
        ("ｆｕｌｌ x", 6, "ｆｕｌｌ x", 9),
        ("e\u0301te\u0301 x", 7, "e\u0301te\u0301 x", 4),
        ("a\u0000b", 2, "a\ufffdb", 1),
        ("a\u001b[31mb", 7, "a\ufffd[31mb", 6),
        ("a\u202eb", 3, "a\ufffdb", 2),
    ],
)
def test_the_caret_stands_under_the_column(text: str, column: int, shown: str, before: int) -> None:
    assert line(text, column) == (shown, " " * before + "^")


@pytest.mark.parametrize("column", range(1, 27))
def test_a_long_line_is_cut_around_the_column(column: int) -> None:
    text, caret = line("abcdefghijklmnopqrstuvwxyz", column, 10)

    assert cells(text) <= 10
    assert text.strip("…") in "abcdefghijklmnopqrstuvwxyz"
    assert text.startswith("…") == ("a" not in text)
    assert text.endswith("…") == ("z" not in text)
    assert text[len(caret) - 1] == "abcdefghijklmnopqrstuvwxyz"[column - 1]


@given(st.text(st.characters(exclude_characters="\n\t"), min_size=1), st.data())
def test_the_column_is_always_shown_and_nothing_controls_the_terminal(
    text: str, data: st.DataObject
) -> None:
    column = data.draw(st.integers(1, len(text)))
    shown, caret = line(text, column, 20)

    assert cells(shown) <= 20
    assert cells(shown) >= len(caret) - 1
    assert not any(
        unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in shown
    )
    wanted = text[column - 1]
    if unicodedata.category(wanted)[0] == "L" and len(set(text)) == len(text):
        assert cells(shown[: shown.index(wanted)]) == len(caret) - 1


@pytest.mark.parametrize("body", [b"\xff\xfea\x00", b"caf\xe9\n", b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_text_has_no_excerpt(body: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(body)

    assert read_excerpt(tmp_path, Place("file", 1, 1)) is None


def test_what_is_not_there_or_a_folder_has_no_excerpt(tmp_path: Path) -> None:
    assert read_excerpt(tmp_path, Place("file", 1, 1)) is None
    assert read_excerpt(tmp_path.parent, Place(tmp_path.name, 1, 1)) is None


def test_a_file_is_read_as_content_is(tmp_path: Path) -> None:
    """Without its byte order mark, in NFC, with any line ends: so are columns counted."""
    (tmp_path / "file").write_bytes("\ufeffи\u0306\r\nсан: x\r\n".encode())

    found = read_excerpt(tmp_path, Place("file", 2, 6))

    assert found == Excerpt(((1, "й"), (2, "сан: x")), 2, 6)
