"""Quotation marks, dashes, spaces and hidden characters: each language has its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language import LANGUAGES, Language
from builder.language.faults import Fault
from builder.language.typography import unbroken
from tests.language.invented import INVENTED

KAZAKH, ENGLISH = LANGUAGES["kk"], LANGUAGES["en"]
NO_BREAK = "\N{NO-BREAK SPACE}"


def faults(language: Language, text: str) -> list[Fault]:
    found = [fault for fault in language.faults(text) if fault.code != "plural-after-number"]
    return sorted(found, key=lambda fault: fault.start)


def mended(language: Language, text: str, *, safely: bool = True) -> str:
    for fault in reversed(faults(language, text)):
        if fault.mend is not None and (fault.is_safe or not safely):
            text = text[: fault.start] + fault.mend + text[fault.end :]
    return text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (KAZAKH, "«Астана» – қала; «ол “жақсы” деді» деп жазды"),
        (KAZAKH, "«Астана ЭКСПО-2017» ҰК» АҚ пен «Moody’s»"),
        (KAZAKH, "«Қазақстан «Даму» қоры»"),
        (KAZAKH, "сауда-экономикалық, 2016–2017 жылдар, 6–9 қараша"),
        (KAZAKH, "– Иә, – деді ол."),
        (ENGLISH, "“The ‘new’ era” – it’s the editors’ word, the ’90s"),
        (ENGLISH, "the Japan–Kazakhstan statement, 2016–2017, a −5 °C day"),
        (ENGLISH, "A list\n  of lines\nas it came"),
        (INVENTED, "‹a “o” e› e"),
    ],
)
def test_texts_that_are_right_have_no_fault(language: Language, text: str) -> None:
    assert faults(language, text) == []


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        (KAZAKH, '"Астана" қаласы', "«Астана» қаласы"),
        (KAZAKH, "“Астана” қаласы", "«Астана» қаласы"),
        (KAZAKH, "„Астана“ қаласы", "«Астана» қаласы"),
        (KAZAKH, '«ол "жақсы" деді»', "«ол “жақсы” деді»"),
        (KAZAKH, "сапар - ресми", "сапар – ресми"),
        (KAZAKH, "сапар — ресми -- деді", "сапар – ресми – деді"),
        (KAZAKH, "екі  ел", "екі ел"),
        (KAZAKH, "екі\u00a0 ел", "екі ел"),
        (KAZAKH, "қа\u00adзақ \u200bтілі\ufeff", "қазақ тілі"),
        (ENGLISH, "«Astana» city", "“Astana” city"),
        (ENGLISH, '"Astana" city', "“Astana” city"),
        (ENGLISH, "the site's 'word'", "the site’s “word”"),
        (ENGLISH, "he said \"it's 'so' good\"", "he said “it’s ‘so’ good”"),
        (KAZAKH, "- Иә, - деді ол", "– Иә, – деді ол"),
        (ENGLISH, "the editors' word", "the editors’ word"),
        (ENGLISH, "a visit - official", "a visit – official"),
        (INVENTED, '"a"', "‹a›"),
    ],
)
def test_a_machine_may_mend_what_has_one_right_form(
    language: Language, wrong: str, right: str
) -> None:
    assert mended(language, wrong) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (KAZAKH, 'ол "Астана деді', "ол «Астана деді"),
        (ENGLISH, "a visit—official", "a visit – official"),
        (KAZAKH, "2016-2017 жылдар", "2016–2017 жылдар"),
    ],
)
def test_what_could_be_meant_otherwise_is_told_and_left_to_the_editor(
    language: Language, text: str, right: str
) -> None:
    assert mended(language, text) == text
    assert mended(language, text, safely=False) == right


@pytest.mark.parametrize("text", ["2016-11-07", "ISO 8601-1:2019-02", "10-15", "A-2016-2017"])
def test_hyphens_of_codes_and_dates_are_left_alone(text: str) -> None:
    assert faults(ENGLISH, text) == []


def test_runs_in_another_language_have_signs_of_their_own() -> None:
    text = 'The word “«сапар»  - "иә"” is Kazakh.'
    start = text.index("«")

    assert list(ENGLISH.faults(text, [(start, text.index("”"))])) == []


@given(st.text("ab «»“”‘’'\"-–—\n\u00a0\u200b", max_size=60), st.sampled_from(sorted(LANGUAGES)))
def test_mending_comes_to_an_end_and_keeps_the_words(text: str, code: str) -> None:
    language, mends = LANGUAGES[code], [text]
    while (once := mended(language, mends[-1])) != mends[-1]:
        mends.append(once)
        assert len(mends) < 6

    assert [c for c in mends[-1] if c.isalpha()] == [c for c in text if c.isalpha()]


@pytest.mark.parametrize("language", [KAZAKH, ENGLISH, INVENTED])
def test_what_a_language_quotes_itself_is_right(language: Language) -> None:
    text = language.quote(f"A {language.quote('B')} c")

    assert faults(language, text) == []


@pytest.mark.parametrize(
    ("text", "is_neighbouring"),
    [
        ("Президент Казахстана провел переговоры с премьер-министром Японии", True),
        ("Қазақстан Президенті Жапония Премьер-Министрімен келіссөз жүргізді", False),
        ("Токио", False),
    ],
)
def test_a_text_of_some_length_without_letters_of_its_own_is_in_a_neighbouring_language(
    text: str, *, is_neighbouring: bool
) -> None:
    assert KAZAKH.typography.is_neighbouring(text) is is_neighbouring
    assert not ENGLISH.typography.is_neighbouring(text)


@pytest.mark.parametrize(
    "text",
    [
        "Н.~Ә.~Назарбаев 2016~жылғы 7~қарашада~– 25~жыл өткенде",
        "N.~Nazarbayev and S.~Abe, on 7~November 2016, for $1.5~billion",
        "On 28~June 2016 Kazakhstan was elected",
        "The 6~members, 12~Tokyo streets, 500~Дала",
        "№~5~және §~3, G-20 елдері",
        "Тараптар~– екі мемлекет~–",
        "Қазақстан–Жапония, 2016–2017, ЭКСПО-2017 көрмесі",
        "In 2016, 7.5, XXI ғасыр; the plan. A sentence",
        "end of 1991 ",
    ],
)
def test_no_line_ends_between_what_belongs_together(text: str) -> None:
    assert unbroken(text.replace("~", " ")) == text.replace("~", NO_BREAK)
    assert unbroken(text.replace("~", "\n")) == text.replace("~", NO_BREAK)


@given(st.text(alphabet="аЖ a.B12–№ \n", max_size=40))
def test_nothing_but_spaces_is_held(text: str) -> None:
    held = unbroken(text)

    assert held.replace(NO_BREAK, " ").replace("\n", " ") == text.replace("\n", " ")
    assert unbroken(held) == held
