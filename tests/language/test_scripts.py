import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language import LANGUAGES
from builder.language.scripts import script
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.language.tables import items, rows


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        *(("a", "LATIN"), ("É", "LATIN"), ("ə", "LATIN"), ("ә", "CYRILLIC"), ("Ґ", "CYRILLIC")),
        *(("α", "GREEK"), ("日", "CJK"), ("か", "HIRAGANA"), ("한", "HANGUL"), ("ي", "ARABIC")),
        *((sign, None) for sign in "1½№€— .«µªºʼ\u0301\ufe0f"),
    ],
)
def test_the_script_of_a_character(character: str, expected: str | None) -> None:
    assert script(character) == expected


@pytest.mark.parametrize(("code", "text", "expected"), rows("foreign-runs.tsv"))
def test_runs_that_cannot_be_in_the_language(code: str, text: str, expected: str) -> None:
    assert LANGUAGES_AND_ONE_MORE[code].foreign_runs(text) == items(expected)


@given(st.text())
def test_a_run_begins_and_ends_with_a_letter_of_another_script(text: str) -> None:
    runs = LANGUAGES["en"].foreign_runs(text)

    assert all(script(run[0]) and script(run[-1]) for run in runs)
    assert not any(script(character) == "LATIN" for run in runs for character in run)


@given(st.text(alphabet="АаӘәҚқ 0123.,«»–"))
def test_kazakh_letters_are_at_home_in_kazakh_alone(text: str) -> None:
    assert LANGUAGES["kk"].foreign_runs(text) == ()
    assert bool(LANGUAGES["en"].foreign_runs(text)) is any(letter.isalpha() for letter in text)


@pytest.mark.parametrize("piece", ["a", "a.", "a@", "a-", "http://", "а", "а "])
def test_a_long_text_takes_no_longer_than_its_length(piece: str) -> None:
    """A search that is not linear would take minutes here."""
    text = piece * 100_000

    expected = (text[:-1],) if piece in {"a.", "a-"} else ()
    assert LANGUAGES["kk"].foreign_runs(text) == expected
