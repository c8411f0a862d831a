"""A word of a text is told to be a form of a dictionary's word, or not to be one."""

import pytest

from builder.language import LANGUAGES
from builder.language.inflection import Inflection, tokens


def inflection_of(language: str) -> Inflection:
    inflection = LANGUAGES[language].inflection
    assert inflection is not None
    return inflection


FORMS = [
    # Every case of a noun with back vowels, of one with front vowels, after each kind of sound.
    ("сапар", "сапардың сапарға сапарды сапарда сапардан сапармен сапардағы сапардай"),
    ("келісім", "келісімнің келісімге келісімді келісімде келісімнен келісіммен келісімдегі"),
    ("шарт", "шарттың шартқа шартты шартта шарттан шартпен шарттағы"),
    ("мәлімдеме", "мәлімдеменің мәлімдемеге мәлімдемені мәлімдемеде мәлімдемеден мәлімдемемен"),
    ("қатынас", "қатынастың қатынасқа қатынасты қатынаста қатынастан қатынаспен"),
    ("құжат", "құжаттың құжатқа құжатты құжатта құжаттан құжатпен құжаттағы құжатша"),
    ("үкімет", "үкіметтің үкіметке үкіметті үкіметте үкіметтен үкіметпен үкіметтегі"),
    # Many of them, and mine, yours and his.
    ("құжат", "құжаттар құжаттардың құжаттарға құжаттары құжаттарын құжаттарымыздың"),
    ("кездесу", "кездесулер кездесулерде кездесуі кездесуінде кездесуімізге"),
    ("ел", "елдер елдердің елі елінің еліне елін елінде елінен елімен еліміз еліміздің"),
    ("сала", "салалар саласы саласында саласындағы саласынан саласына саламызда"),
    ("сапар", "сапары сапарының сапарына сапарын сапарында сапарынан сапарымен сапарындағы"),
    ("мәлімдеме", "мәлімдемесі мәлімдемесінің мәлімдемесіне мәлімдемелерінде"),
    # A word that is his already.
    ("президенті", "президентінің президентіне президентін президентінде президентімен"),
    ("министрлігі", "министрлігінің министрлігіне министрлігін министрлігінен министрлігімен"),
    ("ұйымы", "ұйымының ұйымына ұйымын ұйымында ұйымымен"),
    ("қызметі", "қызметінің қызметіне қызметін қызметінен"),
    ("айналымы", "айналымының айналымына айналымын айналымында"),
    # A last consonant that softens before a vowel.
    ("әріптестік", "әріптестіктің әріптестікке әріптестікті әріптестігі әріптестігіне"),
    ("ынтымақтастық", "ынтымақтастыққа ынтымақтастығы ынтымақтастығын ынтымақтастығымыз"),
    ("серіктестік", "серіктестікте серіктестіктер серіктестігіміздің"),
    ("кітап", "кітапқа кітабы кітабында"),
    # Loans and names, whose vowels are of both kinds, or tell nothing.
    ("жапония", "жапонияның жапонияға жапонияны жапонияда жапониядан жапониямен жапониядағы"),
    ("қазақстан", "қазақстанның қазақстанға қазақстанда қазақстаннан қазақстанмен"),
    ("токио", "токионың токиоға токиода токиодан токиодағы"),
    ("астана", "астананың астанаға астанада астанадан астанамен"),
    ("назарбаев", "назарбаевтың назарбаевқа назарбаевты назарбаевпен"),
    ("абэ", "абэнің абэге абэні абэмен"),
    ("меморандум", "меморандумның меморандумға меморандумды меморандумы меморандумдар"),
    ("лидер", "лидердің лидерге лидері лидерінің"),
    ("комиссия", "комиссияның комиссияға комиссиясы комиссиясының"),
    ("министр", "министрдің министрге министрлер министрі"),
    ("нота", "ноталар ноталармен нотаға нотаны"),
    ("паспорт", "паспорттар паспорты паспортын паспорттарға"),
]

