"""Reading back what a text states in figures: numbers, dates, times, and their ranges."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import cast

from msgspec.structs import replace

from builder.language.reading.dates import (
    DASHES,
    MAY_BE_TIME,
    Item,
    date_in_figures,
    dates,
    time_of_day,
)
from builder.language.reading.facts import YEAR, Bound, Fact, Reading
from builder.language.reading.lexicon import Lexicon, Node
from builder.language.reading.quantities import numbers


def read(text: str, lexicon: Lexicon) -> Reading:
    """Everything a text states in figures and number words."""
    parts = numbers(lexicon.nodes(text), lexicon)
    items = _ranges(list(_items(parts, lexicon)), lexicon)
    return Reading(
        tuple(fact for item in items for fact in item.facts),
        tuple(date for item in items for date in item.dates),
        frozenset(span for item in items for span in item.spans),
        frozenset(pair for item in items for pair in item.pairs),
    )


def _items(parts: Sequence[Node], lexicon: Lexicon) -> Iterator[Item | Node]:
    """Dates, times and numbers as items, whatever else there is as it was."""
    taken = dict(dates(parts, lexicon))
    index = 0
    last_time = -1
    while index < len(parts):
        node = parts[index]
        if index in taken:
            yield taken[index].item()
            index = taken[index].last + 1
        elif node.kind == "date":
            yield date_in_figures(node)
            index += 1
        elif node.kind in MAY_BE_TIME and (
            time := time_of_day(parts, index, lexicon, follows_time=last_time == index - 1)
        ):
            item, index = time
            last_time = index
            yield item
        elif node.kind == "weekday":
            day = Fact("weekday", (int(node.number),), node.start, node.end)
            yield Item([day], node.start, node.end)
            index += 1
        elif node.kind == "number":
            yield Item([_number(node)], node.start, node.end, node.ending, node.scale)
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
        node.bound,
    )


def _ranges(items: list[Item | Node], lexicon: Lexicon) -> list[Item]:
    """The items, with what stands between and beside two of them told to them."""
    for index, item in enumerate(items):
        if isinstance(item, Item):
            _join(items, index, lexicon)
    for index, item in enumerate(items):
        if isinstance(item, Item):
            _bind(items, index)
    return [item for item in items if isinstance(item, Item)]


def _join(items: list[Item | Node], index: int, lexicon: Lexicon) -> None:
    """See whether an item and the next one are the ends of a range, or one and the other."""
    one = items[index]
    following = items[index + 1 : index + 4]
    assert isinstance(one, Item)
    if len(following) > 1 and isinstance(following[1], Item):
        _share_year(one, following[1])
    match following:
        case [Item() as other, Node(kind="after", value="to"), *_] if (
            one.ending in lexicon.ablative
        ):
            _span(one, other)
            items[index + 2] = Node("word", "", other.end, other.end)
        case [Node() as join, Item() as other, *rest]:
            before = items[index - 1] if index else None
            is_between = any(
                isinstance(node, Node) and node.kind == "between" for node in (before, *rest[:1])
            )
            if join.text in DASHES or join.kind == "to" or (join.kind == "and" and is_between):
                _span(one, other)
                if isinstance(before, Node) and before.kind == "from":
                    items[index - 1] = Node("word", before.text, before.start, before.end)
            elif join.kind == "and" and one.facts[0].kind == other.facts[0].kind:
                one.pairs.append((one.facts[0].value, other.facts[0].value))


def _share_year(one: Item, other: Item) -> None:
    """Give the year of one of two days that are joined to both."""
    firsts = [fact for item in (one, other) for fact in item.facts if fact.kind == "day"]
    if len(firsts) == 2 and all(item.facts[0].kind == "day" for item in (one, other)):
        years = {date[0] for item in (one, other) for date in item.dates}
        if len(years) == 1:
            year = years.pop()
            for item, fact in zip((one, other), firsts, strict=True):
                assert isinstance(fact.value, tuple)
                item.dates = [(year, fact.value[0], fact.value[1])]


def _span(one: Item, other: Item) -> None:
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
    one.spans.append((one.facts[0].value, last.value))


def _bind(items: list[Item | Node], index: int) -> None:
    """Tell an item what stands before or after it on how exact it is."""
    item = items[index]
    before = items[index - 1] if index else None
    after = items[index + 1] if index + 1 < len(items) else None
    assert isinstance(item, Item)
    if isinstance(before, Node) and before.kind == "article" and index > 1:
        before = items[index - 2]
    bound = None
    if isinstance(before, Node) and before.kind in {"before", "from"}:
        bound = str(before.value)
    if isinstance(after, Node) and after.kind == "after":
        bound = str(after.value)
    if bound is None:
        return
    item.facts[0] = replace(item.facts[0], bound=cast("Bound", bound))
