"""English, as written in the United Kingdom."""

from string import ascii_uppercase
from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.language.base import Language
from builder.language.dates import DatePatterns
from builder.language.en_months import MONTHS
from builder.language.inflection import Endings, Inflection
from builder.language.numbers import NumberPatterns
from builder.language.scripts import ScriptRule

if TYPE_CHECKING:
    from builder.language.reading.rules import ReadingRules

_MONTHS = tuple(month.capitalize() for month in MONTHS)


def _ordinal_suffix(n: int) -> str:
    if n % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


_INFLECTION = Inflection(
    (
        Endings(r".*", "e?s"),
        Endings(r".*[^aeiou]y", "ies", dropped="y"),
        Endings(r".*um", "a", dropped="um"),
    ),
    after_head=frozenset(("for", "of", "on")),
)


def _rules() -> "ReadingRules":
    from builder.language.en_reading import READING  # noqa: PLC0415 (takes long to make)

    return READING


ENGLISH = Language(
    code="en",
    name="English",
    locale="en_GB",
    direction="ltr",
    alphabet=tuple(ascii_uppercase),
    quotation_marks=("“", "”", "‘", "’"),
    comma=", ",
    conjunction=" and ",
    full_dates=DatePatterns(months=_MONTHS, day="{day} {month}", in_year="{part} {year}"),
    short_dates=DatePatterns(
        months=tuple(name[:3] for name in _MONTHS), day="{day} {month}", in_year="{part} {year}"
    ),
    numbers=NumberPatterns(
        group=",",
        decimal=".",
        scales=("trillion", "billion", "million"),
        money="{currency}{amount}",
        currencies=MappingProxyType({"EUR": "€", "JPY": "¥", "KZT": "₸", "USD": "$"}),
    ),
    rules=_rules,
    scripts=ScriptRule("LATIN"),
    abbreviations=frozenset(("dr", "e.g", "i.e", "mr", "mrs", "ms", "no", "prof", "st", "vs")),
    ordinal_suffix=_ordinal_suffix,
    inflection=_INFLECTION,
)
