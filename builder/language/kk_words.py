"""The words by which Kazakh states numbers, dates and times, for reading them back.

Numerals and nouns take endings by the harmony of vowels; every form of an ending is listed
for every stem, since a text with the wrong one still states the same number.
"""

import re
from fractions import Fraction

from builder.language.kk_months import MONTHS
from builder.language.reading.lexicon import Lexicon, Sense, WordKind

_UNITS = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_ORDINAL_UNITS = [
    "бірінші",
    "екінші",
    "үшінші",
    "төртінші",
    "бесінші",
    "алтыншы",
    "жетінші",
    "сегізінші",
    "тоғызыншы",
]
_ORDINAL_TENS = [
    "оныншы",
    "жиырмасыншы",
    "отызыншы",
    "қырқыншы",
    "елуінші",
    "алпысыншы",
    "жетпісінші",
    "сексенінші",
    "тоқсаныншы",
]
_COLLECTIVES = {"екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7}
_SHARES = ["бірі", "екісі", "үші", "төрті", "бесі", "алтысы", "жетісі", "сегізі", "тоғызы"]
_WEEKDAYS = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"]
_SCALES = {
    "мың": 10**3,
    "миллион": 10**6,
    "млн": 10**6,
    "миллиард": 10**9,
    "млрд": 10**9,
    "триллион": 10**12,
    "трлн": 10**12,
}
_COUNTED = {
    "жыл": "year",
    "жылдық": "anniversary",
    "жылдығ": "anniversary",
    "ай": "month",
    "апта": "week",
    "күн": "day",
    "тәулік": "day",
    "минут": "minute",
    "мин": "minute",
    "секунд": "second",
    "пайыз": "percent",
    "адам": "people",
    "ел": "countries",
    "мемлекет": "countries",
    "құжат": "documents",
    "компания": "companies",
    "рет": "times",
    "есе": "times",
    "километр": "km",
    "км": "km",
    "метр": "m",
    "миль": "mile",
    "гектар": "ha",
    "тонна": "t",
    "килограмм": "kg",
    "кг": "kg",
    "градус": "degree",
    "мегаватт": "MW",
    "мвт": "MW",
    "гигаватт": "GW",
    "доллар": "USD",
    "еуро": "EUR",
    "иена": "JPY",
    "йен": "JPY",
    "иен": "JPY",
    "теңге": "KZT",
    "рубль": "RUB",
    "рубл": "RUB",
    "юань": "CNY",
    "вон": "KRW",
}
_PHRASES: dict[tuple[str, ...], tuple[WordKind, str]] = {
    ("АҚШ".lower(), "доллар"): ("unit", "USD"),
    ("канада", "доллар"): ("unit", "CAD"),
    ("аустралия", "доллар"): ("unit", "AUD"),
    ("фунт", "стерлинг"): ("unit", "GBP"),
    ("пайыздық", "тармақ"): ("unit", "percentage point"),
    ("пайыздық", "пункт"): ("unit", "percentage point"),
    ("шаршы", "километр"): ("unit", "km2"),
    ("шаршы", "метр"): ("unit", "m2"),
    ("текше", "метр"): ("unit", "m3"),
    ("екінші", "жағынан"): ("skip", ""),
    ("кем", "дегенде"): ("before", "from"),
    ("көп", "дегенде"): ("before", "to"),
    ("ең", "көбі"): ("before", "to"),
    ("түстен", "кейінгі"): ("afternoon", ""),
}
_BOUNDS_AFTER = {
    "from": "астам артық көп бастап бері кейін соң",
    "to": "дейін шейін кем аз бұрын",
    "about": "жуық таяу тарта шақты шамалы",
}
_NUMBERED = "бап тарау бөлім тармақ бет қарар қаулы"

_CASE = "[нтд][ыі]ң|[ғгқк][ае]|[нтд][ыі]|[дт][ае](?:[ғг][ыі])?|[дтн][ае]н|[мбп]ен"
_POSSESSED = "н[ыі]ң|н[ае]|[ае]|н|н[дт][ае](?:[ғг][ыі])?|н[ае]н|[мбп]ен"
NOUN = f"(?:[лдт][ае]р)?(?:{_CASE}|(?:[ыі]|с[ыі])(?:{_POSSESSED})?)?"
_FIGURE = f"(?:{_CASE}|(?:[ыі]|с[ыі])(?:{_POSSESSED})?|[ае])"
_ORDINAL = f"(?:ы?нш[ыі]|і?нш[ыі]|ш[ыі])(?:{_CASE}|с[ыі](?:{_POSSESSED})?)?"


def _words() -> dict[str, Sense]:
    """Words that take no ending, and forms that look like numbers and are none."""
    bounds = {
        word: Sense("after", bound)
        for bound, words in _BOUNDS_AFTER.items()
        for word in words.split()
    }
    return bounds | {
        "онда": Sense("skip"),  # there
        "ондағы": Sense("skip"),
        "жүзі": Sense("skip"),  # face
        "оны": Sense("cardinal", Fraction(10), is_weak=True),  # also him, it
        "ондаған": Sense("vague", Fraction(10)),
        "жүздеген": Sense("vague", Fraction(100)),
        "мыңдаған": Sense("vague", Fraction(1000)),
        "миллиондаған": Sense("vague", Fraction(10**6)),
        "ширек": Sense("part", Fraction(4)),
        "шамамен": Sense("before", "about"),
        "жуықтап": Sense("before", "about"),
        "кемінде": Sense("before", "from"),
        "астам": Sense("after", "from"),
        "жарым": Sense("half"),
        "кешкі": Sense("afternoon"),
        "таңғы": Sense("morning"),
        "таңертеңгі": Sense("morning"),
        "және": Sense("and"),
        "мен": Sense("and"),
        "пен": Sense("and"),
        "бен": Sense("and"),
        "әрі": Sense("and"),
        "аралығында": Sense("between"),
        "аралығындағы": Sense("between"),
        "арасында": Sense("between"),
        "арасындағы": Sense("between"),
        "ж": Sense("unit", "year"),
        "жж": Sense("unit", "year"),
        "%": Sense("unit", "percent"),
        "$": Sense("currency", "USD"),
        "€": Sense("currency", "EUR"),
        "¥": Sense("currency", "JPY"),
        "₸": Sense("currency", "KZT"),
        "₽": Sense("currency", "RUB"),
        "£": Sense("currency", "GBP"),
    }


def _stems() -> dict[str, Sense]:
    """Words that take endings."""
    cardinals = dict(zip((*_UNITS, *_TENS), (*range(1, 10), *range(10, 100, 10)), strict=True))
    ordinals = dict(
        zip((*_ORDINAL_UNITS, *_ORDINAL_TENS), (*range(1, 10), *range(10, 100, 10)), strict=True)
    )
    stems = {word: Sense("cardinal", Fraction(n), n == 1) for word, n in cardinals.items()}
    stems["тоқсан"] = Sense("cardinal", Fraction(90), is_weak=True)  # also a quarter of a year
    stems["жүз"] = Sense("cardinal", Fraction(100))
    stems |= {word: Sense("ordinal", Fraction(n), n == 1) for word, n in ordinals.items()}
    stems["жүзінші"] = Sense("ordinal", Fraction(100))
    for word in ("тұңғыш", "алғаш", "алғашқы"):
        stems[word] = Sense("ordinal", Fraction(1), is_weak=True)
    stems["біреу"] = Sense("collective", Fraction(1), is_weak=True)
    stems |= {word: Sense("collective", Fraction(n)) for word, n in _COLLECTIVES.items()}
    stems |= {word: Sense("share", Fraction(n), n == 1) for n, word in enumerate(_SHARES, 1)}
    stems |= {word: Sense("scale", Fraction(n)) for word, n in _SCALES.items()}
    stems |= {f"{word}ыншы": Sense("ranked scale", Fraction(n)) for word, n in _SCALES.items()}
    stems["қырықыншы"] = stems["қырқыншы"]
    stems |= {word: Sense("month", Fraction(n)) for n, word in enumerate(MONTHS, 1)}
    stems |= {word: Sense("weekday", Fraction(n)) for n, word in enumerate(_WEEKDAYS, 1)}
    stems |= {word: Sense("unit", unit) for word, unit in _COUNTED.items()}
    stems |= {word: Sense("numbered") for word in _NUMBERED.split()}
    stems["жарты"] = Sense("half")
    stems["сағат"] = Sense("hour", "hour")
    return stems


_NOUN_ENDINGS = re.compile(NOUN)

LEXICON = Lexicon(
    group="\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE} ",
    decimal=",.",
    words=_words(),
    stems=_stems(),
    endings={
        "cardinal": re.compile(f"(?:{_CASE})?"),
        "share": re.compile(f"(?:{_POSSESSED})?"),
        "collective": re.compile(f"(?:{_CASE}|(?:[ыі])(?:{_POSSESSED})?)?"),
        "ordinal": _NOUN_ENDINGS,
        "ranked scale": _NOUN_ENDINGS,
        "scale": re.compile(f"(?:{_CASE}|[дт][ае]й|(?:[ыі]|с[ыі])(?:{_POSSESSED})?)?"),
        "month": _NOUN_ENDINGS,
        "weekday": _NOUN_ENDINGS,
        "numbered": _NOUN_ENDINGS,
        "half": _NOUN_ENDINGS,
        "hour": _NOUN_ENDINGS,
        "unit": re.compile(f"(?:[дтл][ыі][қкғг])?{NOUN}|ғы|гі"),
    },
    phrases={phrase: Sense(kind, value) for phrase, (kind, value) in _PHRASES.items()},
    ablative=frozenset(["дан", "ден", "тан", "тен", "нан", "нен"]),
    genitive=frozenset(["ның", "нің", "дың", "дің", "тың", "тің"]),
    ordinal_endings=re.compile(_ORDINAL),
    case_endings=re.compile(_FIGURE),
    is_ranked_by_hyphen=True,
    near_endings=re.compile("[дт][ае]й"),
    decade=re.compile(f"жылдар(?:{_CASE}|ы(?:{_POSSESSED})?)?"),
    lone_months=frozenset({3, 6, 10}),  # also a feast, a season, a cauldron
    before_times=frozenset({"сағат", "уақытымен"}),
    least_ten=10,
)
