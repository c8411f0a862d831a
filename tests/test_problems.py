"""Every code has its sentences, every sentence its code, and each reads as it should."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from builder.problems import Place, Problem, Severity, in_order
from builder.problems.catalogue import Catalogue, Sentence
from builder.problems.english import CATALOGUE

BUILDER = Path(__file__).parent.parent / "builder"
RAISING = {"Problem", "Finding", "fault", "note", "note_key", "note_file", "_refuse", "_refusal"}


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


def test_sentences_are_sentences_with_a_way_out() -> None:
    for code, sentence in CATALOGUE.sentences.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert sentence.message
        assert sentence.hint
        assert not sentence.message.endswith("."), code
        assert not sentence.hint.endswith("."), code


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
        {"unknown-record": Sentence("{kind} {id} жоқ", "жасаңыз", "бәлкім, {suggestion}?")},
        {"error": "қате", "warning": "ескерту"},
        "кеңес",
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
