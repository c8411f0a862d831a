from datetime import time
from typing import cast

import pytest
from hypothesis import given

from builder.language import DateStyle, Language, PartialDate
from tests.language.invented import LANGUAGES_AND_ONE_MORE as LANGUAGES
from tests.language.strategies import any_language, partial_dates
from tests.language.tables import rows


@pytest.mark.parametrize(("code", "style", "value", "expected"), rows("dates.tsv"))
def test_a_date_alone(code: str, style: str, value: str, expected: str) -> None:
    date = PartialDate.parse(value)

    assert LANGUAGES[code].date(date, cast("DateStyle", style)) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_date_is_full_unless_asked_otherwise(code: str) -> None:
    language, date = LANGUAGES[code], PartialDate(2016, 11, 7)

    assert language.date(date) == language.date(date, "full") != language.date(date, "short")


@pytest.mark.parametrize(("code", "first", "last", "expected"), rows("date-ranges.tsv"))
def test_a_range_of_dates(code: str, first: str, last: str, expected: str) -> None:
    written = LANGUAGES[code].date_range(PartialDate.parse(first), PartialDate.parse(last))

    assert written == expected


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("first", "last"), [("2016-11-07", "2016-11-06"), ("2016-11", "2016-10-31"), ("2017", "2016")]
)
def test_a_range_that_ends_before_it_begins_is_refused(code: str, first: str, last: str) -> None:
    with pytest.raises(ValueError, match=f"^{last} is before {first}$"):
        LANGUAGES[code].date_range(PartialDate.parse(first), PartialDate.parse(last))


@given(any_language, partial_dates())
def test_a_range_of_equal_ends_is_that_date(language: Language, date: PartialDate) -> None:
    assert language.date_range(date, date) == language.date(date)


@given(any_language, partial_dates(), partial_dates())
def test_different_dates_are_written_differently(
    language: Language, one: PartialDate, other: PartialDate
) -> None:
    assert (language.date(one) == language.date(other)) is (one == other)
    assert (language.date(one, "short") == language.date(other, "short")) is (one == other)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_time_is_written_on_the_24_hour_clock(code: str) -> None:
    language = LANGUAGES[code]

    assert language.time(time(18, 23)) == "18:23"
    assert language.time(time(9, 5, 59)) == "09:05"
    assert language.time(time(0, 0)) == "00:00"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_range_of_times_may_pass_midnight(code: str) -> None:
    language = LANGUAGES[code]

    assert language.time_range(time(18, 23), time(19, 5)) == "18:23–19:05"
    assert language.time_range(time(23, 30), time(0, 45)) == "23:30–00:45"
    assert language.time_range(time(18, 23), time(18, 23)) == "18:23"
