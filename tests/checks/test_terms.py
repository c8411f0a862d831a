"""A term that stands in one language has a right counterpart in the other, and no forbidden one."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from builder.checks import check, terms
from builder.content.content import Content
from builder.content.glossary import glossaries, longest
from builder.content.load import load
from builder.content.segments import Segment, Text, segments
from builder.language import LANGUAGES
from builder.problems import Problem
from tests.small_site import ROOT, small_site

TERMS = """\
- id: official-visit
  term: {kk: ресми сапар, en: official visit}
  allowed: {en: [official trip]}
  forbidden: {kk: [мемлекеттік сапар], en: [state visit]}
- id: special
  term: {kk: ерекше стратегиялық әріптестік, en: special strategic partnership}
  forbidden: {en: [extended strategic partnership]}
- id: strategic
  term: {kk: стратегиялық әріптестік, en: strategic partnership}
  forbidden: {en: [strategic cooperation]}
- id: partnership
  term: {kk: әріптестік, en: partnership}
  forbidden: {kk: [ынтымақтастық], en: [cooperation]}
- id: cooperation
  term: {kk: ынтымақтастық, en: cooperation}
  forbidden: {kk: [әріптестік], en: [partnership]}
- id: united-nations
  term: {kk: Біріккен Ұлттар Ұйымы (БҰҰ), en: United Nations (UN)}
- id: contract
  term: {kk: шарт, en: contract}
  forbidden: {en: [treaty]}
  applies: {kinds: [visit], events: [talks]}
- id: treaty
  term: {kk: шарт, en: treaty}
  forbidden: {en: [contract]}
  applies: {people: [guest]}
- id: pact
  term: {kk: пакт, en: pact}
  forbidden: {en: [treaty]}
  applies: {sources: [report]}
- id: world
  term: {kk: әлем, en: a world}
  enforced: false
