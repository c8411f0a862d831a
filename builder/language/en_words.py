"""The words by which English states numbers, dates and times, for reading them back."""

import re
from fractions import Fraction

from builder.language.en_months import MONTHS
from builder.language.reading.lexicon import Lexicon, Sense, WordKind

_CARDINALS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_PARTS = {"quarter": 4, "quarters": 4, "halves": 2, "thirds": 3, "fifths": 5, "tenths": 10}
_COUNTED = {
    "year": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "percent": "percent",
    "people": "people",
    "person": "people",
    "country": "countries",
    "countries": "countries",
    "state": "countries",
    "document": "documents",
    "company": "companies",
    "companies": "companies",
    "time": "times",
    "kilometre": "km",
    "kilometer": "km",
    "km": "km",
    "metre": "m",
    "meter": "m",
    "mile": "mile",
    "hectare": "ha",
    "tonne": "t",
    "ton": "t",
    "kilogram": "kg",
    "kilogramme": "kg",
    "kg": "kg",
    "degree": "degree",
    "megawatt": "MW",
    "mw": "MW",
    "gigawatt": "GW",
    "dollar": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "tenge": "KZT",
    "rouble": "RUB",
    "ruble": "RUB",
    "yuan": "CNY",
    "pound": "GBP",
    "anniversary": "anniversary",
    "birthday": "anniversary",
}
_SIGNS = {"$": "USD", "€": "EUR", "¥": "JPY", "£": "GBP", "₸": "KZT", "₽": "RUB"}
_CODES = ("usd", "eur", "jpy", "kzt", "gbp", "rub", "cny", "krw")
_BOUNDS = {
    "from": "over above exceeding exceeded exceeds since after",
    "to": "until till before under below",
    "about": "about around approximately nearly almost some roughly circa",
}
_PHRASES: dict[tuple[str, ...], tuple[WordKind, str]] = {
    ("per", "cent"): ("unit", "percent"),
    ("percentage", "point"): ("unit", "percentage point"),
    ("percentage", "points"): ("unit", "percentage point"),
    ("us", "dollar"): ("unit", "USD"),
    ("american", "dollar"): ("unit", "USD"),
    ("canadian", "dollar"): ("unit", "CAD"),
    ("australian", "dollar"): ("unit", "AUD"),
    ("us", "$"): ("currency", "USD"),
    ("square", "kilometre"): ("unit", "km2"),
    ("square", "metre"): ("unit", "m2"),
    ("cubic", "metre"): ("unit", "m3"),
    ("p", ".", "m", "."): ("afternoon", ""),
    ("a", ".", "m", "."): ("morning", ""),
    ("in", "the", "afternoon"): ("afternoon", ""),
    ("in", "the", "evening"): ("afternoon", ""),
    ("in", "the", "morning"): ("morning", ""),
    ("more", "than"): ("before", "from"),
    ("at", "least"): ("before", "from"),
    ("no", "fewer", "than"): ("before", "from"),
    ("no", "less", "than"): ("before", "from"),
    ("not", "less", "than"): ("before", "from"),
    ("as", "of"): ("before", "from"),
    ("as", "from"): ("before", "from"),
    ("starting", "from"): ("before", "from"),
    ("starting", "on"): ("before", "from"),
    ("beginning", "on"): ("before", "from"),
    ("less", "than"): ("before", "to"),
    ("fewer", "than"): ("before", "to"),
    ("up", "to"): ("before", "to"),
    ("at", "most"): ("before", "to"),
    ("no", "more", "than"): ("before", "to"),
    ("not", "more", "than"): ("before", "to"),
    ("or", "so"): ("after", "about"),
    ("or", "more"): ("after", "from"),
    ("or", "less"): ("after", "to"),
    ("or", "fewer"): ("after", "to"),
    ("third", "-", "party"): ("skip", ""),
    ("second", "-", "hand"): ("skip", ""),
}
_NUMBERED = "article chapter section paragraph page resolution no number part"


