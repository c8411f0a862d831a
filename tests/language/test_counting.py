"""Nouns after numbers in Kazakh: always in the singular."""

import pytest

from builder.language import LANGUAGES
from builder.language.faults import Fault

KAZAKH = LANGUAGES["kk"]


def plurals(text: str) -> list[Fault]:
    return [fault for fault in KAZAKH.faults(text) if fault.code == "plural-after-number"]


@pytest.mark.parametrize(
    ("wrong", "singular"),
    [
        ("4 құжаттар", "құжат"),
        ("төрт құжаттар", "құжат"),
        ("Бес елдер", "ел"),
        ("25\u00a0министрлер", "министр"),
        ("1 200 000 адамдар", "адам"),
        ("1,5 миллион теңгелер", "теңге"),
        ("екі тараптар", "тарап"),
        ("жиырма қонақтар", "қонақ"),
        ("3 мәселелер", "мәселе"),
        ("бірнеше келіссөздер", "келіссөз"),
    ],
)
def test_a_plural_after_a_number_is_told_with_its_singular(wrong: str, singular: str) -> None:
    (fault,) = plurals(f"Онда {wrong} болды.")

    assert fault.mend == singular
    assert not fault.is_safe


@pytest.mark.parametrize(
    "wrong",
    ["4 құжаттарға", "төрт құжаттарды", "екі елдердің", "3 министрлеріміз", "екі тараптармен"],
)
def test_with_further_endings_it_is_told_without_one(wrong: str) -> None:
    (fault,) = plurals(wrong)

    assert fault.mend is None


@pytest.mark.parametrize(
    "text",
    [
        "4 құжат, екі елдің, 25 жылдығы, төрт министрлік, үш ұйым",
        "1,5 миллиард доллар, 100 гектар, 5 дәптер, екі лидер, үш дилер, 2 тендер, 10 компьютер",
        "екі доллармен, 3 гектарға, бес лидердің",
        "1990 жылдары, 90 жылдардың басы, 2016–2017 жылдардағы",
        "ЭКСПО-2017 көрмелері, № 4 құжаттар, 1/2 бөліктер",
        "бір елдер, көп елдер, барлық құжаттар",
        "2016 жылғы құжаттар, 7 қарашадағы кездесулер",
        "Олар 4. Құжаттар бөлек.",
        "құжаттардың 4 түрі",
    ],
)
def test_singulars_and_words_that_sound_like_plurals_are_left_alone(text: str) -> None:
    assert plurals(text) == []


def test_other_languages_count_as_they_do() -> None:
    assert list(LANGUAGES["en"].faults("4 documents")) == []
