"""Dates as sources state them: to the day, to the month, or to the year alone."""

import re
from calendar import monthrange
from datetime import date
from typing import Self

from msgspec import Struct

_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class PartialDate(Struct, frozen=True):
    """A date of the Gregorian calendar, known to the day, the month or the year.

    Partial dates have no order of their own, since 2016 is neither before nor after
    2016-11: see `certainly_before`.

    Raises:
        ValueError: there is no such year (1000 to 9999), month or day, or a day stands
            without its month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1000 <= self.year <= 9999:
            raise ValueError(f"the year {self.year} is not between 1000 and 9999")
        if self.month is None:
            if self.day is not None:
                raise ValueError(f"the day {self.day} stands without its month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month:02}")
        if self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise ValueError(f"{self.year}-{self.month:02} has no day {self.day:02}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2016`, `2016-11` or `2016-11-07` (ISO 8601, calendar dates, extended form).

        Raises:
            ValueError: the text has another form, or there is no such date.
        """
        if not _ISO.fullmatch(text):
            raise ValueError(f"{text!r} is not of the form 2016, 2016-11 or 2016-11-07")
        return cls(*map(int, text.split("-")))

    def isoformat(self) -> str:
        """Give the text that `parse` reads."""
        parts = (part for part in (self.month, self.day) if part is not None)
        return "-".join([str(self.year), *(f"{part:02}" for part in parts)])

    @property
    def first(self) -> date:
        """The first day that may be meant."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that may be meant."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def certainly_before(self, other: "PartialDate") -> bool:
        """Tell whether every day this may mean comes before every day the other may mean."""
        return self.last < other.first


def is_date(text: str) -> bool:
    """Whether a text is a date, known to the day, the month or the year."""
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True