def _words() -> dict[str, Sense]:
    """Words that stand as they are."""
    words = {
        word: Sense("before", bound) for bound, listed in _BOUNDS.items() for word in listed.split()
    }
    words |= {word: Sense("cardinal", Fraction(n)) for n, word in enumerate(_CARDINALS, 1)}
    words |= {word: Sense("ordinal", Fraction(n)) for n, word in enumerate(_ORDINALS, 1)}
    for n, word in enumerate(_CARDINALS[:10], 1):
        words[f"{word}fold"] = Sense("cardinal", Fraction(n))
    for n, word in enumerate(_WEEKDAYS, 1):
        words[word] = Sense("weekday", Fraction(n))
    for n, word in enumerate(_TENS, 2):
        words[f"{word[:-1]}ies"] = Sense("decade", Fraction(1900 + 10 * n))
        words[word] = Sense("cardinal", Fraction(10 * n))
        words[f"{word[:-1]}ieth"] = Sense("ordinal", Fraction(10 * n))
    words |= {word: Sense("cardinal", Fraction(1), is_weak=True) for word in ("one", "once")}
    words |= {word: Sense("ordinal", Fraction(1), is_weak=True) for word in ("first", "firstly")}
    words |= {word: Sense("cardinal", Fraction(2), is_weak=True) for word in _LIKE_TWO}
    words |= {word: Sense("scale", Fraction(n)) for word, n in _SCALES.items()}
    words |= {f"{word}th": Sense("ranked scale", Fraction(n)) for word, n in _SCALES.items()}
    words |= {word: Sense("part", Fraction(n)) for word, n in _PARTS.items()}
    words |= {sign: Sense("currency", code) for sign, code in _SIGNS.items()}
    words |= {code: Sense("currency", code.upper()) for code in _CODES}
    words |= {word: Sense("numbered") for word in _NUMBERED.split()}
    return words | {
        "twice": Sense("cardinal", Fraction(2)),
        "other": Sense("ordinal", Fraction(2), is_weak=True),  # of two
        "secondly": Sense("ordinal", Fraction(2)),
        "thirdly": Sense("ordinal", Fraction(3)),
        "hundred": Sense("cardinal", Fraction(100)),
        "hundredth": Sense("ordinal", Fraction(100)),
        "dozens": Sense("vague", Fraction(10)),
        "hundreds": Sense("vague", Fraction(100)),
        "thousands": Sense("vague", Fraction(1000)),
        "millions": Sense("vague", Fraction(10**6)),
        "tens": Sense("vague", Fraction(10)),
        "dozen": Sense("cardinal", Fraction(12)),
        "half": Sense("half"),
        "%": Sense("unit", "percent"),
        "o’clock": Sense("unit", "clock"),
        "o'clock": Sense("unit", "clock"),
        "pm": Sense("afternoon"),
        "am": Sense("morning"),
        "and": Sense("and"),
        "a": Sense("article"),
        "an": Sense("article"),
        "of": Sense("of"),
        "to": Sense("to"),
        "from": Sense("from", "from"),
        "between": Sense("between"),
    }


_LIKE_TWO = ["both", "either", "neither", "double", "doubled", "doubles", "couple", "pair"]


def _months() -> dict[str, Sense]:
    names = {name: Fraction(n) for n, name in enumerate(MONTHS, 1)}
    short = {name[:3]: n for name, n in names.items()} | {"sept": Fraction(9)}
    return {name: Sense("month", n, takes_day=True) for name, n in (short | names).items()}


LEXICON = Lexicon(
    group=",\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}",
    decimal=".",
    words=_words() | _months(),
    stems={word: Sense("unit", unit) for word, unit in _COUNTED.items()},
    endings={"unit": re.compile("s?(?:[’']s?)?")},
    phrases={phrase: Sense(kind, value) for phrase, (kind, value) in _PHRASES.items()},
    ordinal_endings=re.compile("st|nd|rd|th"),
    decade=re.compile("s"),
    has_capital_months=True,
    lone_months=frozenset({3, 5, 8}),  # also a walk, a verb, an adjective
    before_times=frozenset({"at"}),
    before_years=frozenset(
        ["in", "since", "until", "till", "during", "year", "early", "late", "mid"]
    ),
)
