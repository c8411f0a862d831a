"""What is told of everything that is broken on purpose, in each language, as it is kept in files.

A broken site has `expected.txt` and `expected.kk.txt` of its own; what is told of defects of
good pages, and of all else, is kept in `told/`.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from builder.problems import Problem
from builder.problems.catalogues import CATALOGUES
from tests.other_problems import other_problems
from tests.verify.test_verify import DEFECTS, _edited, _verify

FOLDER = Path(__file__).parent / "told"
KEPT = {"en": "{name}.txt", "kk": "{name}.kk.txt"}
"""The names of the files, by the language of what is told."""

Named = Iterator[tuple[str, tuple[Problem, ...]]]


def defects_of_pages() -> Named:
    """Each defect of the good pages with what is told of it."""
    for defect in DEFECTS:
        yield defect.name, _verify(_edited(defect.file, defect.find, defect.replace))


def all_else() -> Named:
    """Problems of publishing, and others that no site or page shows."""
    with tempfile.TemporaryDirectory() as folder:
        yield from other_problems(Path(folder))


SOURCES = {"pages": defects_of_pages, "others": all_else}
"""The name of a file -> what is told in it."""


def told(problems: tuple[tuple[str, tuple[Problem, ...]], ...], language: str) -> str:
    """Each name, and below it what is told."""
    parts = []
    for name, of_it in problems:
        lines = [f"# {name}", *(CATALOGUES[language].describe(problem) for problem in of_it)]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def kept(name: str, language: str) -> Path:
    """The file that keeps what is told."""
    return FOLDER / KEPT[language].format(name=name)