"""


def content_with(folder: Path, files: dict[str, str]) -> Content:
    site = small_site(folder / "site")
    for name, text in files.items():
        (site / "content" / name).write_text(text, encoding="utf-8")
    loaded = load(site, LANGUAGES)
    assert loaded.problems == ()
    assert loaded.content is not None
    return loaded.content


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return content_with(tmp_path_factory.mktemp("terms"), {"terms.yaml": TERMS})


def found(
    content: Content,
    kk: str,
    en: str,
    owner: tuple[str, str] = ("visit", "visit"),
    verbatim: str = "",
) -> list[tuple[str, str]]:
    """What is wrong with two texts: the code, and the language of the text that is wrong."""
    there = next(s for s in segments(content) if (s.kind, s.record) == ("visit", "visit"))
    texts = {
        code: replace(there.texts[code], text=text, verbatim="report" if code == verbatim else None)
        for code, text in (("kk", kk), ("en", en))
    }
    segment = Segment(*owner, "text", MappingProxyType(texts))
    return [
        (problem.code, str(problem.values["language"]))
        for problem in terms.checker(content)(segment)
    ]


RIGHT = [
    ("Ресми сапардың күні белгілі.", "The day of the official visit is known."),
    ("Ресми сапары аясында", "Within the framework of official visits"),
    ("Ресми сапар болды.", "There was an official trip."),
    ("Ерекше стратегиялық әріптестікті", "The special strategic partnership"),
    ("Стратегиялық әріптестігіміз", "Our strategic partnership"),
    ("әріптестік пен ынтымақтастық", "partnership and cooperation"),
    ("ынтымақтастыққа", "to cooperation"),
    ("БҰҰ-ның мүшесі", "a member of the United Nations"),
    ("Біріккен Ұлттар Ұйымына", "to the UN"),
    ("шартқа қол қойылды", "the contract was signed"),
    ("Сапар ұзақ болды.", "The journey was long."),
    ("Мемлекеттік сапар болған жоқ.", "There was no state visit."),
    ("Ресми сапар – мемлекеттік сапар емес.", "An official visit is no state visit."),
    ("әлемде", "everywhere"),
]


@pytest.mark.parametrize(("kk", "en"), RIGHT)
def test_right_words_are_let_pass(kk: str, en: str, content: Content) -> None:
    assert found(content, kk, en) == []


WRONG = [
    ("Ресми сапардың күні белгілі.", "The day of the state visit.", ("term-forbidden", "en")),
    ("Мемлекеттік сапарда", "On an official visit", ("term-forbidden", "kk")),
    ("Ресми сапарда", "On a journey", ("term-missing", "en")),
    ("Сапарда", "On an official visit", ("term-missing", "kk")),
    ("Ерекше стратегиялық әріптестік", "Strategic partnership", ("term-missing", "en")),
    ("Стратегиялық әріптестік", "Strategic cooperation", ("term-forbidden", "en")),
    ("ынтымақтастық", "partnership", ("term-forbidden", "en")),
    ("әріптестік пен ынтымақтастық", "partnership and partnership", ("term-forbidden", "en")),
    ("Ресми сапар мен сапар", "An official visit, a state visit", ("term-forbidden", "en")),
    ("шартқа қол қойылды", "the treaty was signed", ("term-forbidden", "en")),
    ("БҰҰ", "everybody", ("term-missing", "en")),
]


@pytest.mark.parametrize(("kk", "en", "wrong"), WRONG)
def test_wrong_words_are_told_of_the_text_that_has_them(
    kk: str, en: str, wrong: tuple[str, str], content: Content
) -> None:
    assert wrong in found(content, kk, en)


def test_words_of_a_source_are_evidence_and_never_wrong(content: Content) -> None:
    told = found(content, "Ресми сапар", "State visit", verbatim="kk")

    assert told == [("term-forbidden", "en")]
    assert found(content, "Мемлекеттік сапар", "Official visit", verbatim="kk") == []
    assert found(content, "Сапар", "Official visit", verbatim="kk") == []


@pytest.mark.parametrize(
    ("owner", "kazakh", "english", "codes"),
    [
        (("visit", "visit"), "шарт", "treaty", ["term-forbidden"]),
        (("event", "talks"), "шарт", "treaty", ["term-forbidden"]),
        (("event", "return-visit"), "шарт", "treaty", []),
        (("person", "guest"), "шарт", "contract", ["term-forbidden"]),
        (("person", "guest"), "шарт", "treaty", []),
        (("person", "host"), "шарт", "contract", []),
        (("quote", "trade"), "пакт", "treaty", ["term-forbidden"]),  # it rests on the report
        (("source", "ministry-page"), "пакт", "treaty", []),
        (("strings", "strings"), "пакт", "treaty", []),
    ],
)
def test_a_term_holds_where_it_applies(
    owner: tuple[str, str], kazakh: str, english: str, codes: list[str], content: Content
) -> None:
    told = found(content, kazakh, english, owner)

    assert [code for code, language in told if language == "en"] == codes


def test_a_term_is_not_looked_for_in_its_own_record(content: Content) -> None:
    owner = ("term", "official-visit")

    assert found(content, "Ресми сапар", "Never a state visit", owner) == []


def test_a_word_inside_a_name_is_not_taken_for_itself(tmp_path: Path) -> None:
    name = "{kk: Ынтымақтастық орталығы, en: Centre for Joint Work}"
    state = (ROOT / "tests/sites/good/small/content/organisations/press-service.yaml").read_text(
        encoding="utf-8"
    )
    body = "\n".join(
        f"name: {name}" if line.startswith("name:") else line for line in state.splitlines()
    )
    content = content_with(
        tmp_path, {"terms.yaml": TERMS, "organisations/press-service.yaml": f"{body}\n"}
    )

    assert found(content, "Ынтымақтастық орталығына барды", "Went to the Centre") == []
    assert found(content, "Ынтымақтастық туралы", "On work") == [("term-missing", "en")]


def test_a_run_in_another_language_names_a_term_and_asks_for_none(content: Content) -> None:
    there = next(s for s in segments(content) if s.kind == "visit")

    def of(kk: str, en: str, foreign: str) -> list[Problem]:
        start = en.index(foreign)
        texts = {
            "kk": replace(there.texts["kk"], text=kk),
            "en": replace(there.texts["en"], text=en, foreign=((start, start + len(foreign)),)),
        }
        segment = Segment("visit", "visit", "text", MappingProxyType(texts))
        return list(terms.checker(content)(segment))

    assert of("Ресми сапар деген сөз", "The words ресми сапар", "ресми сапар") == []
    assert of("Осындай сөз", "The words ресми сапар", "ресми сапар") == []
    assert of("Француз сөзі", "The French word partnership", "partnership") == []


def test_what_lacks_a_term_is_told_at_the_sentence_that_answers(tmp_path: Path) -> None:
    correction = """\
