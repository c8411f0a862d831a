"""Sentences are told apart as a reader tells them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language.en import ENGLISH
from builder.language.kk import KAZAKH


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence", 1),
        ("One sentence.", 1),
        ("One. Two.", 2),
        ("He met Mr. Abe. They spoke.", 2),
        ("S. Abe spoke. N. Nazarbayev answered.", 2),
        ("No. 5 was signed.", 1),
        ("It grew by 1.5 per cent. It fell by 2.", 2),
        ("“We agree.” They did.", 2),
        ("They agreed (in part). Then they left.", 2),
        ("Wait… what? Yes!", 2),
        ("25 years passed. 26 January came.", 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_english_sentences(text: str, count: int) -> None:
    assert len(ENGLISH.sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Н.Назарбаев сөйледі. С. Абэ жауап берді.", 2),
        ("Сауда 1,5 млрд. долларға жетті.", 1),
        ("2016 ж. қарашада кездесті. Құжаттарға қол қойылды.", 2),
        ("«Біз келістік». Олар солай деді.", 2),
        ("Қазақстан, Жапония, т.б. елдер қатысты.", 1),
    ],
)
def test_kazakh_sentences(text: str, count: int) -> None:
    assert len(KAZAKH.sentences(text)) == count


@given(st.text())
def test_no_sign_but_white_space_is_outside_a_sentence(text: str) -> None:
    spans = ENGLISH.sentences(text)

    rest, last = "", 0
    for start, end in spans:
        assert start < end
        rest += text[last:start]
        last = end
    assert not (rest + text[last:]).strip()
