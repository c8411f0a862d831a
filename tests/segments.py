"""What any telling of a segment of the press text must hold, in each language.

The table is tests/data/segments.yaml. How it is matched:

- The case of letters, the amount and kind of white space and the kind of quotation marks and
  apostrophes count for nothing.
- An alternative is found where a word begins with it, so that case endings may follow it and
  "UN" is not found in "fund". One that ends in a digit is not found where digits go on:
  "1 January 2017" is not in "11 January 2017", nor "2015" in "20150".
- An alternative of several beginnings is found where all of them are, in any order.
- An entry is found where any of its alternatives is.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import yaml
from msgspec import Meta, Struct, convert, field

TABLE = Path(__file__).parent / "data" / "segments.yaml"

_QUOTATION_MARKS = dict.fromkeys(map(ord, "\"'«»“”„‟‘’‚‛‹›`ʼ"), '"')

Stem = Annotated[str, Meta(min_length=1)]


class AllOf(Struct, frozen=True, forbid_unknown_fields=True):
    """Beginnings of words or phrases that must all occur."""

    stems: Annotated[tuple[Stem, ...], Meta(min_length=2)] = field(name="all")

    def __str__(self) -> str:
        return " + ".join(self.stems)


Alternative = Stem | AllOf
Entry = Annotated[tuple[Alternative, ...], Meta(min_length=1)]


class Telling(Struct, frozen=True, forbid_unknown_fields=True):
    """What a telling in one language must hold."""

    names: tuple[Entry, ...]
    figures: tuple[Entry, ...]
    terms: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, of whatever kind."""
        return self.names + self.figures + self.terms


class Segment(Struct, frozen=True, forbid_unknown_fields=True):
    """What a segment must hold, and its exact words where they bind, by language."""

    tellings: Mapping[str, Telling]
    verbatim: Mapping[str, Stem]


def load_segments() -> Mapping[str, Segment]:
    """The table, by the segment's id.

    Raises:
        msgspec.ValidationError: the table is not of the form it describes.
    """
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return {name: _segment(dict(entry)) for name, entry in table.items()}


def _segment(entry: dict[str, object]) -> Segment:
    verbatim = entry.pop("verbatim", {})
    return convert({"tellings": entry, "verbatim": verbatim}, Segment)


def lacks(telling: Telling, text: str) -> list[str]:
    """The entries that the text does not hold, each as its alternatives joined by " | "."""
    folded = _fold(text)
    return [described(entry) for entry in telling.entries if not _holds(folded, entry)]


def described(entry: Entry) -> str:
    """The entry as a person reads it, such as "25 years | twenty-five years"."""
    return " | ".join(map(str, entry))


def stands_in(words: str, text: str) -> bool:
    """Whether the text holds the very words, letter by letter; white space alone is folded."""
    return " ".join(words.split()) in " ".join(text.split())


def _holds(folded: str, entry: Entry) -> bool:
    return any(all(_begins(folded, stem) for stem in _stems(one)) for one in entry)


def _stems(alternative: Alternative) -> tuple[str, ...]:
    return (alternative,) if isinstance(alternative, str) else alternative.stems


def _begins(folded: str, stem: str) -> bool:
    sought = _fold(stem)
    before = r"(?<![^\W_])" if sought[0].isalnum() else ""
    after = r"(?!\d)" if sought[-1].isdigit() else ""
    return re.search(before + re.escape(sought) + after, folded) is not None


def _fold(text: str) -> str:
    return " ".join(text.translate(_QUOTATION_MARKS).split()).casefold()
