"""Problems as the browser shows them, over the last good page."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from markupsafe import escape

from builder.devserver.editor import open_address
from builder.devserver.labels import labels_in
from builder.devserver.pages import PREFIX, render
from builder.problems import Problem, Severity
from builder.problems.catalogue import Catalogue
from builder.problems.excerpt import read_excerpt

Data: TypeAlias = dict[str, Any]
"""What JSON can hold."""

MOST_SHOWN = 100
"""Problems that are shown; the others are counted."""

_MOST_CHARACTERS = 200
"""Of a line in an excerpt; of a longer one, those around the column."""


def problems_data(
    problems: Iterable[Problem], root: Path, catalogue: Catalogue, open_with: str
) -> Data:
    """All that the overlay shows, with its words, errors first.

    Args:
        problems: what is wrong, in order.
        root: the site's folder, from which excerpts are read.
        catalogue: the sentences in the language of the page.
        open_with: the address that opens a file, as `editor.open_address` takes it.
    """
    ordered = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    errors = sum(problem.severity is Severity.ERROR for problem in ordered)
    labels = labels_in(catalogue.language)
    return {
        "lang": labels.language,
        "labels": labels.groups["overlay"],
        "errors": errors,
        "warnings": len(ordered) - errors,
        "more": max(0, len(ordered) - MOST_SHOWN),
        "problems": [
            _problem(problem, root, catalogue, open_with) for problem in ordered[:MOST_SHOWN]
        ],
    }


def client_tag(build: int, data: Mapping[str, Any]) -> str:
    """The element that a served page gets at its end: the script, with what is wrong.

    Args:
        build: the number of the build that the page and the problems belong to.
        data: what `problems_data` gave.
    """
    problems = escape(json.dumps(data, separators=(",", ":")))
    source = f'src="{PREFIX}live.js" defer'
    return f'<script {source} data-build="{build}" data-problems="{problems}"></script>'


def problems_page(catalogue: Catalogue) -> bytes:
    """The page to serve while there is no good one: `client_tag` brings the problems to it."""
    return render("problems.html", labels_in(catalogue.language))


def _problem(problem: Problem, root: Path, catalogue: Catalogue, open_with: str) -> Data:
    place = problem.place
    is_there = (root / place.file).is_file()
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "place": str(place),
        "severity": problem.severity.value,
        "named": f"{catalogue.severities[problem.severity]}[{problem.code}]",
        "code": problem.code,
        "message": catalogue.message(problem),
        "advice": f"{catalogue.hint}: {catalogue.hint_of(problem)}",
        "hint": catalogue.hint_of(problem),
        "excerpt": _excerpt(problem, root),
        "open": open_address(open_with, root, place) if is_there else "",
    }


def _excerpt(problem: Problem, root: Path) -> list[Data]:
    """The lines around a place; the line that is meant is cut at the column that is meant."""
    found = read_excerpt(root, problem.place)
    if found is None:
        return []
    lines: list[Data] = []
    for number, text in found.lines:
        if number != found.line:
            lines.append({"number": number, "text": _beginning(text)})
            continue
        index = found.column - 1
        before, after = text[:index], text[index + 1 :]
        lines.append(
            {
                "number": number,
                "before": _end(before),
                "at": text[index : index + 1],
                "after": _beginning(after),
            }
        )
    return lines


def _beginning(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"


def _end(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"…{text[-_MOST_CHARACTERS:]}"