- date: 2016-12-03
  text:
    kk: Бұл – бірінші сөйлем. Мұнда ресми сапар аталған.
    en: This is the first sentence. A journey is named here.
"""
    content = content_with(tmp_path, {"terms.yaml": TERMS, "corrections.yaml": correction})

    (problem,) = terms.check(content)

    assert str(problem.place) == "content/corrections.yaml:4:37"
    assert problem.values["other_place"] == "content/corrections.yaml:3:37"


def test_a_finding_can_be_waived(tmp_path: Path) -> None:
    quote = ROOT / "tests" / "sites" / "good" / "small" / "content" / "quotes" / "trade.yaml"
    body = quote.read_text(encoding="utf-8").replace("en: Trade}", "en: State visit}")
    body = body.replace("{kk: Сауда,", "{kk: Ресми сапар,")
    waiver = "waive:\n- {code: term-forbidden, at: topic, reason: {kk: Сынақ, en: A test}}\n"
    files = {"terms.yaml": TERMS, "quotes/trade.yaml": body}

    told = [p.code for p in check(content_with(tmp_path / "one", files))]
    assert "term-forbidden" in told
    files["quotes/trade.yaml"] = body + waiver
    assert not {"term-forbidden", "waiver-unused"} & {
        p.code for p in check(content_with(tmp_path / "two", files))
    }


@pytest.fixture(scope="module")
def real() -> Content:
    loaded = load(ROOT)
    assert loaded.content is not None
    return loaded.content


def test_the_texts_of_the_real_site_agree(real: Content) -> None:
    assert list(terms.check(real)) == []


def test_the_terms_that_matter_most_are_enforced(real: Content) -> None:
    assert "state visit" in real.terms["official-visit"].forbidden["en"]
    assert "treaty" in real.terms["contract"].forbidden["en"]
    assert real.terms["partnership"].term == {"kk": "әріптестік", "en": "partnership"}
    assert real.terms["cooperation"].term == {"kk": "ынтымақтастық", "en": "cooperation"}
    assert all(term.enforced for term in real.terms.values())
    assert all(term.why for term in real.terms.values() if term.forbidden)


def mutants(content: Content) -> Iterator[tuple[Segment, str, int]]:
    """Each right word of each term in each text that may be wrong, made a forbidden one.

    With the language of the text, and where in it the word begins.
    """
    words, sources = glossaries(content), terms.sources_of(content)
    for segment in segments(content):
        for code, text in segment.texts.items():
            if len(segment.texts) < 2 or text.verbatim:
                continue
            for hit in longest(words[code].all_hits(text.text)):
                for name in hit.right:
                    term = content.terms[name]
                    asked = terms.applies(term, segment, sources)
                    is_foreign = any(start <= hit.start < end for start, end in text.foreign)
                    for wrong in term.forbidden.get(code, ()) if asked and not is_foreign else ():
                        changed = text.text[: hit.start] + wrong + text.text[hit.end :]
                        yield _with(segment, replace(text, text=changed)), code, hit.start


def _with(segment: Segment, text: Text) -> Segment:
    texts = MappingProxyType({**segment.texts, text.language: text})
    return replace(segment, texts=texts)


def test_a_forbidden_word_in_place_of_a_right_one_is_caught(real: Content) -> None:
    of_segment = terms.checker(real)
    score = Counter[bool]()
    for mutant, code, _ in mutants(real):
        caught = any(problem.values["language"] == code for problem in of_segment(mutant))
        score[caught] += 1

    assert score.total() > 1_000
    assert score[True] / score.total() >= 0.98
