"""What is wrong with data, as problems with a place."""

from collections.abc import Iterable, Iterator

from builder.content.data import locate
from builder.content.findings import Finding
from builder.problems import Place, Problem

_OF_KEYS = frozenset(("given-key", "unknown-key", "unknown-language"))
"""Codes of problems that stand at a key, and not at what stands there."""


def problems_of(findings: Iterable[Finding], file: str, text: str) -> Iterator[Problem]:
    """One problem a finding.

    Args:
        findings: what was found wrong.
        file: the name of the file.
        text: what stands in the file.
    """
    for found in findings:
        line, column = locate(text, found.path, key=found.code in _OF_KEYS)
        code, values = found.code, found.values
        if code == "unknown-language" and _is_cut_off(found, text, (line, column)):
            code, values = "comma-in-braces", {"words": str(found.path[-1])}
        yield Problem(code, Place(file, line, column), values)


def _is_cut_off(found: Finding, text: str, place: tuple[int, int]) -> bool:
    """Whether a key is the rest of a text with a comma in it, as `b` in `{x: a, b}`."""
    line, column = place
    before = text.split("\n")[line - 1][: column - 1]
    return found.given is None and before.rstrip().endswith(",")
