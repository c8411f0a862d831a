"""English, as written in the United Kingdom."""

import re
from string import ascii_uppercase
from types import MappingProxyType

from builder.language.base import Language
from builder.language.dates import DatePatterns
from builder.language.en_reading import READING
from builder.language.en_words import MONTHS
from builder.language.inflection import Endings, Inflection
from builder.language.numbers import NumberPatterns
from builder.language.scripts import ScriptRule

_MONTHS = tuple(month.capitalize() for month in MONTHS)


def _ordinal_suffix(n: int) -> str:
    if n % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


_INFLECTION = Inflection(
    (
        Endings(re.compile(r".*"), re.compile("e?s")),
        Endings(re.compile(r".*[^aeiou]y"), re.compile("ies"), dropped="y"),
        Endings(re.compile(r".*um"), re.compile("a"), dropped="um"),
    ),
    after_head=frozenset(("for", "of", "on")),
)


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
    reading=READING,
    scripts=ScriptRule("LATIN"),
    abbreviations=frozenset(("dr", "e.g", "i.e", "mr", "mrs", "ms", "no", "prof", "st", "vs")),
    ordinal_suffix=_ordinal_suffix,
    inflection=_INFLECTION,
)
