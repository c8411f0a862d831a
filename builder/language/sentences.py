"""Where sentences end, for languages that end them with a full stop and begin them in capitals."""

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?P<word>[^\s.!?…]*)(?P<stop>[.!?…]+)[”’\"»)\]]*"
    r"(?P<gap>\s+)(?=[“«‘\"(\[]*[^\W\d_]|[“«‘\"(\[]*\d)"
)


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
        word, after = end["word"], text[end.end() :].lstrip('“«‘"([')[:1]
        is_short = end["stop"] == "." and (
            (len(word) == 1 and word.isupper()) or word.lower() in abbreviations
        )
        if not is_short and not after.islower():
            yield begin, end.start("gap")
            begin = end.end()
    if text[begin:].strip():
        yield begin, len(text)
