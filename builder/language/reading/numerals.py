"""Reading a number itself: figures, number words, scales, halves and fractions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from builder.language.reading.facts import VAGUE
from builder.language.reading.lexicon import ALONE, Lexicon, Node

HYPHENS = frozenset({"-", "‑"})
HUNDRED = 100

_HALF = Fraction(1, 2)
_MOST = 10**15  # more than any number word


@dataclass(slots=True)
class Numeral:
    """A number while it is read, from the node at `index` on.

    Attributes:
        nodes: the words, figures and signs of a text.
        index: the place of the next node.
        lexicon: the words of the language.
        total: what scales have closed.
        current: what waits for the next scale.
        room: what may be added to `current` is less than this.
        last_scale: what may be a scale now is less than this.
        result: the number.
    """

    nodes: Sequence[Node]
    index: int
    lexicon: Lexicon
    begin: int = field(init=False)
    first: Node = field(init=False)
    result: Node = field(init=False)
    total: Fraction = Fraction(0)
    current: Fraction | None = None
    room: int = _MOST
    last_scale: Fraction = Fraction(_MOST)

    def __post_init__(self) -> None:
        self.begin = self.index
        self.first = first = self.nodes[self.index]
        self.result = Node("number", first.text, first.start, first.end)

    def read(self) -> tuple[Node, int]:
        """The number, and the place of the node after it."""
        if not self._is_alone():
            while self._takes_next():
                pass
            self.result.value = self.total + (self.current or 0)
            self._divides()
        last = self.nodes[self.index - 1]
        self.result.end, self.result.ending = last.end, last.ending
        return self.result, self.index

    def _peek(self, ahead: int = 0) -> Node | None:
        place = self.index + ahead
        return self.nodes[place] if place < len(self.nodes) else None

    def _is_alone(self) -> bool:
        """Whether the number is one node, which no other adds to."""
        node = self.first
        if node.kind not in ALONE or (node.kind == "half" and self._is_half_of_scale()):
            return False
        self.index += 1
        value = node.number
        if node.kind == "half":
            value = _HALF
        elif node.kind == "part":
            value = 1 / value
        self.result.value = value
        self.result.is_weak = node.is_weak
        if node.kind in {"vague", "decade"}:
            self.result.unit = {"vague": VAGUE}.get(node.kind, node.kind)
        return True

    def _is_half_of_scale(self) -> bool:
        """Whether a half is that of a million: half a million."""
        after, next_but_one = self._peek(1), self._peek(2)
        scale = next_but_one if after and after.kind == "article" else after
        return bool(scale and scale.kind == "scale")

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
            case "scale" | "ranked scale":
                return self._takes_scale(node)
            case "half" if node is self.first or self.current is not None or self.total:
                return self._takes_half()
            case "and" | "article" | "sign" if self._joins(node):
                self.index += 1
                return True
        return False

    def _takes_figure(self, node: Node) -> bool:
        if node is not self.first:
            scale = self._peek(1)
            if scale is None or scale.kind != "scale" or scale.number >= self.last_scale:
                return False
            if self.current is not None or not node.is_plain:
                return False
        self.current, self.room = node.number, 1
        self.result.is_plain = node.is_plain
        self.index += 1
        return True

    def _takes_word(self, node: Node) -> bool:
        value, current = node.number, self.current
        if current is not None and self.first.kind == "figure" and not self.total:
            return False
        if value == HUNDRED and current is not None and 1 <= current < 10:
            self.current, self.room = current * HUNDRED, HUNDRED
        elif value < self.room:
            self.result.is_weak = node.is_weak and current is None and not self.total
            self.current, self.room = (current or 0) + value, self._left_by(value)
        else:
            return False
        self.result.is_ordinal = node.kind == "ordinal"
        self.index += 1
        return True

    def _left_by(self, value: Fraction) -> int:
        """What a word leaves room for: a ten for units, a hundred for tens."""
        if value == HUNDRED:
            return HUNDRED
        return 10 if value >= self.lexicon.least_ten and value % 10 == 0 else 1

    def _takes_scale(self, node: Node) -> bool:
        if node.number >= self.last_scale:
            return False
        self.total += (1 if self.current is None else self.current) * node.number
        self.current, self.room, self.last_scale = None, 1000, node.number
        self.result.scale = node.number
        self.result.is_plain = self.result.is_weak = False
        self.result.is_ordinal = node.kind == "ranked scale"
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
        before, after, next_but_one = self.nodes[self.index - 1], self._peek(1), self._peek(2)
        if after is None:
            return False
        is_word = after.kind in {"cardinal", "ordinal"}
        if node.kind == "sign":
            is_tight = before.end == node.start and node.end == after.start
            is_ten = before.kind == "cardinal" and is_word and after.number < self.room
            return node.text in HYPHENS and is_tight and is_ten
        if node.kind == "article":
            return before.kind in {"half", "and"} and after.kind in {"scale", "half"}
        if after.kind == "article":
            return bool(next_but_one and next_but_one.kind == "half")
        is_hundred = before.kind == "cardinal" and before.value == HUNDRED
        return (is_hundred or before.kind == "scale") and is_word and after.number < HUNDRED

    def _divides(self) -> None:
        """Read a fraction: two thirds, one third, a third of; үштен екі."""
        node, after, result = self._peek(), self._peek(1), self.result
        if node is None or self.first.kind == "figure":
            return
        if node.text in HYPHENS and after and after.kind == "part":
            node, self.index = after, self.index + 1
        divisor = self.nodes[self.index - 1].ending in self.lexicon.ablative
        is_third_of = node.kind == "of" and self._follows_article()
        if divisor and node.kind in {"cardinal", "share"}:
            result.value = node.number / result.number
        elif (node.kind == "part" and not result.is_ordinal) or (
            node.kind == "ordinal" and result.value == 1 and node.number > 2
        ):
            result.value = result.number / node.number
        elif result.is_ordinal and result.number > 2 and is_third_of:
            result.value = 1 / result.number
            self.index -= 1  # `of` is no part of it
        else:
            return
        result.is_ordinal, result.is_weak = False, False
        self.index += 1

    def _follows_article(self) -> bool:
        return self.begin > 0 and self.nodes[self.begin - 1].kind == "article"


def one_and_a_half(nodes: Sequence[Node], index: int) -> Node | None:
    """Read a unit and a half of it, which takes five nodes: a year and a half."""
    if nodes[index].kind != "article":
        return None
    run = nodes[index : index + 5]
    if [node.kind for node in run] != ["article", "unit", "and", "article", "half"]:
        return None
    text = " ".join(node.text for node in run)
    unit = str(run[1].value)
    return Node("number", text, run[0].start, run[-1].end, 1 + _HALF, unit=unit)
