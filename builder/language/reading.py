"""Reading back what a text states in figures: numbers, dates, times, and their ranges."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import cast

from builder.language.facts import YEAR, Bound, Fact, Kind, Reading, Value
from builder.language.quantities import numbers
from builder.language.vocabulary import Node, Vocabulary

_DASHES = frozenset("-‑–—−")
_INSERTION = "[]"


@dataclass(slots=True)
class _Item:
    """A number, a time, or the days of one month, with what stands around it."""

    facts: list[Fact]
    start: int
    end: int
    ending: str = ""
    scale: Fraction = Fraction(1)
    dates: list[tuple[int, int, int]] = field(default_factory=list)
    spans: list[tuple[Value, Value]] = field(default_factory=list)
    pairs: list[tuple[Value, Value]] = field(default_factory=list)


def read(text: str, vocabulary: Vocabulary) -> Reading:
    """Everything a text states in figures and number words."""
    parts = numbers(vocabulary.nodes(text), vocabulary)
    items = _ranges(list(_items(parts, vocabulary)), vocabulary)
    return Reading(
        tuple(fact for item in items for fact in item.facts),
        tuple(date for item in items for date in item.dates),
        frozenset(span for item in items for span in item.spans),
        frozenset(pair for item in items for pair in item.pairs),
    )


def _items(parts: Sequence[Node], vocabulary: Vocabulary) -> Iterator[_Item | Node]:
    """Dates, times and numbers as items, whatever else there is as it was."""
    taken = dict(_dates(parts, vocabulary))
    index = 0
    while index < len(parts):
        node = parts[index]
        if index in taken:
            yield taken[index].item()
            index = taken[index].last + 1
        elif node.kind == "date":
            yield _figures_of_date(node)
            index += 1
        elif time := _time(parts, index, vocabulary):
            item, index = time
            yield item
        elif node.kind == "number":
            yield _Item([_number(node)], node.start, node.end, node.ending, node.scale)
            index += 1
        else:
            yield node
            index += 1


def _number(node: Node) -> Fact:
    return Fact(
        "number",
        node.number,
        node.start,
        node.end,
        node.unit,
        node.is_ordinal,
        node.is_weak,
        cast("Bound | None", node.bound),
    )


@dataclass(slots=True)
class _Date:
    """A month with its days and year, from the part at `index` to that at `last`."""

    parts: Sequence[Node]
    index: int
    last: int
    vocabulary: Vocabulary
    days: list[int] = field(default_factory=list)
    joins: list[str] = field(default_factory=list)
    year: Node | None = None
    month: Node = field(init=False)

    def __post_init__(self) -> None:
        self.month = self.parts[self.index]

    def read(self) -> "_Date":
        """Find what belongs to the month on both sides of it."""
        ending = self.month
        if (follows := self._at(self.last + 1)) and follows.value == "month":
            self.last, ending = self.last + 1, follows
        self._days_before()
        takes_day = self.month.takes_day or ending.ending in self.vocabulary.genitive
        if not self.days and takes_day:
            self._days_after()
        before = self._at(self.index - 1)
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
        while _is_day(self._at(place)):
            self.days.append(int(self.parts[place].number))
            self.last = place
            join = self._at(place + 1)
            if join is None or not (join.text in _DASHES or join.kind == "to"):
                break
            self.joins.append("–")
            place += 2
        del self.joins[max(len(self.days) - 1, 0) :]

    def _year_after(self) -> None:
        place = self.last + 1
        if (join := self._at(place)) and (join.text == "," or join.kind == "of"):
            place += 1
        year = self._at(place)
        if year and year.kind == "number" and year.is_plain and year.unit in {None, YEAR}:
            if 1000 <= year.number < 3000 and not year.is_ordinal:
                self.year, self.last = year, place

    def item(self) -> _Item:
        """The month and its days as facts, and the number of the year."""
        first, last = self.parts[self.index], self.parts[self.last]
        month = int(self.month.number)
        item = _Item([], first.start, last.end, last.ending)
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
            if join in _DASHES or join == "to":
                item.spans.append(ends)
            else:
                item.pairs.append(ends)
        return item

    def _is_weak(self) -> bool:
        is_other_word = int(self.month.number) in self.vocabulary.lone_months
        return is_other_word and self.year is None


def _dates(parts: Sequence[Node], vocabulary: Vocabulary) -> Iterator[tuple[int, _Date]]:
    after = 0
    for index, node in enumerate(parts):
        is_name = not vocabulary.has_capital_months or node.text[:1].isupper()
        if node.kind == "month" and is_name:
            date = _Date(parts, index, index, vocabulary).read()
            if date.index >= after:
                after = date.last + 1
                yield date.index, date


def _is_day(node: Node | None) -> bool:
    if node is None or node.kind != "number" or node.unit or node.bound:
        return False
    is_whole = node.is_plain or node.is_ordinal or node.scale == 1
    return is_whole and node.number.denominator == 1 and 1 <= node.number <= 31


def _is_join(node: Node) -> bool:
    return node.kind in {"and", "to"} or node.text in _DASHES or node.text == ","


def _figures_of_date(node: Node) -> _Item:
    """A date in figures: 2016-11-07, 07.11.2016, 11.2016."""
    numbers_in = [int(part) for part in node.text.replace("-", ".").split(".")]
    year, month, *day = numbers_in if "-" in node.text else reversed(numbers_in)
    span = node.start, node.end
    named = Fact("day", (month, *day), *span) if day else Fact("month", (month,), *span)
    item = _Item([named, Fact("number", Fraction(year), *span, unit=YEAR)], *span)
    item.dates = [(year, month, *day)] if day else []
    return item


def _time(
    parts: Sequence[Node], index: int, vocabulary: Vocabulary
) -> tuple[_Item, int] | None:
    """A time of day that begins at a part, and the index of the part after it."""
    is_late, place = False, index
    while parts[place].kind in {"afternoon", "morning", "hour"} and place + 1 < len(parts):
        is_late |= parts[place].kind == "afternoon"
        place += 1
    node = parts[place]
    is_told = place > index or parts[index - 1].text.lower() in vocabulary.before_times
    end = place + 1
    follows = parts[end].kind if end < len(parts) else ""
    is_told |= node.unit == "clock" or follows in {"afternoon", "morning"}
    if follows in {"afternoon", "morning"} and (node.kind == "time" or is_told):
        is_late |= follows == "afternoon"
        end += 1
    value = _clock(node, is_told=is_told)
    if value is None or (place > index and parts[place - 1].kind != "hour"):
        return None
    hour, minute = value
    hour += 12 if is_late and hour < 12 else 0
    span = parts[index].start, parts[end - 1].end
    return _Item([Fact("time", (hour, minute), *span)], *span, node.ending), end


def _clock(node: Node, *, is_told: bool) -> tuple[int, int] | None:
    if node.kind == "time":
        hour, minute = map(int, node.text.split(":"))
    elif node.kind == "number" and is_told and node.unit in {None, "clock"}:
        whole, _, decimals = node.text.replace(",", ".").partition(".")
        if decimals and len(decimals) != 2:
            return None
        hour, minute = int(node.number), int(decimals or 0)
        if not decimals and node.number.denominator != 1:
            return None
    else:
        return None
    return (hour, minute) if 0 <= hour <= 24 and minute < 60 else None


def _ranges(items: list[_Item | Node], vocabulary: Vocabulary) -> list[_Item]:
    """The items, with what stands between and beside two of them told to them."""
    for index, item in enumerate(items):
        if isinstance(item, _Item):
            _join(items, index, vocabulary)
    for index, item in enumerate(items):
        if isinstance(item, _Item):
            _bind(items, index)
    return [item for item in items if isinstance(item, _Item)]


def _join(items: list[_Item | Node], index: int, vocabulary: Vocabulary) -> None:
    """See whether an item and the next one are the ends of a range, or one and the other."""
    one = items[index]
    following = items[index + 1 : index + 4]
    assert isinstance(one, _Item)
    match following:
        case [_Item() as other, Node(kind="after", value="to"), *_] if (
            one.ending in vocabulary.ablative
        ):
            _span(one, other)
            items[index + 2] = Node("word", "", other.end, other.end)
        case [Node() as join, _Item() as other, *rest]:
            before = items[index - 1] if index else None
            is_between = any(
                isinstance(node, Node) and node.kind == "between" for node in (before, *rest[:1])
            )
            if join.text in _DASHES or join.kind == "to" or (join.kind == "and" and is_between):
                _span(one, other)
                if isinstance(before, Node) and before.kind == "from":
                    items[index - 1] = Node("word", before.text, before.start, before.end)
            elif join.kind == "and" and one.facts[0].kind == other.facts[0].kind:
                one.pairs.append((one.facts[0].value, other.facts[0].value))


def _span(one: _Item, other: _Item) -> None:
    """Make two items the ends of a range, which share a scale, a unit and a year."""
    first, last = one.facts[0], other.facts[0]
    if first.kind != last.kind:
        return
    if first.kind == "number" and isinstance(first.value, Fraction):
        scale = other.scale if one.scale == 1 and first.value < 1000 else Fraction(1)
        assert isinstance(last.value, Fraction)
        if first.value * scale > last.value:
            return
        unit = first.unit or (last.unit if last.unit != YEAR or first.value >= 1000 else None)
        one.facts[0] = Fact(
            "number",
            first.value * scale,
            first.start,
            first.end,
            unit,
            last.is_ordinal if first.is_ordinal is None else first.is_ordinal,
        )
    if first.kind == "day" and len(one.facts) == len(other.facts) == 1:
        one.dates, other.dates = [], []
    one.spans.append((one.facts[0].value, last.value))


def _bind(items: list[_Item | Node], index: int) -> None:
    """Tell an item what stands before or after it on how exact it is."""
    item = items[index]
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    assert isinstance(item, _Item)
    bound = None
    if isinstance(before, Node) and before.kind in {"before", "from"}:
        bound = str(before.value)
    if isinstance(after, Node) and after.kind == "after":
        bound = str(after.value)
    if bound is None:
        return
    fact = item.facts[0]
    item.facts[0] = Fact(
        cast("Kind", fact.kind),
        fact.value,
        fact.start,
        fact.end,
        fact.unit,
        fact.is_ordinal,
        fact.is_weak,
        cast("Bound", bound),
    )
