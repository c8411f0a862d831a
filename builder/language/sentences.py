"""Where sentences end, for languages that end them with a full stop and begin them in capitals."""

import re
from collections.abc import Iterator

_END = re.compile(r"([.!?…]+)[”’\"»)\]]*(\s+)(?=[“«‘\"(\[]*[^\W_])")
_WORD = re.compile(r"[^\s.!?…(\[«“]*\Z")


def sentences(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """From where to where each sentence of a text goes.

    A full stop ends none after a single capital letter, which is an initial, after an
    abbreviation, or before a small letter.

    Args:
        text: what to look at.
        abbreviations: words that are written with a full stop, in small letters and without it.
    """
    begin = 0
    for end in _END.finditer(text):
        if not text[end.end() :].lstrip('“«‘"([')[0].islower() and not _is_short(
            text, end.start(), end[1], abbreviations
        ):
            yield begin, end.start(2)
            begin = end.end()
    if text[begin:].strip():
        yield begin, len(text)


def _is_short(text: str, stop: int, marks: str, abbreviations: frozenset[str]) -> bool:
    """Whether what ends at `stop` is an initial or an abbreviation."""
    found = _WORD.search(text, max(0, stop - 20), stop)
    word = found[0] if found else ""
    is_initial = len(word) == 1 and word.isupper()
    return marks == "." and (is_initial or word.lower() in abbreviations)
