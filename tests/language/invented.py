"""A small language that nobody speaks, like neither of those that come with the generator."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.language import LANGUAGES, Language
from builder.language.dates import DatePatterns
from builder.language.numbers import NumberPatterns
from builder.language.scripts import ScriptRule

_MONTHS = ("amo", "abo", "alu", "ata", "aka", "ara", "omo", "obo", "olu", "ota", "oka", "ora")

INVENTED = Language(
    code="art-x-sapar",
    name="Saparo",
    locale="art_XX",
    direction="ltr",
    alphabet=tuple("OMBLATSPKRUEI"),
    quotation_marks=("‹", "›", "“", "”"),
    comma="; ",
    conjunction=" e ",
    full_dates=DatePatterns(
        months=_MONTHS,
        day="{month} {day}",
        in_year="{year}: {part}",
        year="su {year}",
        years="su-su {years}",
    ),
    short_dates=DatePatterns(months=_MONTHS, day="{day}{month}", in_year="{year}/{part}"),
    numbers=NumberPatterns(
        group="'",
        decimal="·",
        scales=("tre", "bre", "mre"),
        money="{amount}{currency}",
        currencies=MappingProxyType({"KZT": "T"}),
    ),
    scripts=ScriptRule("LATIN"),
    ordinal_suffix=lambda n: "mo" if n == 1 else "ma",
)

LANGUAGES_AND_ONE_MORE: Mapping[str, Language] = MappingProxyType(
    {**LANGUAGES, INVENTED.code: INVENTED}
)
