"""Letters of another script among those of a word: each is found, and no word is blamed wrongly."""

import unicodedata
from itertools import chain

import pytest

from builder.language import LANGUAGES, Language
from builder.language.lookalikes import _TO_CYRILLIC

KAZAKH, ENGLISH = LANGUAGES["kk"], LANGUAGES["en"]


def mended(language: Language, text: str) -> str:
    for fault in reversed(list(language.mixed_scripts(text))):
        assert fault.mend is not None
        text = text[: fault.start] + fault.mend + text[fault.end :]
    return text


# Each word is right as it stands; each of its letters that has a twin is replaced by it in turn.
WORDS = (
    "Қазақстан",
    "Жапония",
    "Токио",
    "Астана",
    "Президенті",
    "Премьер-Министрі",
    "мемлекет",
    "ынтымақтастық",
    "әріптестік",
    "меморандум",
    "шарт",
    "келіссөз",
    "кездесу",
    "сапар",
    "сауда",
    "экономикалық",
    "мәдени",
    "саясат",
    "достық",
    "қауіпсіздік",
    "өркендеуі",
    "Һиросима",
    "һәм",
    "ХХІ",
    "ЭКСПО",
    "ДЖЕТРО",
    "ҰК",
    "АҚ",
    "Абэ",
    "Назарбаев",
    "құжат",
    "ресми",
    "үкімет",
    "өңір",
    "тұрақты",
    "елшілік",
    "көрме",
    "іскер",
    "мүшесі",
    "тәуелсіздік",
    "бүгін",
    "теңіз",
    "кеңес",
    "сыртқы",
    "ядролық",
)


@pytest.mark.parametrize("word", WORDS)
def test_every_letter_that_was_exchanged_for_its_twin_is_found_and_mended(word: str) -> None:
    twins = {
        cyrillic: latin for latin, alike in _TO_CYRILLIC.items() for cyrillic in alike if alike
    }
    changed = 0
    for index, letter in enumerate(word):
        if letter in twins:
            wrong = f"{word[:index]}{twins[letter]}{word[index + 1 :]}"
            (fault,) = KAZAKH.mixed_scripts(f"Бұл {wrong} еді")
            assert (fault.code, fault.start) == ("mixed-script", 4 + index)
            if fault.is_safe:
                assert mended(KAZAKH, wrong) == word
            changed += 1
    assert changed


@pytest.mark.parametrize(
    "text",
    [
        "YouTubeте Expoның JETRO-ның EXPO-2017 B2B",  # each letter of either script has its reason
        "XXI ғасыр, V съезд, «Moody’s», A тобы",
        "C. Smith",
        "Қ. Тоқаев пен С.Абэ",
        "https://example.kz/қазақ",
        "",
    ],
)
def test_words_that_mix_scripts_with_a_reason_are_left_alone(text: str) -> None:
    assert list(KAZAKH.mixed_scripts(text)) == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        (KAZAKH, "C. Абэ", "С. Абэ"),
        (KAZAKH, "H.Назарбаев", "Н.Назарбаев"),
        (KAZAKH, "EХPO көрмесі", "EXPO көрмесі"),
        (KAZAKH, "ХXI ғасыр", "XXI ғасыр"),
        (KAZAKH, "Xиpocимa", "Хиросима"),
        (ENGLISH, "Kаzakhstan", "Kazakhstan"),
        (ENGLISH, "the раре was", "the pape was"),
        (ENGLISH, "а visit", "a visit"),
        (ENGLISH, "Ѕ. Abe", "S. Abe"),
    ],
)
def test_a_word_goes_to_the_script_of_most_of_its_letters_or_the_languages(
    language: Language, wrong: str, right: str
) -> None:
    assert mended(language, wrong) == right


def test_a_letter_that_looks_like_two_is_not_mended_by_machine() -> None:
    (fault,) = KAZAKH.mixed_scripts("Yкімет")

    assert (fault.mend, fault.is_safe) == ("Ү", False)


def test_twins_are_letters_of_the_two_scripts_and_of_the_same_case() -> None:
    for latin, cyrillic in ((a, b) for a, alike in _TO_CYRILLIC.items() for b in alike):
        assert unicodedata.name(latin).startswith("LATIN")
        assert unicodedata.name(cyrillic).startswith("CYRILLIC")
        assert latin.isupper() == cyrillic.isupper()


def test_all_kazakh_letters_that_have_a_twin_are_known() -> None:
    known = set(chain.from_iterable(_TO_CYRILLIC.values()))

    assert set("аеорсухіһәАВЕКМНОРСТХІӘҮ") <= known


def test_a_long_word_takes_no_longer_than_its_length() -> None:
    assert len(list(KAZAKH.mixed_scripts("аa" * 100_000))) == 1
