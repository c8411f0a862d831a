"""Comparing what two texts state in figures."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from builder.language.reading.facts import Fact, Reading, Value


class Difference(Struct, frozen=True):
    """What one text states and the other does not, or states otherwise.

    Attributes:
        one: what the first text states, None where it lacks it.
        other: what the second one does.
    """

    one: Fact | None
    other: Fact | None


def differences(one: Reading, other: Reading) -> Iterator[Difference]:
    """What two texts do not state alike."""
    if not one.facts and not other.facts:
        return
    ones, others = _unmatched(one.facts, other.facts)
    found = list(_paired(ones, others))
    yield from found
    if not found:
        yield from _dates(one, other)
        yield from _spans(one, other)


def _unmatched(ones: Sequence[Fact], others: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """What is left when facts that can be the same are taken away, the likest first."""
    candidates = sorted(
        (-fact.likeness(twin), abs(index - place), index, place)
        for index, fact in enumerate(ones)
        for place, twin in enumerate(others)
        if fact.agrees_with(twin)
    )
    taken: set[int] = set()
    given: set[int] = set()
    for _, _, index, place in candidates:
        if index not in taken and place not in given:
            taken.add(index)
            given.add(place)
    return (
        [fact for index, fact in enumerate(ones) if index not in taken],
        [fact for place, fact in enumerate(others) if place not in given],
    )


def _paired(ones: Sequence[Fact], others: Sequence[Fact]) -> Iterator[Difference]:
    """What is left on both sides, each beside what it most likely stands for."""
    rest = list(others)
    for fact in ones:
        alike = [twin for twin in rest if twin.kind == fact.kind]
        twin = max(alike, key=lambda twin: _nearness(fact, twin), default=None)
        if twin is not None:
            rest.remove(twin)
        if not fact.is_weak or (twin is not None and not twin.is_weak):
            yield Difference(fact, twin)
    for fact in rest:
        if not fact.is_weak:
            yield Difference(None, fact)


def _nearness(fact: Fact, twin: Fact) -> tuple[bool, bool, int]:
    return fact.value == twin.value, fact.is_weak == twin.is_weak, fact.likeness(twin)


def _dates(one: Reading, other: Reading) -> Iterator[Difference]:
    """Whole dates that differ though their days and years, apart, do not."""
    if len(one.dates) != len(other.dates):
        return
    ones = list((Counter(one.dates) - Counter(other.dates)).elements())
    others = list((Counter(other.dates) - Counter(one.dates)).elements())
    for first, second in zip(ones, others, strict=True):
        yield Difference(_day(one, first), _day(other, second))


def _day(reading: Reading, date: tuple[int, int, int]) -> Fact | None:
    return _fact(reading, date[1:])


def _fact(reading: Reading, value: Value) -> Fact | None:
    return next((fact for fact in reading.facts if fact.value == value), None)


def _spans(one: Reading, other: Reading) -> Iterator[Difference]:
    """Ranges that are two single values in the other text."""
    for first, last in (one.spans & other.pairs) - other.spans:
        if not _are_neighbours(first, last):
            yield Difference(_fact(one, first), _fact(other, first))
    for first, last in (other.spans & one.pairs) - one.spans:
        if not _are_neighbours(first, last):
            yield Difference(_fact(one, first), _fact(other, first))


def _are_neighbours(first: Value, last: Value) -> bool:
    """Whether nothing lies between two values: 2016–2017 is 2016 and 2017."""
    if isinstance(first, Fraction) and isinstance(last, Fraction):
        return last - first == 1
    return isinstance(first, tuple) and isinstance(last, tuple) and last[-1] - first[-1] == 1
