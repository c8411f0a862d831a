"""What a language writes, and what people write, is read back as the same facts."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language import LANGUAGES, DateStyle, Language, PartialDate
from builder.language.kk_words import LEXICON as KAZAKH_WORDS
from builder.language.reading.facts import PERCENT, VAGUE, YEAR, Fact, Value
from tests.language.invented import INVENTED
from tests.language.strategies import partial_dates
from tests.language.tables import rows

our_language = st.sampled_from(sorted(LANGUAGES)).map(LANGUAGES.__getitem__)
dates = partial_dates(datetime.date(2999, 12, 31))
numbers = st.decimals("-999999999999", "999999999999", places=3)
CASES = [
    "",
    "ның",
    "нің",
    "дың",
    "ға",
    "ге",
    "қа",
    "ке",
    "ны",
    "ні",
    "да",
    "де",
    "та",
    "те",
    "дағы",
    "тегі",
    "дан",
    "ден",
    "тан",
    "тен",
    "мен",
    "пен",
]
"""The endings of a Kazakh month in its cases, in every form of each."""


def stated(language: Language, text: str) -> list[tuple[str, Value]]:
    """The kind and value of each fact."""
    return [(fact.kind, fact.value) for fact in language.reading.facts(text).facts]


def one(language: str, text: str) -> Fact:
    """The only fact of a text."""
    (fact,) = LANGUAGES[language].reading.facts(text).facts
    return fact


def parts(date: PartialDate) -> list[tuple[str, Value]]:
    """The facts of a date."""
    year: list[tuple[str, Value]] = [("number", Fraction(date.year))]
    if date.month is None:
        return year
    named: Value = (date.month, date.day) if date.day else (date.month,)
    return [("day" if date.day else "month", named), *year]


@given(our_language, dates, st.sampled_from(["full", "short"]))
def test_a_date_is_read_as_it_was_written(
    language: Language, date: PartialDate, style: DateStyle
) -> None:
    reading = language.reading.facts(language.date(date, style))

    assert sorted(map(str, stated(language, language.date(date, style)))) == sorted(
        map(str, parts(date))
    )
    if date.day and date.month:
        assert reading.dates == ((date.year, date.month, date.day),)


@given(dates, st.sampled_from(CASES))
def test_a_kazakh_date_is_the_same_in_every_case(date: PartialDate, ending: str) -> None:
    language = LANGUAGES["kk"]
    written = language.date(date)

    assert sorted(map(str, stated(language, written + ending))) == sorted(map(str, parts(date)))


@given(our_language, dates, dates)
def test_a_range_of_dates_is_read_with_both_its_ends(
    language: Language, one_date: PartialDate, other: PartialDate
) -> None:
    first, last = sorted((one_date, other), key=lambda date: (date.first, date.last))
    if last.certainly_before(first) or first == last:
        return
    read = stated(language, language.date_range(first, last))

    for fact in (*parts(first), *parts(last)):
        assert fact in read


@given(our_language, numbers)
def test_a_number_is_read_with_every_digit(language: Language, value: Decimal) -> None:
    assert stated(language, language.number(value)) == [("number", Fraction(value))]
    assert stated(language, language.large_number(value)) == [("number", Fraction(value))]


@given(our_language, numbers, st.sampled_from(["EUR", "JPY", "KZT", "USD"]))
def test_a_sum_is_read_with_its_currency(
    language: Language, amount: Decimal, currency: str
) -> None:
    (fact,) = language.reading.facts(language.money(amount, currency)).facts

    assert fact.unit == currency
    assert abs(fact.value if isinstance(fact.value, Fraction) else 0) == abs(Fraction(amount))


@given(our_language, st.integers(1, 10**6))
def test_an_ordinal_is_read_as_one(language: Language, rank: int) -> None:
    (fact,) = language.reading.facts(language.ordinal(rank)).facts
    (before_noun,) = language.reading.facts(language.ordinal_with(rank, "сессия")).facts

    assert (fact.value, fact.is_ordinal) == (Fraction(rank), True)
    assert (before_noun.value, before_noun.is_ordinal) == (Fraction(rank), True)


@given(our_language, st.times(), st.times())
def test_times_are_read_to_the_minute(
    language: Language, first: datetime.time, last: datetime.time
) -> None:
    assert stated(language, language.time(first)) == [("time", (first.hour, first.minute))]
    ends = [("time", (time.hour, time.minute)) for time in (first, last)]
    assert stated(language, language.time_range(first, last)) == list(dict.fromkeys(ends))


@pytest.mark.parametrize(("number", "spoken", "kk", "en"), rows("ordinals.tsv"))
def test_a_spoken_ordinal_is_read(number: str, spoken: str, kk: str, en: str) -> None:
    fact = one("kk", spoken)

    assert (fact.value, fact.is_ordinal) == (Fraction(number), True)
    assert one("kk", kk).agrees_with(one("en", en))


@pytest.mark.parametrize("ending", ["", "ның", "ге", "ты", "де", "тен", "мен"])
@pytest.mark.parametrize(
    ("word", "value"), [("жиырма бес", 25), ("үш жүз", 300), ("он мың", 10**4)]
)
def test_a_kazakh_number_is_the_same_in_every_case(word: str, value: int, ending: str) -> None:
    assert one("kk", word + ending).value == value


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("kk", "бір жарым миллиард доллар", 1_500_000_000, "USD"),
        ("en", "one and a half billion dollars", 1_500_000_000, "USD"),
        ("kk", "жарты миллиард иена", 500_000_000, "JPY"),
        ("en", "half a billion yen", 500_000_000, "JPY"),
        ("en", "a billion and a half", 1_500_000_000, None),
        ("kk", "2 миллиард 400 миллион теңге", 2_400_000_000, "KZT"),
        ("kk", "екі жүз елу мың", 250_000, None),
        ("en", "two hundred and fifty thousand", 250_000, None),
        ("en", "a hundred and twenty", 120, None),
        ("en", "US$250,000", 250_000, "USD"),
        ("en", "USD 1.2bn", 1_200_000_000, "USD"),
        ("kk", "1,2 млрд $", 1_200_000_000, "USD"),
        ("kk", "үштен екісі", Fraction(2, 3), None),
        ("en", "two-thirds", Fraction(2, 3), None),
        ("en", "one third", Fraction(1, 3), None),
        ("kk", "12,5%-ға", Fraction(25, 2), PERCENT),
        ("en", "12.5 per cent", Fraction(25, 2), PERCENT),
        ("kk", "екі жарым сағатқа", Fraction(5, 2), "hour"),
        ("en", "an hour and a half", Fraction(3, 2), "hour"),
        ("en", "a year and a half", Fraction(3, 2), "year"),
        ("kk", "2 724,9 шаршы километр", Fraction(27249, 10), "km2"),
        ("kk", "мыңдаған", 1000, VAGUE),
        ("en", "thousands", 1000, VAGUE),
        ("kk", "сексенінші жылдары", 1980, "decade"),
        ("en", "the eighties", 1980, "decade"),
        ("kk", "1990-жылдары", 1990, "decade"),
        ("en", "the 1990s", 1990, "decade"),
        ("kk", "екі мың он жетінші жылы", 2017, YEAR),
        ("kk", "ХХІ", 21, None),
        ("en", "XIV", 14, None),
        ("kk", "60-тан", 60, None),
        ("en", "twenty-fifth", 25, None),
    ],
)
def test_a_number_is_read_however_it_is_written(
    language: str, text: str, value: Fraction, unit: str | None
) -> None:
    fact = one(language, text)

    assert (fact.value, fact.unit) == (value, unit)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Біз бейбітшілік үшін бірге жұмыс істейміз."),
        ("kk", "Онда оның айтқаны жазылған, жер жүзінде."),
        ("kk", "Алтын қоры мен оң нәтиже, жетті."),
        ("en", "This may lead to a march of the august body."),
        ("en", "A third-party copy of a second-hand report."),
    ],
)
def test_words_that_look_like_numbers_are_none(language: str, text: str) -> None:
    facts = LANGUAGES[language].reading.facts(text).facts

    assert [fact for fact in facts if not fact.is_weak] == []


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("kk", "6–9 қараша", (11, 6), (11, 9)),
        ("kk", "6 қарашадан 9 қарашаға дейін", (11, 6), (11, 9)),
        ("kk", "қарашаның 6-сы мен 9-ы аралығында", (11, 6), (11, 9)),
        ("en", "from 6 to 9 November", (11, 6), (11, 9)),
        ("en", "between 6 and 9 November", (11, 6), (11, 9)),
        ("en", "November 6–9", (11, 6), (11, 9)),
        ("kk", "2017 жылдан 2019 жылға дейін", 2017, 2019),
        ("en", "from 2017 to 2019", 2017, 2019),
        ("kk", "5–7 миллион теңге", 5_000_000, 7_000_000),
        ("en", "between 5 and 7 million tenge", 5_000_000, 7_000_000),
    ],
)
def test_a_range_is_told_from_two_values(
    language: str, text: str, first: Value | int, last: Value | int
) -> None:
    reading = LANGUAGES[language].reading.facts(text)

    assert reading.spans == {(first, last)}
    assert not reading.pairs


@pytest.mark.parametrize(
    ("language", "text"), [("kk", "6 және 9 қараша"), ("en", "6 and 9 November")]
)
def test_two_days_are_no_range(language: str, text: str) -> None:
    reading = LANGUAGES[language].reading.facts(text)

    assert reading.pairs == {((11, 6), (11, 9))}
    assert not reading.spans


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("kk", "сағат 18:23-те", (18, 23)),
        ("kk", "сағат 15.30-да", (15, 30)),
        ("kk", "кешкі сағат 6-да", (18, 0)),
        ("en", "at 3.30 p.m.", (15, 30)),
        ("en", "6 pm", (18, 0)),
        ("en", "six o’clock in the evening", (18, 0)),
        ("en", "9 am", (9, 0)),
    ],
)
def test_a_time_is_read_by_the_24_hour_clock(
    language: str, text: str, time: tuple[int, int]
) -> None:
    assert one(language, text).value == time


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("kk", "2017 жылғы 1 қаңтардан бастап", "from"),
        ("en", "as of 1 January 2017", "from"),
        ("kk", "1 қаңтарға дейін", "to"),
        ("en", "until 1 January", "to"),
        ("kk", "400-ге жуық", "about"),
        ("en", "about 400", "about"),
        ("kk", "400-дей", "about"),
        ("kk", "60-тан астам", "from"),
        ("en", "at least a hundred", "from"),
        ("en", "fewer than 400", "to"),
    ],
)
def test_how_exact_a_fact_is_said_to_be(language: str, text: str, bound: str) -> None:
    assert LANGUAGES[language].reading.facts(text).facts[0].bound == bound


def test_a_language_without_words_is_read_in_figures() -> None:
    assert stated(INVENTED, "2016-11-07, 18:23, 400") == [
        ("day", (11, 7)),
        ("number", Fraction(2016)),
        ("time", (18, 23)),
        ("number", Fraction(400)),
    ]


@given(our_language, st.text())
def test_any_text_can_be_read(language: Language, text: str) -> None:
    for fact in language.reading.facts(text).facts:
        assert 0 <= fact.start < fact.end <= len(text)


@pytest.mark.parametrize(
    ("code", "piece"),
    [
        *[(code, piece) for code in LANGUAGES for piece in ("9", "1 234 ", "6–", "1.", "7 7 ")],
        *[("kk", piece) for piece in ("бір ", "жүз мың ", "2016 жылғы 7 ", "үштен ")],
        *[
            ("en", piece)
            for piece in ("twenty-", "a hundred and ", "6 November ", "between 1 and ")
        ],
    ],
)
def test_long_texts_are_read_in_linear_time(code: str, piece: str) -> None:
    """A text that is read in a time that grows as its square would take hours."""
    assert LANGUAGES[code].reading.facts(piece * 20_000).facts


def test_every_stem_has_endings() -> None:
    assert {sense.kind for sense in KAZAKH_WORDS.stems.values()} <= KAZAKH_WORDS.endings.keys()
