"""docs/problems.md explains every problem, and its examples are what the program says they are."""

import re
from pathlib import Path

import pytest

from builder.build import build
from builder.problems.catalogues import CATALOGUES
from builder.project import Project
from tests.small_site import BROKEN, broken_site
from tools.problems import DOCUMENT, document, examples, explanations

EXAMPLES = {code: example for code, example in examples().items() if example.site}


def test_the_document_is_in_step_with_the_sentences_and_explanations() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m tools.problems"


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_code_is_explained_and_no_other(language: str) -> None:
    assert explanations().keys() == CATALOGUES[language].sentences.keys()


def test_every_explanation_is_a_sentence_and_an_example_has_two_sides() -> None:
    for code, told in explanations().items():
        assert told["why"].endswith("."), code
        assert told.keys() <= {"why", "site", "bad", "good"}, code
        assert ("bad" in told) == ("good" in told), code


def test_most_problems_have_an_example() -> None:
    without = explanations().keys() - examples().keys()

    assert len(EXAMPLES) > 90
    assert not {code for code in without if code.startswith(("yaml-colon", "unknown-key"))}


def places(case: str, code: str) -> list[str]:
    """The files in which a broken site is told a code, once each time."""
    said = (BROKEN / case / "expected.txt").read_text(encoding="utf-8")
    return re.findall(rf"^([^\s:]+).*\[{code}\]: ", said, re.MULTILINE)


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_that_is_mended_is_told_no_more(code: str, tmp_path: Path) -> None:
    example = EXAMPLES[code]
    site = broken_site(example.site, tmp_path / "site")
    before = places(example.site, code)

    if example.is_name:
        (site / example.bad).rename(site / example.good)
    else:
        for file in {example.file, *before}:
            text = (site / file).read_text(encoding="utf-8")
            (site / file).write_text(text.replace(example.bad, example.good), encoding="utf-8")

    after = [
        problem.place.file for problem in build(Project(site)).problems if problem.code == code
    ]
    assert len(after) < len(before)
    assert example.file not in after
