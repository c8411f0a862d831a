"""Reading what is told with a number: its ending, what it counts, what ranks by it."""

import itertools
from collections.abc import Sequence

from builder.language.reading.facts import YEAR
from builder.language.reading.lexicon import STARTS, Lexicon, Node
from builder.language.reading.numerals import HUNDRED, HYPHENS, Numeral, one_and_a_half

_NUMBER_MARKS = frozenset({"№", "#"})
_CENTURY = 1900  # of decades that are named without one: the eighties


def numbers(nodes: Sequence[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes of a text, with those that make one number as one node of the kind `number`."""
    found: list[Node] = []
    index = 0
    while index < len(nodes):
        if number := one_and_a_half(nodes, index):
            found.append(number)
            index += 5
        elif nodes[index].kind in STARTS:
            first = nodes[index]
            number, index = Numeral(nodes, index, lexicon).read()
            if first.kind == "figure" and nodes[index - 1].kind == "figure":
                index = _joined_to_figure(number, nodes, index, lexicon)
            index = _counted(number, nodes, index, lexicon)
            number.end = nodes[index - 1].end
            if found:
                _told_before(number, found, lexicon)
            found.append(number)
        else:
            found.append(nodes[index])
            index += 1
    return found


def _joined_to_figure(number: Node, nodes: Sequence[Node], index: int, lexicon: Lexicon) -> int:
    """Read what is joined to a figure: 6th, 6-шы, 6-отырыс, 60-тан, 1990s."""
    run = nodes[index : index + 2]
    is_hyphened = bool(run) and run[0].text in HYPHENS
    joined = run[: 1 + is_hyphened]
    if len(joined) < 1 + is_hyphened or not _are_tight([nodes[index - 1], *joined]):
        return index
    node = joined[-1]
    word = node.text.lower()
    if not word[:1].isalpha():
        return index
    if lexicon.ordinal_endings.fullmatch(word):
        number.is_ordinal, number.is_plain = True, True
    elif lexicon.decade.fullmatch(word):
        _make_decade(number)
    elif lexicon.near_endings.fullmatch(word):
        number.bound = "about"
    elif lexicon.case_endings.fullmatch(word):
        number.ending = word
    elif node.kind in {"unit", "scale", "month"}:
        return index + is_hyphened  # it is read as such
    elif is_hyphened and lexicon.is_ranked_by_hyphen:
        number.is_ordinal = True
    else:
        return index
    return index + len(joined)


def _are_tight(nodes: Sequence[Node]) -> bool:
    return all(one.end == other.start for one, other in itertools.pairwise(nodes))


def _make_decade(number: Node) -> None:
    if number.number < HUNDRED:
        number.value = number.number + _CENTURY
    number.unit, number.is_ordinal, number.is_plain = "decade", None, False


def _counted(number: Node, nodes: Sequence[Node], index: int, lexicon: Lexicon) -> int:
    """Read what is counted, which follows the number."""
    run = nodes[index : index + 2]
    if number.unit or not run:
        return index
    if len(run) > 1 and run[0].text in HYPHENS and run[1].kind == "unit" and _are_tight(run):
        run, index = run[1:], index + 1
    node = run[0]
    if node.kind == "part" and number.is_ordinal:
        return index + 1  # the first quarter
    if node.kind not in {"unit", "currency", "hour"}:
        return index
    number.ending = node.ending
    _take_unit(number, node, lexicon)
    return index + 1


def _take_unit(number: Node, node: Node, lexicon: Lexicon) -> None:
    unit = str(node.value)
    if unit == "year" and (number.is_plain or number.is_ordinal) and _is_year(number):
        number.unit, number.is_ordinal = YEAR, None
    elif unit == "year" and number.is_ordinal and _names_decade(number, node, lexicon):
        _make_decade(number)
    elif unit == "anniversary":
        number.unit, number.is_ordinal = "year", None
    else:
        number.unit = unit
        if number.is_ordinal is None and number.is_plain:
            number.is_ordinal = False


def _is_year(number: Node) -> bool:
    """Whether a number can be that of a year as it stands."""
    return 1000 <= number.number < 3000 and number.number.denominator == 1


def _names_decade(number: Node, node: Node, lexicon: Lexicon) -> bool:
    is_ten = number.number % 10 == 0 and number.number < HUNDRED
    return is_ten and bool(lexicon.decade.fullmatch(node.text.lower()))


def _told_before(number: Node, found: list[Node], lexicon: Lexicon) -> None:
    """Read what stands before a number: its currency, what it ranks, a name it is part of."""
    before = found[-1]
    if before.kind == "currency" and number.unit is None:
        number.unit = str(before.value)
        number.start = before.start
        found.pop()
    elif before.text in _NUMBER_MARKS or before.kind == "numbered":
        number.is_ordinal, number.is_plain = None, False
    elif before.text in HYPHENS and len(found) > 1 and _are_tight([*found[-2:], number]):
        if found[-2].kind == "word":  # EXPO-2017
            number.is_ordinal, number.is_plain, number.unit = None, False, None
    elif (
        number.is_plain
        and number.unit is None
        and _is_year(number)
        and before.text.lower() in lexicon.before_years
    ):
        number.unit = YEAR
