"""Writing dates, times and their ranges by the patterns of a language."""

from datetime import time

from msgspec import Struct

from builder.language.calendar import PartialDate

_CLOSED = "–"  # between single words or figures: 6–9 November
_SPACED = " – "  # between ends that hold spaces: 30 October – 2 November 2016


class DatePatterns(Struct, frozen=True, kw_only=True):
    """How one language writes dates in one style; `{...}` is where a part goes.

    Attributes:
        months: the names (or figures) of the twelve months.
        day: a day in its month, from `{day}` and `{month}`.
        in_year: a day or month in its year, from `{part}` and `{year}`.
        year: a year standing alone, from `{year}`.
        years: a range of years standing alone, from `{years}`.
    """

    months: tuple[str, ...]
    day: str
    in_year: str
    year: str = "{year}"
    years: str = "{years}"

    def date(self, value: PartialDate) -> str:
        """Write a date that stands alone, as in a heading."""
        if value.month is None:
            return self.year.format(year=value.year)
        return self.in_year.format(year=value.year, part=self._in_month(value))

    def date_range(self, first: PartialDate, last: PartialDate) -> str:
        """Write the days, months or years from `first` to `last`, naming each part once.

        Ends of unequal precision are written out in full, because a shared part would
        hide which end is known better.

        Raises:
            ValueError: `last` is certainly before `first`.
        """
        if last.certainly_before(first):
            raise ValueError(f"{last.isoformat()} is before {first.isoformat()}")
        if first == last:
            return self.date(first)
        if _precision(first) == _precision(last):
            if first.month is None:
                return self.years.format(years=f"{first.year}{_CLOSED}{last.year}")
            if first.year == last.year:
                return self.in_year.format(year=first.year, part=self._within_year(first, last))
        return f"{self.date(first)}{_SPACED}{self.date(last)}"

    def _in_month(self, value: PartialDate) -> str:
        month = self._month(value)
        return month if value.day is None else self.day.format(day=str(value.day), month=month)

    def _within_year(self, first: PartialDate, last: PartialDate) -> str:
        if first.day is None:
            return f"{self._month(first)}{_CLOSED}{self._month(last)}"
        if first.month == last.month:
            days = f"{first.day}{_CLOSED}{last.day}"
            return self.day.format(day=days, month=self._month(first))
        return f"{self._in_month(first)}{_SPACED}{self._in_month(last)}"

    def _month(self, value: PartialDate) -> str:
        return self.months[(value.month or 1) - 1]


def clock(value: time) -> str:
    """Write a time of day on the 24-hour clock, to the minute, as a clock without seconds does."""
    return value.strftime("%H:%M")


def clock_range(first: time, last: time) -> str:
    """Write the hours from `first` to `last`, which may lie past midnight."""
    start, end = clock(first), clock(last)
    return start if start == end else f"{start}{_CLOSED}{end}"


def _precision(value: PartialDate) -> tuple[bool, bool]:
    return value.month is not None, value.day is not None
