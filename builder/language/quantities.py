"""Reading numbers: figures and number words, their scales, units and bounds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from builder.language.facts import YEAR
from builder.language.vocabulary import Node, Vocabulary

_STARTS = frozenset({"figure", "cardinal", "ordinal", "scale", "half", "roman", "part"})
_HALF = Fraction(1, 2)
_HUNDRED = 100
_NUMBER_MARKS = frozenset({"№", "#"})
_HYPHENS = frozenset({"-", "‑"})


def numbers(nodes: Sequence[Node], vocabulary: Vocabulary) -> list[Node]:
    """The nodes of a text, with those that make one number as one node of the kind `number`."""
    found: list[Node] = []
    index = 0
    while index < len(nodes):
        if nodes[index].kind in _STARTS:
            number, index = _Number(nodes, index, vocabulary).read()
            if found:
                _told_before(number, found, vocabulary)
            found.append(number)
        else:
            found.append(nodes[index])
            index += 1
    return found


@dataclass(slots=True)
class _Number:
    """One number while it is read, from the node at `index` on."""

    nodes: Sequence[Node]
    index: int
    vocabulary: Vocabulary
    begin: int = field(init=False)
    first: Node = field(init=False)
    total: Fraction = Fraction(0)
    current: Fraction | None = None
    room: int = 10**15
    """What may be added to `current` is less than this."""
    last_scale: Fraction = Fraction(10**15)
    result: Node = field(init=False)

    def __post_init__(self) -> None:
        self.begin = self.index
        self.first = first = self.nodes[self.index]
        self.result = Node("number", first.text, first.start, first.end)

    def read(self) -> tuple[Node, int]:
        """The number, and the index of the node after it."""
        if not self._is_alone():
            while self._takes_next():
                pass
            self.result.value = self.total + (self.current or 0)
            self._divides()
        if self.first.kind == "figure":
            self._ends_figure()
        self._counts()
        result = self.result
        result.end = self.nodes[self.index - 1].end
        result.ending = result.ending or self.nodes[self.index - 1].ending
        return result, self.index

    def _peek(self, ahead: int = 0) -> Node | None:
        place = self.index + ahead
        return self.nodes[place] if place < len(self.nodes) else None

    def _is_alone(self) -> bool:
        """Whether the number is one node, which no other adds to."""
        node = self.first
        if node.kind not in {"roman", "part", "half"}:
            return False
        follows = self._peek(1)
        if node.kind == "half" and follows and follows.kind in {"article", "scale"}:
            scale = follows if follows.kind == "scale" else self._peek(2)
            if scale and scale.kind == "scale":
                return False
        self.index += 1
        value = node.number
        self.result.value = {"half": _HALF, "part": 1 / (value or 1)}.get(node.kind, value)
        self.result.is_weak = node.kind != "roman"
        return True

    def _takes_next(self) -> bool:
        """Add the next node to the number, if it belongs there."""
        node = self._peek()
        if node is None or self.result.is_ordinal:
            return False
        match node.kind:
            case "figure":
                return self._takes_figure(node)
            case "cardinal" | "ordinal":
                return self._takes_word(node)
            case "scale":
                return self._takes_scale(node)
            case "half" if node is self.first or self.current is not None or self.total:
                return self._takes_half()
            case "and" | "article" | "sign" if self._joins(node):
                self.index += 1
                return True
        return False

    def _takes_figure(self, node: Node) -> bool:
        if node is not self.first:
            follows = self._peek(1)
            is_smaller = bool(follows and follows.kind == "scale") and node.is_plain
            if self.current is not None or not is_smaller or follows is None:
                return False
            if follows.number >= self.last_scale:
                return False
        self.current, self.room = node.number, 1
        self.result.is_plain = node.is_plain
        self.index += 1
        return True

    def _takes_word(self, node: Node) -> bool:
        value = node.number
        if self.current is not None and self.first.kind == "figure" and not self.total:
            return False
        if value == _HUNDRED and self.current is not None and 1 <= self.current < 10:
            self.current *= _HUNDRED
            self.room = _HUNDRED
        elif value < self.room:
            self.result.is_weak = node.is_weak and self.current is None and not self.total
            self.current = (self.current or 0) + value
            self.room = self._left_by(value)
        else:
            return False
        self.result.is_ordinal = node.kind == "ordinal"
        self.index += 1
        return True

    def _left_by(self, value: Fraction) -> int:
        """What a word leaves room for: tens for units, hundreds for tens."""
        if value == _HUNDRED:
            return _HUNDRED
        return 10 if value >= self.vocabulary.least_ten and value % 10 == 0 else 1

    def _takes_scale(self, node: Node) -> bool:
        if node.number >= self.last_scale:
            return False
        self.total += (1 if self.current is None else self.current) * node.number
        self.current, self.room, self.last_scale = None, 1000, node.number
        self.result.scale = node.number
        self.result.is_plain = self.result.is_weak = False
        self.result.is_ordinal = False
        self.index += 1
        return True

    def _takes_half(self) -> bool:
        if self.current is None and self.total:
            self.total += self.last_scale / 2
        else:
            self.current = (self.current or 0) + _HALF
        self.result.is_weak = self.result.is_plain = False
        self.index += 1
        return True

    def _joins(self, node: Node) -> bool:
        """Whether a word or hyphen stands inside a number: a hundred and two, twenty-five."""
        before, follows = self.nodes[self.index - 1], self._peek(1)
        if follows is None:
            return False
        if node.kind == "sign":
            is_tight = before.end == node.start and node.end == follows.start
            is_word = before.kind == "cardinal" and follows.kind in {"cardinal", "ordinal"}
            return node.text in _HYPHENS and is_tight and is_word and follows.number < self.room
        if node.kind == "article":
            return before.kind in {"half", "and"} and follows.kind in {"scale", "half"}
        if follows.kind == "article":
            after = self._peek(2)
            return bool(after and after.kind == "half")
        is_round = before.kind == "scale" or (before.kind == "cardinal" and before.value == 100)
        is_less = follows.kind in {"cardinal", "ordinal"} and follows.number < 100
        return is_round and is_less and before.kind != "figure"

    def _divides(self) -> None:
        """Read a fraction: two thirds, one third, a third of; үштен екі."""
        node, result = self._peek(), self.result
        last = self.nodes[self.index - 1]
        if node is None or self.first.kind == "figure":
            return
        if node.kind == "sign" and node.text in _HYPHENS and (after := self._peek(1)):
            if after.kind == "part":
                node, self.index = after, self.index + 1
        is_one_of = node.kind == "ordinal" and result.value == 1 and node.number > 2
        if last.ending in self.vocabulary.ablative and node.kind == "cardinal" and node.value:
            result.value = node.number / result.number
        elif node.kind == "part" or is_one_of:
            result.value = result.number / node.number
        elif result.is_ordinal and result.number > 2 and node.kind == "of" and self._has_article():
            result.value, result.is_ordinal = 1 / result.number, False
            return
        else:
            return
        result.is_ordinal, result.is_weak = False, False
        self.index += 1

    def _has_article(self) -> bool:
        return self.begin > 0 and self.nodes[self.begin - 1].kind == "article"

    def _ends_figure(self) -> None:
        """Read what is joined to a figure: 6th, 6-шы, 6-отырыс, 60-тан, 1990s."""
        result, vocabulary = self.result, self.vocabulary
        node, last = self._peek(), self.nodes[self.index - 1]
        if node is None or node.start != last.end or last.kind != "figure":
            return
        steps = 1
        if node.kind == "sign" and node.text in _HYPHENS:
            after = self._peek(1)
            if after is None or after.start != node.end:
                return
            node, steps = after, 2
        word = node.text.lower()
        if not word[:1].isalpha():
            return
        if vocabulary.ordinal_endings.fullmatch(word):
            result.is_ordinal, result.is_plain = True, True
        elif vocabulary.decade.fullmatch(word):
            result.unit, result.is_plain = "decade", False
            if result.number < _HUNDRED:
                result.value = result.number + 1900
        elif vocabulary.near_endings.fullmatch(word):
            result.bound = "about"
        elif vocabulary.case_endings.fullmatch(word):
            result.ending = word
        elif node.kind in {"unit", "scale", "month"}:
            steps -= 1  # it is read as such
        elif steps == 2 and vocabulary.is_ranked_by_hyphen:
            result.is_ordinal = True
        else:
            return
        self.index += steps

    def _counts(self) -> None:
        """Read what is counted, and how exactly."""
        node, result = self._peek(), self.result
        if node is None or result.unit:
            return
        if node.kind in {"unit", "currency", "hour"} and self._is_near(node):
            self.index += 1
            result.ending = node.ending
            self._takes_unit(str(node.value))
        if result.is_ordinal is None and self.first.kind == "cardinal":
            result.is_ordinal = False

    def _is_near(self, node: Node) -> bool:
        return node.text != "." and (self.result.unit is None)

    def _takes_unit(self, unit: str) -> None:
        result = self.result
        is_year = result.is_plain and 1000 <= result.number < 3000
        if unit == "year" and is_year:
            result.unit = YEAR
        elif unit == "anniversary":
            result.is_ordinal = None
        else:
            result.unit = unit
            if result.is_ordinal is None and result.is_plain:
                result.is_ordinal = False


def _told_before(number: Node, found: list[Node], vocabulary: Vocabulary) -> None:
    """Read what stands before a number: its currency, a noun that it ranks, a name it is part of."""
    before = found[-1]
    if before.kind == "currency" and number.unit is None:
        number.unit = str(before.value)
        number.start = before.start
        found.pop()
    elif before.text in _NUMBER_MARKS or before.kind == "numbered":
        number.is_ordinal, number.is_plain = None, False
    elif before.text in _HYPHENS and before.end == number.start and len(found) > 1:
        if found[-2].end == before.start and found[-2].kind == "word":  # EXPO-2017
            number.is_ordinal, number.is_plain, number.unit = None, False, None
    elif (
        number.is_plain
        and number.unit is None
        and 1000 <= number.number < 3000
        and before.text.lower() in vocabulary.before_years
    ):
        number.unit = YEAR