NEAR_MISSES = [
    *("сапар сапаржай", "сапар сапасы", "сапар сапарге", "сапар сапарлас"),
    *("шарт шарттау", "шарт шартты-шарт", "шарт шарық", "шарт шартараптан"),
    *("ел елші", "ел елес", "ел елшілік", "ел елдік", "ел елсіз"),
    *("астана астаналық", "астана астасу", "астана астанге"),
    *("қазақстан қазақстандық", "қазақстан қазақ", "қазақстан қазақстани"),
    *("жапония жапон", "жапония жапондар", "жапония жапонияге"),
    *("үкімет үкім", "үкімет үкіметтік", "үкімет үкіметаралық"),
    *("әріптестік әріптес", "әріптестік әріптестер", "әріптестік әріп"),
    *("құжат құжаттама", "құжат құжаттандыру"),
    *("нота нотариус", "нота ноутбук"),
    *("кездесу кездесті", "кездесу кездеспеу"),
    *("токио токиолық", "комиссия комиссиялық"),
    *("келісім келісімшарт", "келісім келісу"),
]


@pytest.mark.parametrize(("word", "form"), [(w, f) for w, forms in FORMS for f in forms.split()])
def test_a_form_of_a_kazakh_word_is_known(word: str, form: str) -> None:
    assert inflection_of("kk").is_form(form, word)


@pytest.mark.parametrize(("word", "other"), [pair.split() for pair in NEAR_MISSES])
def test_another_kazakh_word_is_none_of_its_forms(word: str, other: str) -> None:
    assert not inflection_of("kk").is_form(other, word)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("visit", "visits"),
        ("communiqué", "communiqués"),
        ("country", "countries"),
        ("day", "days"),
        ("memorandum", "memorandums"),
        ("memorandum", "memoranda"),
        ("process", "processes"),
    ],
)
def test_more_than_one_in_english(word: str, form: str) -> None:
    english = inflection_of("en")

    assert english.is_form(form, word)
    assert not english.is_form(word, form)


@pytest.mark.parametrize(
    ("word", "other"),
    [("visit", "visitor"), ("visit", "visited"), ("day", "daies"), ("note", "notable")],
)
def test_another_english_word_is_none_of_its_forms(word: str, other: str) -> None:
    assert not inflection_of("en").is_form(other, word)


def found(language: str, term: str, text: str) -> str | None:
    """The first place where a term stands in a text, as it is written there."""
    inflection = inflection_of(language)
    words = [token.word for token in tokens(term)]
    of_text = tokens(text)
    for at, token in enumerate(of_text):
        end = inflection.end(words, text, of_text, at)
        if inflection.matches(token.word, words, 0) and end is not None:
            return text[token.start : end]
    return None


@pytest.mark.parametrize(
    ("language", "term", "text", "written"),
    [
        ("kk", "ресми сапар", "Ол ресми сапарында болды", "ресми сапарында"),
        ("kk", "ресми сапар", "Ресми\nсапар басталды", "Ресми\nсапар"),
        ("kk", "ресми сапар", "ресми. Сапар", None),
        ("kk", "ресми сапар", "ресмилер сапары", None),
        ("kk", "сын-қатерлер", "сын-қатерлерге қарсы", "сын-қатерлерге"),
        ("kk", "БҰҰ", "БҰҰ-ның мүшесі", "БҰҰ"),
        (
            "kk",
            "«Астана ЭКСПО-2017» ҰК» АҚ",
            "«Астана ЭКСПО-2017» ҰК» АҚ мен",
            "Астана ЭКСПО-2017» ҰК» АҚ",
        ),
        (
            "en",
            "memorandum of cooperation",
            "two memorandums of cooperation",
            "memorandums of cooperation",
        ),
        ("en", "official visit", "official visits", "official visits"),
        ("en", "official visit", "officials visit", None),
        ("en", "Prime Minister’s Office", "the Prime Minister's Office", "Prime Minister's Office"),
        ("en", "Transport and Tourism", "Transport [and Tourism]", "Transport [and Tourism"),
        ("en", "official visit", "official", None),
    ],
)
def test_a_term_is_found_whatever_stands_between_its_words(
    language: str, term: str, text: str, written: str | None
) -> None:
    assert found(language, term, text) == written
