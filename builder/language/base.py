"""What the generator asks of a language, whichever it is.

A language is a value: the data of its own module, read by the rules that all languages
share. A further language is one more module like `en`, and no change here.

Words are parted by plain spaces; a no-break space stands inside a figure only.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from builder.language.calendar import PartialDate
from builder.language.collation import Collation, SortKey
from builder.language.dates import DatePatterns, clock, clock_range
from builder.language.faults import Fault
from builder.language.inflection import Inflection
from builder.language.lookalikes import Lookalikes
from builder.language.numbers import NumberPatterns
from builder.language.scripts import ScriptRule
from builder.language.sentences import sentences
from builder.language.typography import Typography, masked
from builder.language.vocabulary import Vocabulary

if TYPE_CHECKING:
    from builder.language.reading.rules import ReadingRules

DateStyle = Literal["full", "short"]
"""`full` for headings, captions and prose; `short` for narrow tables."""


class Language(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """One language of a site: its name, its letters and its ways of writing.

    Attributes:
        code: the BCP 47 tag, for `lang` and `hreflang`.
        name: what the language calls itself.
        locale: language and territory as Open Graph's `og:locale` has them.
        direction: the direction of its script, for `dir`.
        alphabet: its capital letters in order, one character each.
        quotation_marks: outer opening, outer closing, inner opening, inner closing.
        comma: what parts the items of a list, with its spaces.
        conjunction: what stands before the last item instead, with its spaces.
        full_dates: patterns of the style `full`.
        short_dates: patterns of the style `short`.
        numbers: patterns of numbers and money.
        scripts: the scripts it is written in or takes in.
        ordinal_suffix: what follows the figure of a number from 1 up to make it an ordinal.
        ranked: how an ordinal stands before its noun, of `{number}` or `{ordinal}` and `{noun}`.
        abbreviations: words written with a full stop that ends no sentence, without it.
        typography: the signs it sets texts with, and the letters that get mistaken for its own.
        rules: gives by what its texts are read for facts, when the first is read.
        inflection: how its words change their ends; without it no term can be looked for.
    """

    code: str
    name: str
    locale: str
    direction: Literal["ltr", "rtl"]
    alphabet: tuple[str, ...]
    quotation_marks: tuple[str, str, str, str]
    comma: str
    conjunction: str
    full_dates: DatePatterns
    short_dates: DatePatterns
    numbers: NumberPatterns
    scripts: ScriptRule
    ordinal_suffix: Callable[[int], str]
    ranked: str = "{ordinal} {noun}"
    abbreviations: frozenset[str] = frozenset()
    typography: Typography = field(default_factory=Typography)
    rules: Callable[[], "ReadingRules"] | None = None
    inflection: Inflection | None = None

    @cached_property
    def reading(self) -> "ReadingRules":
        """By what texts are read for facts; what gives no rules reads figures alone."""
        from builder.language.reading.rules import ReadingRules  # noqa: PLC0415 (see `rules`)

        return self.rules() if self.rules else ReadingRules()

    def date(self, value: PartialDate, style: DateStyle = "full") -> str:
        """Write a date that stands alone, as in a heading or a caption."""
        patterns = {"full": self.full_dates, "short": self.short_dates}[style]
        return patterns.date(value)

    def date_range(self, first: PartialDate, last: PartialDate) -> str:
        """Write the days, months or years from `first` to `last`; equal ends give one date.

        Raises:
            ValueError: `last` is certainly before `first`.
        """
        return self.full_dates.date_range(first, last)

    def time(self, value: datetime.time) -> str:
        """Write a time of day on the 24-hour clock, to the minute."""
        return clock(value)

    def time_range(self, first: datetime.time, last: datetime.time) -> str:
        """Write the hours from `first` to `last`, which may lie past midnight."""
        return clock_range(first, last)

    def number(self, value: int | Decimal) -> str:
        """Write every digit of a number.

        Raises:
            ValueError: the value is not finite.
        """
        return self.numbers.number(value)

    def large_number(self, value: int | Decimal) -> str:
        """Write a number in millions or more where at most three decimals say it exactly.

        Raises:
            ValueError: the value is not finite.
        """
        return self.numbers.large_number(value)

    def money(self, amount: int | Decimal, currency: str) -> str:
        """Write an amount as `large_number` does, with its currency (an ISO 4217 code).

        Raises:
            ValueError: the currency is unknown or the amount not finite.
        """
        return self.numbers.sum_of_money(amount, currency)

    def ordinal(self, n: int) -> str:
        """Write an ordinal number that stands alone, in figures.

        Raises:
            ValueError: `n` is less than 1.
        """
        if n < 1:
            raise ValueError(f"an ordinal number counts from 1, not {n}")
        return f"{n}{self.ordinal_suffix(n)}"

    def ordinal_with(self, n: int, noun: str) -> str:
        """Write an ordinal number in figures before its noun.

        Raises:
            ValueError: `n` is less than 1.
        """
        return self.ranked.format(number=n, ordinal=self.ordinal(n), noun=noun)

    def list_separators(self, count: int) -> tuple[str, ...]:
        """Give what stands after each of `count` items but the last, so that markup can be joined.

        Raises:
            ValueError: `count` is negative.
        """
        if count < 0:
            raise ValueError(f"a list cannot have {count} items")
        return (self.comma,) * (count - 2) + (self.conjunction,) * (count > 1)

    def join(self, items: Sequence[str]) -> str:
        """Write items as a list in running text."""
        ends = (*self.list_separators(len(items)), "")
        return "".join(item + end for item, end in zip(items, ends, strict=False))

    def quote(self, text: str) -> str:
        """Put a text in quotation marks; outer marks that it holds become inner ones."""
        outer_open, outer_close, inner_open, inner_close = self.quotation_marks
        inner = str.maketrans({outer_open: inner_open, outer_close: inner_close})
        return f"{outer_open}{text.translate(inner)}{outer_close}"

    def sentences(self, text: str) -> tuple[tuple[int, int], ...]:
        """Tell from where to where each sentence of a text goes."""
        return tuple(sentences(text, self.abbreviations))

    def sort_key(self, text: str) -> SortKey:
        """Give the value by which to sort texts in the order of the alphabet."""
        return self._collation.key(text)

    def index_letter(self, text: str) -> str:
        """Give the capital letter that files a text in an index, "#" for no letter of ours."""
        return self._collation.index_letter(text)

    def foreign_runs(self, text: str) -> tuple[str, ...]:
        """Give the pieces of a text whose script tells that they are in another language."""
        return self.scripts.foreign_runs(text)

    def faults(self, text: str, foreign: Iterable[tuple[int, int]] = ()) -> Iterator[Fault]:
        """Give what is wrong with the signs of a text, and with its nouns after numbers.

        Args:
            text: the text.
            foreign: from and to where its runs in other languages are, which have other signs.
        """
        yield from self.typography.faults(masked(text, foreign), self.quotation_marks)

    def mixed_scripts(self, text: str) -> Iterator[Fault]:
        """Give the letters of other scripts that stand for those of a word which they look like."""
        return self._lookalikes.faults(text)

    def vocabulary(self, texts: Iterable[str], names: Iterable[str]) -> Vocabulary:
        """Give the words of texts in the language, some of them being names and terms."""
        rule = self.typography
        return Vocabulary(texts, names, rule.confused, rule.both_words)

    @cached_property
    def _lookalikes(self) -> Lookalikes:
        return Lookalikes(self.scripts.own, self.scripts.guests, self.alphabet)

    @cached_property
    def _collation(self) -> Collation:
        return Collation(self.alphabet)
