"""Two texts that state different things are told, and two that state the same are not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.checks.parity import check, compare
from builder.content.content import Content
from builder.content.load import load
from builder.content.names import KnownNames, known_names
from builder.content.segments import Segment, Text
from builder.language import LANGUAGES
from builder.problems import Place, Problem, Severity
from tests.checks.sites import read
from tests.language.invented import INVENTED
from tests.small_site import small_site, three_languages

ROOT = Path(__file__).resolve().parent.parent.parent
PAIRS = ROOT / "tests" / "parity"
HALVES = ("", "-independent")
"""Each table has two halves: one by the author of the reader, one by a person who never saw it."""

MOST_FALSE_ALARMS, LEAST_CAUGHT = 0.03, 0.95


@dataclass(frozen=True)
class Site:
    """A site and the names it knows."""

    content: Content
    names: KnownNames


@pytest.fixture(scope="module")
def site() -> Site:
    """The site of this project, for the names it knows."""
    content = read(ROOT)
    return Site(content, known_names(content))


def told(site: Site, texts: Mapping[str, str | Text]) -> list[Problem]:
    """What is told of texts, each alone in a file that is called like its language."""
    made = {
        code: text if isinstance(text, Text) else Text(code, text, code, Place(code, 1, 1))
        for code, text in texts.items()
    }
    files = {code: text.text for code, text in made.items()}
    segment = Segment("quote", "one", "text", made)
    return list(compare(replace(site.content, files=files), segment, site.names))


def codes(site: Site, kk: str, en: str) -> set[str]:
    return {problem.code for problem in told(site, {"kk": kk, "en": en})}


def pairs(table: str) -> Iterator[tuple[str, str]]:
    """The pairs of a table, each in Kazakh and English."""
    lines = (PAIRS / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t")[:2] == ["kk", "en"]
    for line in lines[1:]:
        kk, en, _, _ = line.split("\t")
        yield kk, en


def test_the_tables_are_as_long_as_promised() -> None:
    for kind in ("equivalent", "different"):
        halves = [set(pairs(f"{kind}{half}")) for half in HALVES]
        assert min(map(len, halves)) >= 100
        assert len(set.union(*halves)) >= 200


@pytest.mark.parametrize("half", HALVES)
def test_few_pairs_that_state_the_same_are_told(site: Site, half: str) -> None:
    table = list(pairs(f"equivalent{half}"))
    alarms = [pair for pair in table if codes(site, *pair)]

    assert len(alarms) <= MOST_FALSE_ALARMS * len(table), alarms


@pytest.mark.parametrize("half", HALVES)
def test_nearly_all_pairs_that_state_different_things_are_told(site: Site, half: str) -> None:
    table = list(pairs(f"different{half}"))
    missed = [pair for pair in table if not codes(site, *pair)]

    assert len(missed) <= (1 - LEAST_CAUGHT) * len(table), missed


def test_nothing_is_told_of_good_sites(tmp_path: Path) -> None:
    for root in (ROOT, small_site(tmp_path / "two"), three_languages(tmp_path / "three")):
        content = read(root)

        assert len(content.languages) >= 2
        assert list(check(content)) == []


def test_what_differs_is_told_at_its_words_in_both_texts(site: Site) -> None:
    texts = {"kk": "Сауда 1,5 миллиард долларға жетті.", "en": "Trade reached\n$1.6 billion."}

    first, second = told(site, texts)

    assert first.place == Place("kk", 1, 7)
    assert second.place == Place("en", 2, 1)
    assert dict(second.values) == {
        "segment": "quote:one/text",
        "language": "en",
        "other_language": "kk",
        "here": "$1.6 billion",
        "there": "1,5 миллиард долларға",
        "other_place": "kk:1:7",
    }


def test_what_is_lacking_is_told_where_it_is_lacking(site: Site) -> None:
    texts = {"kk": "Кездесу өтті.", "en": "The meeting was held on 7 November."}

    (problem,) = told(site, texts)

    assert problem.code == "fact-missing"
    assert problem.place == Place("kk", 1, 1)
    assert problem.values["there"] == "7 November"


@pytest.mark.parametrize("has_words", [True, False])
def test_all_of_three_languages_are_compared_if_their_words_are_known(
    tmp_path: Path, *, has_words: bool
) -> None:
    content = read(three_languages(tmp_path / "site"))
    if has_words:
        languages = [
            replace(language, rules=LANGUAGES["en"].rules) if language is INVENTED else language
            for language in content.languages
        ]
        content = replace(content, languages=tuple(languages))
    texts = {"kk": "15 құжат", "en": "15 documents", INVENTED.code: "51 documents"}

    problems = told(Site(content, known_names(content)), texts)

    assert {problem.place.file for problem in problems} == (texts.keys() if has_words else set())
    assert {problem.code for problem in problems} <= {"fact-parity"}


@pytest.mark.parametrize(
    ("kk", "en"),
    [
        ("Біз БҰҰ мүшелеріміз.", "We are members of the United Nations [Security Council]."),
        ("Жоба үшін 40 маман керек.", "The project needs 40 specialists [and 2 engineers]."),
        ("Барлығы {count} бет.", "{count} pages in all."),
    ],
)
def test_insertions_and_placeholders_are_left_out(site: Site, kk: str, en: str) -> None:
    assert codes(site, kk, en) == set()


def test_a_run_in_another_language_is_left_out(site: Site) -> None:
    text = "Атауы (Tokyo 2020) ресми."
    kazakh = Text("kk", text, "kk", Place("kk", 1, 1), foreign=((7, 17),))

    assert told(site, {"kk": kazakh, "en": "The name is official."}) == []
    assert told(site, {"kk": text, "en": "The name is official."}) != []


@pytest.mark.parametrize(
    ("kk", "en", "expected"),
    [
        ("Абэ келді.", "Nazarbayev came.", {"name-missing"}),
        ("Абэ келді. Ол сөйледі.", "Abe came. Abe spoke.", set()),
        ("Ол сөйледі.", "Abe spoke.", set()),
        ("Назарбаев сөйледі. Ол кетті.", "Abe spoke. He left.", {"name-missing"}),
        ("Қазақстан Президентінің сапары", "Nursultan Nazarbayev’s visit", set()),
        ("Жапония Президентінің сапары", "The President of Kazakhstan’s visit", {"name-missing"}),
        ("Жапония Қазақстанды таныды.", "Kazakhstan recognised Japan.", {"name-order"}),
        ("Абэ Назарбаевпен кездесті.", "Nazarbayev met Abe.", {"name-order"}),
        ("Назарбаев Абэге қаратып айтты.", "Addressing his words to Abe, Nazarbayev spoke.", set()),
        ("Қазақстанды Жапония таныды.", "Kazakhstan was recognised by Japan.", set()),
        ("Токиода Қазақстан таныстырылды.", "Kazakhstan was presented in Tokyo.", set()),
        ("Жапон елшілігі хабарлады.", "The Embassy of Japan reported.", set()),
        ("АҚШ доллары 300 теңге тұрады.", "The US dollar costs 300 tenge.", set()),
        ("Құны 5 млн АҚШ доллары.", "It is worth $5 million.", set()),
        ("Toshiba жоба ұсынды.", "Toyota presented a project.", {"name-missing"}),
        ("ДЖЕТРО мен МАГАТЭ", "JETRO and the IAEA", set()),
    ],
)
def test_names(site: Site, kk: str, en: str, expected: set[str]) -> None:
    assert codes(site, kk, en) == expected


@pytest.mark.parametrize(
    ("kk", "en", "is_alike"),
    [
        ("Бельгия мен Иракқа тапсырды.", "They handed it to Belgium and Iraq.", True),
        ("Бельгия мен Иракқа тапсырды.", "They handed it to Iraq and Belgium.", False),
        ("Астана мен Токио Киотоға жазды.", "Astana and Tokyo wrote to Kyoto.", True),
        ("Астана мен Токио Киотоға жазды.", "Astana and Kyoto wrote to Tokyo.", False),
        ("Жапония Қазақстанмен келісті.", "Japan and Kazakhstan agreed.", True),
        ("Қазақстандағы Жапония елшісі", "The Ambassador of Japan to Kazakhstan", True),
    ],
)
def test_names_are_joined_alike(site: Site, kk: str, en: str, *, is_alike: bool) -> None:
    assert codes(site, kk, en) == (set() if is_alike else {"name-order"})


@pytest.mark.parametrize(
    ("kk", "en", "is_alike"),
    [
        ("Жапонияның Қазақстанды тануы", "Recognition of Kazakhstan by Japan", True),
        ("Жапонияның Қазақстанды тануы", "Recognition of Japan by Kazakhstan", False),
        ("Қазақстанды Жапония таныды.", "Japan recognised Kazakhstan.", True),
        ("Жапонияны Қазақстан таныды.", "Japan was recognised by Kazakhstan.", True),
        ("Қазақстан Жапонияны таныды.", "Kazakhstan was recognised by Japan.", False),
        ("Абэні қабылдаған Назарбаев сөйледі.", "Having received Abe, Nazarbayev spoke.", True),
        ("Ол Хиросимаға Токиодан келді.", "He came from Tokyo to Hiroshima.", True),
        ("Ол Токиодан Хиросимаға келді.", "He came to Tokyo from Hiroshima.", False),
    ],
)
def test_whoever_does_it_to_whom_is_the_same(
    site: Site, kk: str, en: str, *, is_alike: bool
) -> None:
    assert codes(site, kk, en) == (set() if is_alike else {"name-order"})


@pytest.mark.parametrize(
    ("kk", "en", "is_alike"),
    [
        ("Абэ Назарбаевқа айтты.", "Turning to Nursultan Nazarbayev, Shinzo Abe spoke.", True),
        ("Абэ Назарбаевқа айтты.", "Turning to Shinzo Nazarbayev, Nursultan Abe spoke.", False),
        ("С. Назарбаев келді. Назарбаев күтті.", "Nazarbayev waited.", False),
        ("С. Назарбаев келді.", "Shinzo Nazarbayev came.", True),
        ("Н.Ә. Назарбаев келді.", "Nursultan Nazarbayev came.", True),
        ("Н. С. Назарбаев келді.", "Nursultan Nazarbayev came.", True),
        ("Ол Синдзоны, Назарбаевты көрді.", "He saw Shinzo, Nazarbayev.", True),
        ("Назарбаев келді.", "This is Shinzo. Nazarbayev came.", True),
    ],
)
def test_a_family_name_with_the_first_name_of_another_is_nobodys(
    site: Site, kk: str, en: str, *, is_alike: bool
) -> None:
    assert codes(site, kk, en) == (set() if is_alike else {"name-missing"})


@pytest.mark.parametrize(
    ("kk", "en", "expected"),
    [
        ("Сауда, көлік, туризм мен мәдениет", "Trade, transport, tourism and culture", set()),
        ("Сауда, көлік, туризм мен мәдениет", "Trade, transport and culture", {"list-parity"}),
        ("Алайда, сауда мен көлік өсті.", "However, trade and transport grew.", set()),
    ],
)
def test_lists(site: Site, kk: str, en: str, expected: set[str]) -> None:
    assert codes(site, kk, en) == expected


@pytest.mark.parametrize(
    ("kk", "en", "expected"),
    [
        (["https://a.example/kk/1"], ["https://a.example/en/1"], []),
        (["https://a.example/1"], ["https://a.example/2"], ["kk", "en"]),
        (["https://a.example/1"], ["https://a.example/1"] * 2, ["kk"]),
    ],
)
def test_links(site: Site, kk: list[str], en: list[str], expected: list[str]) -> None:
    texts = {
        code: Text(code, "-", code, Place(code, 1, 1), links=tuple(links))
        for code, links in (("kk", kk), ("en", en))
    }

    problems = told(site, texts)

    assert {problem.code for problem in problems} <= {"link-missing"}
    assert [problem.place.file for problem in problems] == expected


@pytest.mark.parametrize(
    ("kk", "en"),
    [
        ("2015 жылғы 1 мамырда, 2016 жылғы 2 маусымда", "on 1 May 2016 and 2 June 2015"),
        ("6–9 қарашада", "on 6 and 9 November"),
        ("1 қаңтардан бастап", "until 1 January"),
        ("30 пайызы", "30 enterprises"),
        ("алтыншы отырыс", "six meetings"),
    ],
)
def test_what_has_the_same_figures_may_still_differ(site: Site, kk: str, en: str) -> None:
    assert "fact-parity" in codes(site, kk, en)


def test_what_grammar_may_ask_for_is_a_warning(site: Site) -> None:
    kk = "Жапония Қазақстанды таныды. Сауда, көлік, туризм мен мәдениет."
    en = "Kazakhstan recognised Japan. Trade, transport and culture."

    severities = {p.code: p.severity for p in told(site, {"kk": kk, "en": en})}

    assert severities == {"name-order": Severity.WARNING, "list-parity": Severity.WARNING}


def test_an_article_that_could_not_be_read_is_not_compared(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    prose = root / "content" / "pages" / "talks.en.md"
    text = prose.read_text(encoding="utf-8")
    prose.write_text(f"<b>7 November</b> {text}", encoding="utf-8")
    content = load(root, LANGUAGES).content
    assert content is not None

    assert ("article", "talks") in content.unreadable
    assert list(check(content)) == []
