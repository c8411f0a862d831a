"""Words of a site with a letter mistaken, known by the site's own words alone."""

import pytest

from builder.language import LANGUAGES, Language
from builder.language.vocabulary import Vocabulary

KAZAKH, ENGLISH = LANGUAGES["kk"], LANGUAGES["en"]
NAMES = ["Қазақстан Республикасы", "Жапонияның Сыртқы істер министрлігі", "Мемлекет басшысы"]
TEXTS = [
    *NAMES,
    *["мемлекеттік сапар, өзара ықпалдастық туралы, бүгінгі келіссөз"] * 5,
    "бөлу бөлу бөлу бөлу бөлу, мемлекеті, мемлекетті",
]


def told(words: str, language: Language = KAZAKH, texts: list[str] = TEXTS) -> list[str | None]:
    vocabulary: Vocabulary = language.vocabulary([*texts, words], NAMES)
    return [fault.mend for fault in vocabulary.faults(words)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("қазакстан", "қазақстан"),
        ("Казакстан", "Қазақстан"),
        ("ҚАЗАКСТАН", "ҚАЗАҚСТАН"),
        ("Қазакстанның", "Қазақстанның"),
        ("министрлигінде", "министрлігінде"),
        ("Сырткы", "Сыртқы"),
        ("мемлекетік", "мемлекеттік"),
        ("Мемлекетік", "Мемлекеттік"),
        ("мемлекетиктің", "мемлекеттіктің"),
        ("келиссоз", "келіссөз"),
        ("ыкпалдастық", "ықпалдастық"),
        ("бугинги", "бүгінгі"),
    ],
)
def test_a_word_that_differs_from_an_own_one_as_slips_do_is_told(wrong: str, right: str) -> None:
    assert told(f"Бұл {wrong} еді") == [right]


@pytest.mark.parametrize(
    "text",
    [
        "мемлекеті мен мемлекетті",  # his state, the state: both are words
        "Қазақстанның министрлігі мемлекеттік келіссөзде",
        "болу",  # three letters and an own one: too short to tell it from бөлу by its stem
        "казак",  # no word of the site begins so
        "сауда, экономика, конференция",
        "",
    ],
)
def test_words_that_are_words_are_not_told(text: str) -> None:
    assert told(text, texts=[*TEXTS, "болу болу"]) == []


def test_a_word_that_stands_nearly_as_often_is_one_of_its_own() -> None:
    assert told("сауыт сауыт", texts=["сауыт", *["сәуіт"] * 5]) == []


def test_of_two_that_may_be_meant_none_is_told() -> None:
    texts = ["тұрғыны тұрғыны тұрғыны тұрғыны тұрғыны түргыны түргыны түргыны түргыны түргыны"]

    assert told("тургыны", texts=texts) == []


def test_a_lost_double_letter_is_told_in_any_language() -> None:
    assert told("The agrement", ENGLISH, ["agreement " * 5]) == ["agreement"]
    assert told("The parties agreed", ENGLISH, ["agreement " * 5]) == []
