"""Every code has its sentences, every sentence its code, and each reads as it should."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from builder.content.blocks import BlockKind
from builder.problems import Place, Problem, Severity, in_order
from builder.problems.catalogue import Catalogue, Sentence
from builder.problems.catalogues import CATALOGUES, in_language, in_locale
from builder.problems.english import CATALOGUE
from tests.small_site import BROKEN
from tests.told import FOLDER, KEPT, SOURCES, kept, told

BUILDER = Path(__file__).parent.parent / "builder"
RAISING = {"Problem", "Finding", "fault", "note", "note_key", "note_file", "_refuse", "_refusal"}

TOLD = re.compile(r": (?:error|warning)\[([a-z0-9-]+)\]: ")


def modules() -> Iterator[ast.Module]:
    for path in BUILDER.rglob("*.py"):
        if "problems" not in path.parts:
            yield ast.parse(path.read_text(encoding="utf-8"))


def raised() -> Iterator[str]:
    for tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in RAISING and isinstance(node.args[0].value, str):
                    yield node.args[0].value


def test_every_code_that_is_raised_has_its_sentences() -> None:
    codes = set(raised())

    assert len(codes) > 100
    assert codes - CATALOGUE.sentences.keys() == set()


def test_every_sentence_belongs_to_a_code_that_is_raised() -> None:
    literals = {
        node.value
        for tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

    assert CATALOGUE.sentences.keys() - literals == set()


def test_every_code_is_told_of_something_that_is_broken_on_purpose() -> None:
    files = [*BROKEN.glob("*/expected.txt"), *(kept(name, "en") for name in SOURCES)]
    codes = {code for file in files for code in re.findall(TOLD, file.read_text(encoding="utf-8"))}

    assert codes == CATALOGUE.sentences.keys()


@pytest.mark.parametrize("name", SOURCES)
def test_what_is_told_of_pages_and_of_publishing_is_this_in_every_language(name: str) -> None:
    problems = tuple(SOURCES[name]())

    assert all(of_it for _, of_it in problems)
    for language in KEPT:
        assert told(problems, language) == kept(name, language).read_text(encoding="utf-8")


def test_nothing_is_kept_that_is_not_compared() -> None:
    assert set(FOLDER.iterdir()) == {kept(name, language) for name in SOURCES for language in KEPT}


@pytest.mark.parametrize("language", CATALOGUES)
def test_sentences_are_sentences_with_a_way_out(language: str) -> None:
    for code, sentence in CATALOGUES[language].sentences.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert sentence.message
        assert sentence.hint
        assert not sentence.message.endswith("."), code
        assert not sentence.hint.endswith("."), code


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_sentence_says_the_same_facts_in_every_language(language: str) -> None:
    catalogue = CATALOGUES[language]

    assert catalogue.language == language
    for code, sentence in CATALOGUE.sentences.items():
        other = catalogue.sentences[code]
        for part in ("message", "hint", "suggestion"):
            here, there = getattr(other, part), getattr(sentence, part)
            assert placeholders(here) == placeholders(there), (code, part)
            assert bool(here) == bool(there), (code, part)
    assert catalogue.sentences.keys() == CATALOGUE.sentences.keys()
    assert catalogue.words.keys() == CATALOGUE.words.keys()
    assert catalogue.blocks.keys() == CATALOGUE.blocks.keys() == set(get_args(BlockKind))
    assert catalogue.severities.keys() == set(Severity)
    for name, text in CATALOGUE.outcomes.items():
        assert placeholders(catalogue.outcomes[name]) == placeholders(text)


def test_kazakh_joins_no_ending_to_a_value() -> None:
    """What a value ends in is not known, so that no ending could agree with it."""
    for code, sentence in CATALOGUES["kk"].sentences.items():
        for text in (sentence.message, sentence.hint, sentence.suggestion):
            assert not re.search(r"\}[»`\"]?-?[а-яәғқңөұүһі]", text), code
            assert not re.search(r"[а-яәғқңөұүһі]\{\w", text), code


def test_kazakh_is_written_in_kazakh_letters_and_polite_words() -> None:
    letters = "\n".join(f"{s.message}\n{s.hint}" for s in CATALOGUES["kk"].sentences.values())
    polite = [
        s.hint for s in CATALOGUES["kk"].sentences.values() if "ңыз" in s.hint or "ңіз" in s.hint
    ]

    assert set("әғқңөұүһі") - set(letters.lower()) <= {"һ"}
    assert not re.search(r"[а-яё][a-z]|[a-z][а-яё]", letters)  # no look-alikes within a word
    assert len(polite) > 0.9 * len(CATALOGUES["kk"].sentences)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("kk_KZ.UTF-8", "kk"),
        ("kk", "kk"),
        ("KK_KZ", "kk"),
        ("kk-KZ", "kk"),
        ("kk@cyrillic", "kk"),
        ("en_GB.UTF-8", "en"),
        ("ja_JP.UTF-8", "en"),
        ("kkk_XX", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
    ],
)
def test_a_terminal_is_answered_in_its_language_or_in_the_usual_one(
    locale: str, language: str
) -> None:
    assert in_locale(locale).language == language


def test_a_page_is_answered_in_its_language_or_in_the_usual_one() -> None:
    assert in_language("kk").language == "kk"
    assert in_language("ja").language == "en"


def test_a_problem_is_told_with_place_code_message_and_hint() -> None:
    problem = Problem("unknown-record", Place("a.yaml", 2, 5), {"kind": "person", "id": "ab"})

    assert CATALOGUE.describe(problem) == (
        "a.yaml:2:5: error[unknown-record]: there is no person 'ab'\n"
        "  hint: create it, or correct the id"
    )


def test_a_suggestion_takes_the_place_of_the_hint() -> None:
    values = {"kind": "person", "id": "ab", "suggestion": "abe"}
    problem = Problem("unknown-record", Place("a.yaml"), values, Severity.WARNING)

    assert CATALOGUE.describe(problem) == (
        "a.yaml: warning[unknown-record]: there is no person 'ab'\n  hint: did you mean abe?"
    )


def test_another_language_needs_only_a_second_catalogue() -> None:
    other = Catalogue(
        "kk",
        {"unknown-record": Sentence("{kind} {id} жоқ", "жасаңыз", "бәлкім, {suggestion}?")},
        {"error": "қате", "warning": "ескерту"},
        "кеңес",
        {},
        {},
        {},
    )
    problem = Problem("unknown-record", Place("a.yaml", 1, 2), {"kind": "person", "id": "ab"})

    assert other.describe(problem) == (
        "a.yaml:1:2: қате[unknown-record]: person ab жоқ\n  кеңес: жасаңыз"
    )


def test_problems_are_ordered_by_place_and_each_is_said_once() -> None:
    late, early = Problem("b", Place("a.yaml", 10, 1)), Problem("c", Place("a.yaml", 9, 2))
    other = Problem("a", Place("b.yaml", 1, 1))

    assert in_order([other, late, early, late]) == (early, late, other)


def test_a_value_of_several_lines_stands_on_one() -> None:
    problem = Problem("unknown-key", Place("a.yaml", 1, 1), {"key": "a\nb.yaml:1:1: error[x]: c"})

    assert CATALOGUE.describe(problem).count("\n") == 1
