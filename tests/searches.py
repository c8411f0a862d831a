"""What readers may type into the search, and what has it at hand on a page."""

import csv
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).parent / "search"
PAGES = {"kk": "izdeu", "en": "search"}
"""Language -> the address of its search page."""

PREPARED = """
  const {prepare, search} = await import(document.querySelector("script[src*='/js/search.']").src);
  const section = document.querySelector("[data-index]");
  const index = prepare(await (await fetch(section.dataset.index)).json());
"""
"""The beginning of a script for a search page: the search, and the index of the page's language."""

NONSENSE = (
    "ларымыздағыларынан" * 120,
    "ынын" * 500,
    "ab" * 1000,
    "келіссөздерімыздіңлар " * 100,
    "1." * 1000,
    "'s" * 1000,
    "".join(chr(0x430 + (7 * n) % 32) + " " * (n % 5 == 0) for n in range(2000)),
    "".join(chr(0x430 + (5 * n) % 32) + " " * (n % 19 == 0) for n in range(2000)),
    "".join(chr(0x61 + (7 * n) % 26) + " " * (n % 8 == 0) for n in range(2000)),
)
"""Queries of 2,000 characters that find nothing, or nothing that was meant."""


class Query(NamedTuple):
    """A line of a table: what is typed on pages of a language, and the page it should find."""

    language: str
    query: str
    page: str
    kind: str


def table(name: str) -> list[Query]:
    """The queries of a table."""
    lines = (TABLES / f"queries-{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(
        (line for line in lines if not line.startswith("#")),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    return [Query(**row) for row in rows]
