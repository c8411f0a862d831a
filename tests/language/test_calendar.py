from datetime import date

import pytest
from hypothesis import given

from builder.language import PartialDate
from tests.language.strategies import partial_dates


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("2016", PartialDate(2016), date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-11", PartialDate(2016, 11), date(2016, 11, 1), date(2016, 11, 30)),
        ("2016-02", PartialDate(2016, 2), date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-11-07", PartialDate(2016, 11, 7), date(2016, 11, 7), date(2016, 11, 7)),
        ("1000", PartialDate(1000), date(1000, 1, 1), date(1000, 12, 31)),
        ("9999-12-31", PartialDate(9999, 12, 31), date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_date_means_every_day_it_may_be(
    text: str, value: PartialDate, first: date, last: date
) -> None:
    assert PartialDate.parse(text) == value
    assert (value.first, value.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("", "16", "201", "20161107", "2016-1", "2016-11-7", "2016-", "2016-11-", "2016-11-07-01"),
        *(" 2016", "2016\n", "2016/11", "7 November 2016", "2016-11-07T10:00", "-2016", "+2016"),
        *("２０１６", "٢٠١٦", "2016‐11", "2016-W45", "2016-312"),
    ],
)
def test_a_text_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not of the form 2016, 2016-11 or 2016-11-07"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0999", "the year 999 is not between 1000 and 9999"),
        ("0000-01", "the year 0 is not between 1000 and 9999"),
        ("2016-00", "there is no month 00"),
        ("2016-13-01", "there is no month 13"),
        ("2016-11-00", "2016-11 has no day 00"),
        ("2016-11-31", "2016-11 has no day 31"),
        ("2015-02-29", "2015-02 has no day 29"),
        ("1900-02-29", "1900-02 has no day 29"),
    ],
)
def test_a_date_that_never_was_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        PartialDate.parse(text)


def test_a_day_without_its_month_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"^the day 7 stands without its month$"):
        PartialDate(2016, None, 7)


def test_a_year_of_five_digits_cannot_be_made() -> None:
    with pytest.raises(ValueError, match=r"^the year 10000 is not between 1000 and 9999$"):
        PartialDate(10000)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2016", "2017", True),
        ("2016", "2016-11", False),
        ("2016-11", "2016", False),
        ("2016-10", "2016-11-01", True),
        ("2016-11-06", "2016-11-07", True),
        ("2016-11-07", "2016-11-07", False),
        ("2016-11-08", "2016-11-07", False),
        ("2016-12-31", "2017", True),
    ],
)
def test_a_date_is_certainly_before_another_only_if_no_day_is_shared(
    one: str, other: str, *, before: bool
) -> None:
    assert PartialDate.parse(one).certainly_before(PartialDate.parse(other)) is before


@given(partial_dates())
def test_a_date_written_as_iso_is_read_back(value: PartialDate) -> None:
    assert PartialDate.parse(value.isoformat()) == value


@given(partial_dates())
def test_a_date_is_never_before_itself(value: PartialDate) -> None:
    assert value.first <= value.last
    assert not value.certainly_before(value)


@given(partial_dates(), partial_dates())
def test_two_dates_are_never_each_before_the_other(one: PartialDate, other: PartialDate) -> None:
    assert not (one.certainly_before(other) and other.certainly_before(one))
