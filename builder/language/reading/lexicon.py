"""Words of a language that state numbers, dates and times, and finding them in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from builder.language.reading.facts import Bound

WordKind = Literal[
    "cardinal",  # five, value 5
    "ordinal",  # fifth, 5
    "collective",  # екеу, 2: the two of them
    "share",  # екісі, 2: how many parts, after what divides
    "scale",  # million, 10^6
    "ranked scale",  # millionth, 10^6
    "half",  # in two and a half
    "part",  # thirds, 3: what a whole is divided by
    "vague",  # thousands, 1000
    "decade",  # nineties, 1990
    "month",  # of the year, 1 to 12
    "weekday",  # from Monday, 1 to 7
    "unit",  # what is counted, by its shared name
    "currency",  # the same, for what may stand before the number
    "numbered",  # a noun whose number is a rank: article, paragraph
    "before",  # says before a number how exact it is, by a bound
    "after",  # says so after it
    "hour",  # says that a time follows or has gone before
    "afternoon",  # says that a time of the 12-hour clock is past noon
    "morning",  # says that it is not
    "and",
    "article",  # a, an, the
    "of",
    "to",  # between the ends of a range
    "from",  # before them
    "between",  # after or before two ends
    "skip",  # looks like a number and is none
]


ALONE = frozenset({"roman", "part", "half", "collective", "vague", "decade"})
"""Kinds of words that are a number by themselves, which no other adds to."""

STARTS = ALONE | {"figure", "cardinal", "ordinal", "scale", "ranked scale"}
"""Kinds of words and figures with which a number may begin."""


class Sense(Struct, frozen=True):
    """What a word says.

    Attributes:
        kind: its part in a number or date.
        value: a number, a month, the shared name of a unit, or a bound.
        is_weak: see `Fact.is_weak`.
        takes_day: whether a month may have its day after it.
    """

    kind: WordKind
    value: Fraction | str = Fraction(0)
    is_weak: bool = False
    takes_day: bool = False


class Node(Struct):
    """A word, figure or sign of a text, or what several of them say together."""

    kind: str
    text: str
    start: int
    end: int
    value: Fraction | str = Fraction(0)
    is_weak: bool = False
    takes_day: bool = False
    ending: str = ""
    unit: str | None = None
    is_ordinal: bool | None = None
    bound: Bound | None = None
    scale: Fraction = Fraction(1)
    is_plain: bool = False
    """Whether it is a number in digits without groups, decimals or scale, as years and days are."""

    @property
    def number(self) -> Fraction:
        """The value of what is known to be a number."""
        assert isinstance(self.value, Fraction)
        return self.value


class Lexicon(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """The words by which one language states numbers, dates and times.

    Attributes:
        group: the signs that may stand between groups of three digits.
        decimal: the signs that may stand before decimals.
        words: words that stand as they are, in lower case.
        stems: words that take the endings of their kind.
        endings: kind -> the endings its stems take, as a pattern.
        phrases: words that say something together; each may take an ending of its kind.
        ablative: endings by which a number is what is divided, or where a range begins.
        genitive: endings by which a month has its day after it.
        ordinal_endings: what after a figure makes it ordinal, as a pattern.
        case_endings: what else may follow a figure and its hyphen, as a pattern.
        is_ranked_by_hyphen: whether a hyphen and a noun after a figure make it ordinal.
        near_endings: what after a figure makes it approximate, as a pattern.
        decade: what after a year, and perhaps a hyphen, makes it a decade, as a pattern.
        has_capital_months: whether the name of a month begins with a capital letter.
        lone_months: months whose names mean something else as well where they stand alone.
        before_times: words after which 15.30 is a time.
        before_years: words after which a bare number of four digits is a year.
        least_ten: the least number after whose word that of a unit may come: twenty-five, он бес.
    """

    group: str = ""
    decimal: str = "."
    words: Mapping[str, Sense] = field(default_factory=dict)
    stems: Mapping[str, Sense] = field(default_factory=dict)
    endings: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    phrases: Mapping[tuple[str, ...], Sense] = field(default_factory=dict)
    ablative: frozenset[str] = frozenset()
    genitive: frozenset[str] = frozenset()
    ordinal_endings: re.Pattern[str] = re.compile(r"(?!)")
    case_endings: re.Pattern[str] = re.compile(r"(?!)")
    is_ranked_by_hyphen: bool = False
    near_endings: re.Pattern[str] = re.compile(r"(?!)")
    decade: re.Pattern[str] = re.compile(r"(?!)")
    lone_months: frozenset[int] = frozenset()
    before_times: frozenset[str] = frozenset()
    has_capital_months: bool = False
    before_years: frozenset[str] = frozenset()
    least_ten: int = 20

    def sense(self, word: str) -> tuple[Sense, str] | None:
        """What a word in lower case says, and the ending it has."""
        if found := self.words.get(word):
            return found, ""
        if word[:_LEAST] not in self._beginnings:
            return None
        for cut in range(len(word), max(len(word) - _LONGEST_ENDING, 1), -1):
            stem = self.stems.get(word[:cut])
            if stem and self.endings[stem.kind].fullmatch(word, cut):
                return stem, word[cut:]
        return None

    def nodes(self, text: str) -> list[Node]:
        """The words, figures and signs of a text, or none at all if it states nothing."""
        if not any(map(self._tells, _WORD_OR_DIGIT.findall(text))):
            return []
        return list(self._joined(list(self._singles(text))))

    def _tells(self, word: str) -> bool:
        """Whether a word or figure may state something by itself."""
        if (told := self._telling.get(word)) is None:
            node = Node("word", word, 0, 0)
            self._tell(node, word)
            told = word[-1].isdigit() or node.kind in _TELLING
            self._telling[word] = told
        return told

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(stem[:_LEAST] for stem in self.stems)

    @cached_property
    def _telling(self) -> dict[str, bool]:
        """What was looked up already."""
        return {}

    @cached_property
    def _known(self) -> dict[str, tuple[Sense, str] | None]:
        """What was looked up already, since texts repeat their words."""
        return {}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        group, decimal = re.escape(self.group), re.escape(self.decimal)
        grouped = rf"\d{{1,3}}(?:[{group}]\d{{3}}){{1,6}}(?!\d)" if self.group else r"(?!)"
        return re.compile(
            r"(?P<time>(?<!\d)\d{1,2}:\d\d(?!\d))"
            r"|(?P<date>(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}\.\d\d\.\d{4}|\d\d\.\d{4})(?![\d]))"
            rf"|(?P<figure>(?:(?<![\w)])[-−])?(?:{grouped}|\d{{1,18}})(?:[{decimal}]\d{{1,18}})?)"
            r"|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)?)"
            r"|(?P<sign>\S)"
        )

    @cached_property
    def _first_words(self) -> Mapping[str, list[tuple[tuple[str, ...], Sense]]]:
        """The phrases by their first words, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
        for phrase in sorted(self.phrases, key=len, reverse=True):
            found.setdefault(phrase[0], []).append((phrase, self.phrases[phrase]))
        return found

    def _singles(self, text: str) -> Iterator[Node]:
        matches = list(self._pattern.finditer(text))
        last = -1
        for index in _near([i for i, match in enumerate(matches) if self._tells(match[0])]):
            if index >= len(matches):
                return
            if index > last + 1:
                yield Node("gap", "", matches[index].start(), matches[index].start())
            last, match = index, matches[index]
            kind, found = str(match.lastgroup), match[0]
            node = Node(kind, found, match.start(), match.end())
            if kind == "figure":
                node.value, node.is_plain = self._figure(found), found.isdecimal()
            elif kind == "word":
                self._tell(node, found)
            elif sign := self.words.get(found):
                node.kind, node.value = sign.kind, sign.value
            yield node

    def _tell(self, node: Node, word: str) -> None:
        lower = word.lower()
        if lower not in self._known:
            self._known[lower] = self.sense(lower)
        if found := self._known[lower]:
            sense, node.ending = found
            node.kind, node.value, node.is_weak = sense.kind, sense.value, sense.is_weak
            node.takes_day = sense.takes_day
        elif len(word) > 1 and word.isupper() and (roman := _roman(word)):
            node.kind, node.value = "roman", Fraction(roman)

    def _figure(self, text: str) -> Fraction:
        digits = text.replace("−", "-")
        for sign in self.group:
            if re.search(rf"{re.escape(sign)}\d\d\d", digits):
                digits = digits.replace(sign, "")
        return Fraction(re.sub(f"[{re.escape(self.decimal)}]", ".", digits))

    def _joined(self, nodes: list[Node]) -> Iterator[Node]:
        """The nodes, with phrases as one."""
        index = 0
        while index < len(nodes):
            node = nodes[index]
            for phrase, sense in self._first_words.get(node.text.lower(), ()):
                run = nodes[index : index + len(phrase)]
                if len(run) == len(phrase) and self._is(run, phrase, sense):
                    last = run[-1]
                    yield Node(
                        sense.kind,
                        " ".join(part.text for part in run),
                        node.start,
                        last.end,
                        sense.value,
                        sense.is_weak,
                        ending=last.text.lower()[len(phrase[-1]) :],
                    )
                    index += len(phrase)
                    break
            else:
                yield node
                index += 1

    def _is(self, run: Iterable[Node], phrase: tuple[str, ...], sense: Sense) -> bool:
        endings = self.endings.get(sense.kind)
        for node, word in zip(run, phrase, strict=True):
            text = node.text.lower()
            if text != word and not (
                endings and text.startswith(word) and endings.fullmatch(text, len(word))
            ):
                return False
        return True


_WORD_OR_DIGIT = re.compile(r"[^\W\d_]+|\d")
_LONGEST_ENDING = 12
_LEAST = 2  # letters of a stem
_BEFORE, _AFTER = 5, 7  # words and signs that may belong to a number or date
_TELLING = STARTS | {"date", "time", "month", "weekday"}
_ROMAN = re.compile(r"(?=[IVXLC])(X[LC]|L?X{0,3})?(I[XV]|V?I{0,3})")
_LIKE_LATIN = str.maketrans("ХІСМ", "XICM")  # Cyrillic letters that stand for Roman figures
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _near(places: Iterable[int]) -> Iterator[int]:
    """The places at and around those given, each once: all that can bear on them."""
    last = -1
    for place in places:
        yield from range(max(place - _BEFORE, last + 1), place + _AFTER + 1)
        last = place + _AFTER


def _roman(word: str) -> int:
    """The value of a Roman figure up to 100, 0 for anything else."""
    latin = word.translate(_LIKE_LATIN)
    if not _ROMAN.fullmatch(latin):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in latin]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )
