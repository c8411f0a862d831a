from itertools import pairwise
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builder.language import Language
from tests.language.invented import INVENTED
from tests.language.invented import LANGUAGES_AND_ONE_MORE as LANGUAGES
from tests.language.strategies import any_language
from tests.language.tables import lines, rows

KAZAKH = LANGUAGES["kk"]
any_texts = st.lists(st.text(alphabet="аәқЁйіІҮұяaéÉzZM1２ «»-–ß日̈") | st.text())


@pytest.mark.parametrize("code", ["kk", "en"])
@given(data=st.data())
def test_shuffled_texts_are_put_in_the_order_of_a_dictionary(
    code: str, data: st.DataObject
) -> None:
    expected = lines(f"sorted.{code}.txt")
    shuffled = data.draw(st.permutations(expected))

    assert sorted(shuffled, key=LANGUAGES[code].sort_key) == expected


def test_the_kazakh_words_hold_every_letter_of_the_alphabet() -> None:
    letters = {letter.upper() for word in lines("sorted.kk.txt") for letter in word}

    assert letters >= set(KAZAKH.alphabet)
    assert len(KAZAKH.alphabet) == 42


@pytest.mark.parametrize("code", LANGUAGES)
def test_letters_follow_the_alphabet_small_before_capital(code: str) -> None:
    alphabet = LANGUAGES[code].alphabet
    expected = [form for letter in alphabet for form in (letter.lower(), letter)]

    assert sorted(sorted(expected), key=LANGUAGES[code].sort_key) == expected


def test_an_alphabet_has_an_order_of_its_own() -> None:
    words = ["oma", "mab", "bal", "lam", "alo", "Kai"]

    assert sorted(sorted(words), key=INVENTED.sort_key) == words


@pytest.mark.parametrize(("code", "text", "letter"), rows("index-letters.tsv"))
def test_the_index_letter_of_a_text(code: str, text: str, letter: str) -> None:
    assert LANGUAGES[code].index_letter(text) == letter


@given(any_language, any_texts, st.randoms(use_true_random=False))
def test_order_does_not_depend_on_the_order_before(
    language: Language, texts: list[str], random: Random
) -> None:
    composed = [normalize("NFC", text) for text in texts]
    shuffled = random.sample(composed, len(composed))

    assert sorted(shuffled, key=language.sort_key) == sorted(composed, key=language.sort_key)


@example(KAZAKH, "Θ", "ϴ")  # two capitals of one small letter
@given(any_language, st.text(), st.text())
def test_only_canonically_equal_texts_sort_as_one(language: Language, one: str, other: str) -> None:
    equal = normalize("NFC", one) == normalize("NFC", other)

    assert (language.sort_key(one) == language.sort_key(other)) is equal
    assert language.sort_key(normalize("NFD", one)) == language.sort_key(one)


@given(any_language, any_texts)
def test_texts_of_one_index_letter_stand_together(language: Language, texts: list[str]) -> None:
    letters = [language.index_letter(text) for text in sorted(texts, key=language.sort_key)]
    filed = [letter for letter in letters if letter != "#"]

    places = [language.alphabet.index(letter) for letter in filed]
    assert all(one <= other for one, other in pairwise(places))
