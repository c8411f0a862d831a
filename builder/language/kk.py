"""Kazakh, in Cyrillic script.

Dates follow official texts (2016 жылғы 7 қараша), not the Unicode CLDR (2016 ж. 7 қараша).
"""

from types import MappingProxyType
from typing import TYPE_CHECKING

from builder.language.base import Language
from builder.language.dates import DatePatterns
from builder.language.kk_counting import COUNTED_NOUNS
from builder.language.kk_inflection import INFLECTION
from builder.language.kk_months import MONTHS
from builder.language.numbers import NumberPatterns
from builder.language.scripts import ScriptRule
from builder.language.typography import Typography

if TYPE_CHECKING:
    from builder.language.reading.rules import ReadingRules

_ALPHABET = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"

# What has back vowels when spoken: алты, тоғыз; он, жиырма, отыз, қырық, алпыс, тоқсан; and
# from мың up every word for zeros. The rule of the CLDR (6, 9 and every 0) is wrong for елу,
# жетпіс, сексен and жүз.
_BACK_UNITS = frozenset({6, 9})
_BACK_TENS = frozenset({10, 20, 30, 40, 60, 90})


def _ordinal_suffix(n: int) -> str:
    """Follow the vowels of the last word of the number as it is spoken (50: елу, елуінші)."""
    back = n % 1000 == 0 or n % 100 in _BACK_TENS or n % 10 in _BACK_UNITS
    return "-шы" if back else "-ші"


def _rules() -> "ReadingRules":
    from builder.language.kk_reading import READING  # noqa: PLC0415 (takes long to make)

    return READING


KAZAKH = Language(
    code="kk",
    name="Қазақша",
    locale="kk_KZ",
    direction="ltr",
    alphabet=tuple(_ALPHABET),
    quotation_marks=("«", "»", "“", "”"),
    comma=", ",
    conjunction=" және ",
    full_dates=DatePatterns(
        months=MONTHS,
        day="{day} {month}",
        in_year="{year} жылғы {part}",
        year="{year} жыл",
        years="{years} жылдар",
    ),
    short_dates=DatePatterns(
        months=tuple(f"{month:02}" for month in range(1, 13)),
        day="{day:0>2}.{month}",
        in_year="{part}.{year}",
    ),
    numbers=NumberPatterns(
        group="\N{NO-BREAK SPACE}",
        decimal=",",
        scales=("триллион", "миллиард", "миллион"),
        money="{amount} {currency}",
        currencies=MappingProxyType(
            {"EUR": "еуро", "JPY": "иена", "KZT": "теңге", "USD": "доллар"}
        ),
    ),
    rules=_rules,
    scripts=ScriptRule("CYRILLIC", guests=frozenset({"LATIN"})),
    ordinal_suffix=_ordinal_suffix,
    abbreviations=frozenset(("б", "ғ", "ж", "жж", "қ", "т", "мыс", "тб")),
    ranked="{number}-{noun}",  # before a noun the hyphen stands for the ending: 6-отырыс
    typography=Typography(
        dash="–",
        counted=COUNTED_NOUNS,
        # As on a Russian keyboard, which has no other letters.
        confused=MappingProxyType(dict(zip("қғңұүөәіһ", "кгнууоаих", strict=True))),
        telltales=frozenset("әғқңөұүһі"),
        both_words=frozenset({"ты", "ті", "тың", "тің", "ның", "нің", "ны", "ні"}),
    ),
    inflection=INFLECTION,
)
