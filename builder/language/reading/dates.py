"""Reading dates and times of day out of numbers, months and the words around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeGuard

from builder.language.reading.facts import YEAR, Fact, Value
from builder.language.reading.lexicon import Lexicon, Node

MAY_BE_TIME = frozenset({"time", "number", "hour", "afternoon", "morning"})
"""Kinds of parts with which a time of day may begin."""

DASHES = frozenset("-‑–—−")


@dataclass(slots=True)
class Item:
    """A number, a time, or the days of one month, with what stands around it."""

    facts: list[Fact]
    start: int
    end: int
    ending: str = ""
    scale: Fraction = Fraction(1)
    dates: list[tuple[int, int, int]] = field(default_factory=list)
    spans: list[tuple[Value, Value]] = field(default_factory=list)
    pairs: list[tuple[Value, Value]] = field(default_factory=list)


@dataclass(slots=True)
class Date:
    """A month with its days and year, from the part at `index` to that at `last`."""

    parts: Sequence[Node]
    index: int
    last: int
    lexicon: Lexicon
    days: list[int] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    year: Node | None = None
    month: Node = field(init=False)

    def __post_init__(self) -> None:
        self.month = self.parts[self.index]

    def read(self) -> "Date":
        """Find what belongs to the month on both sides of it."""
        ending = self.month
        if (follows := self._at(self.last + 1)) and follows.value == "month":
            self.last, ending = self.last + 1, follows
        self._days_before()
        takes_day = self.month.takes_day or ending.ending in self.lexicon.genitive
        if not self.days and takes_day:
            self._days_after()
        around = self._at(self.index - 1), self._at(self.last + 1)
        if any(node and node.kind == "between" for node in around):
            self.joins = ["–"] * len(self.joins)
        before = around[0]
        if before and before.unit == YEAR and before.kind == "number":
            self.year, self.index = before, self.index - 1
        else:
            self._year_after()
        return self

    def _at(self, index: int) -> Node | None:
        return self.parts[index] if 0 <= index < len(self.parts) else None

    def _days_before(self) -> None:
        place = self.index - 1
        if (of := self._at(place)) and of.kind == "of":
            place -= 1
        if not _is_day(self._at(place)):
            return
        while True:
            day, join = self.parts[place], self._at(place - 1)
            self.days.insert(0, int(day.number))
            self.index = place
            if join is None or not _is_join(join) or not _is_day(self._at(place - 2)):
                break
            self.joins.insert(0, join.text if join.kind == "sign" else join.kind)
            place -= 2

    def _days_after(self) -> None:
        place = self.last + 1
        while _is_day(day := self._at(place)) or (day and day.kind == "share"):
            self.days.append(int(day.number))
            self.last = place
            join = self._at(place + 1)
            is_and = bool(join and join.kind == "and" and not self.month.takes_day)
            if join is None or not (join.text in DASHES or join.kind == "to" or is_and):
                break
            self.joins.append("and" if is_and else "–")
            place += 2
        del self.joins[max(len(self.days) - 1, 0) :]

    def _year_after(self) -> None:
        place = self.last + 1
        if (join := self._at(place)) and (join.text == "," or join.kind == "of"):
            place += 1
        year = self._at(place)
        if year is None or year.kind != "number" or year.is_ordinal or not year.is_plain:
            return
        if year.unit in {None, YEAR} and 1000 <= year.number < 3000:
            self.year, self.last = year, place

    def item(self) -> Item:
        """The month and its days as facts, and the number of the year."""
        first, last = self.parts[self.index], self.parts[self.last]
        month = int(self.month.number)
        item = Item([], first.start, last.end, last.ending)
        start = self.parts[self.index + (self.year is first)].start
        end = self.parts[self.last - (self.year is last)].end
        for day in self.days:
            item.facts.append(Fact("day", (month, day), start, end))
        if not self.days:
            item.facts.append(Fact("month", (month,), start, end, is_weak=self._is_weak()))
        if self.year:
            year = int(self.year.number)
            span = self.year.start, self.year.end
            item.facts.append(Fact("number", Fraction(year), *span, unit=YEAR))
            item.dates = [(year, month, day) for day in self.days]
        for one, other, join in zip(self.days, self.days[1:], self.joins, strict=False):
            ends = ((month, one), (month, other))
            if join in DASHES or join == "to":
                item.spans.append(ends)
            else:
                item.pairs.append(ends)
        return item

    def _is_weak(self) -> bool:
        is_other_word = int(self.month.number) in self.lexicon.lone_months
        return is_other_word and self.year is None


def dates(parts: Sequence[Node], lexicon: Lexicon) -> Iterator[tuple[int, Date]]:
    """Each date that has a month in words, with the place of its first part."""
    after = 0
    for index, node in enumerate(parts):
        is_name = not lexicon.has_capital_months or node.text[:1].isupper()
        if node.kind == "month" and is_name:
            date = Date(parts, index, index, lexicon).read()
            if date.index >= after:
                after = date.last + 1
                yield date.index, date


def _is_day(node: Node | None) -> TypeGuard[Node]:
    if node is None or node.kind != "number" or node.unit or node.bound:
        return False
    is_whole = node.is_plain or node.is_ordinal or node.scale == 1
    return is_whole and node.number.denominator == 1 and 1 <= node.number <= 31


def _is_join(node: Node) -> bool:
    return node.kind in {"and", "to"} or node.text in DASHES or node.text == ","


def date_in_figures(node: Node) -> Item:
    """A date in figures: 2016-11-07, 07.11.2016, 11.2016."""
    numbers_in = [int(part) for part in node.text.replace("-", ".").split(".")]
    year, month, *day = numbers_in if "-" in node.text else reversed(numbers_in)
    span = node.start, node.end
    named = Fact("day", (month, *day), *span) if day else Fact("month", (month,), *span)
    item = Item([named, Fact("number", Fraction(year), *span, unit=YEAR)], *span)
    item.dates = [(year, month, day[0])] if day else []
    return item


def time_of_day(
    parts: Sequence[Node], index: int, lexicon: Lexicon, *, follows_time: bool
) -> tuple[Item, int] | None:
    """A time of day that begins at a part, and the index of the part after it."""
    is_late, place = False, index
    while parts[place].kind in {"afternoon", "morning", "hour"} and place + 1 < len(parts):
        is_late |= parts[place].kind == "afternoon"
        place += 1
    node = parts[place]
    is_told = place > index
    may_be = index > 0 and (
        parts[index - 1].text.lower() in lexicon.before_times
        or (index > 1 and parts[index - 1].text in DASHES and follows_time)
    )
    may_be &= "." in node.text or "," in node.text
    end = place + 1
    follows = parts[end].kind if end < len(parts) else ""
    is_told |= may_be or node.unit == "clock" or follows in {"afternoon", "morning"}
    if follows in {"afternoon", "morning"} and (node.kind == "time" or is_told):
        is_late |= follows == "afternoon"
        end += 1
    value = _clock(node, is_told=is_told)
    if value is None or (place > index and parts[place - 1].kind != "hour"):
        return None
    hour, minute = value
    hour += 12 if is_late and hour < 12 else 0
    span = parts[index].start, parts[end - 1].end
    return Item([Fact("time", (hour, minute), *span)], *span, node.ending), end


def _clock(node: Node, *, is_told: bool) -> tuple[int, int] | None:
    if node.kind == "time":
        hour, minute = map(int, node.text.split(":"))
    elif node.kind == "number" and is_told and node.unit in {None, "clock"}:
        _whole, _, decimals = node.text.replace(",", ".").partition(".")
        if decimals and len(decimals) != 2:
            return None
        hour, minute = int(node.number), int(decimals or 0)
        if not decimals and node.number.denominator != 1:
            return None
    else:
        return None
    return (hour, minute) if 0 <= hour <= 24 and minute < 60 else None
