"""What a text states in figures: numbers, days, months and times of day."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Kind = Literal["number", "day", "month", "weekday", "time"]
Bound = Literal["about", "from", "to"]
"""How exact a fact is said to be: near it, from it upwards or onwards, up to it."""

Value = Fraction | tuple[int, ...]

VAGUE = "some number"
"""The unit of what is not a number but its size: thousands of people."""

PERCENT = "percent"

YEAR = "calendar year"
"""The unit of a number that names a year; `year` is that of a span of time."""


class Fact(Struct, frozen=True):
    """One thing stated, and where.

    A date is a day, or a month, and beside it the number of its year, so that it is the same
    thing whether the year stands with the day or apart from it.

    Attributes:
        kind: what is stated.
        value: the number itself; a day as month and day; a month; a day of the
            week, from Monday; a time as hour and minute.
        start: where its words begin in the text.
        end: where they end.
        unit: what is counted, by a name all languages share; None where the text does not say.
        is_ordinal: whether a rank is meant; None where it may be either.
        is_weak: whether languages differ too much in the use of the word to require it (one).
        bound: how exact it is said to be, if that is said.
    """

    kind: Kind
    value: Value
    start: int
    end: int
    unit: str | None = None
    is_ordinal: bool | None = None
    is_weak: bool = False
    bound: Bound | None = None

    def agrees_with(self, other: "Fact") -> bool:
        """Tell whether two facts can be the same: what one leaves open, the other may say."""
        return (
            self.kind == other.kind
            and self.value == other.value
            and self._counts_like(other)
            and _agree(self.is_ordinal, other.is_ordinal)
            and _agree(self.bound, other.bound)
        )

    def _counts_like(self, other: "Fact") -> bool:
        if {self.unit, other.unit} & {PERCENT, VAGUE, "decade"}:
            return self.unit == other.unit
        return _agree(self.unit, other.unit)

    def likeness(self, other: "Fact") -> int:
        """Tell how much of what two facts may leave open is said alike by both."""
        return (
            (self.unit == other.unit)
            + (self.is_ordinal == other.is_ordinal)
            + (self.bound == other.bound)
            + (self.is_weak == other.is_weak)
        )

    def within(self, start: int, end: int) -> "Fact":
        """The same fact, told by more of the text."""
        return replace(self, start=start, end=end)


class Reading(Struct, frozen=True):
    """All that a text states in figures, in its order.

    Attributes:
        facts: each thing stated.
        dates: the dates that are whole: year, month, day, each with its span in the text.
        spans: first and last value of each range.
        pairs: values that are named one and the other, where a range might be meant.
    """

    facts: tuple[Fact, ...]
    dates: tuple[tuple[int, int, int], ...] = ()
    spans: frozenset[tuple[Value, Value]] = frozenset()
    pairs: frozenset[tuple[Value, Value]] = frozenset()


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other
