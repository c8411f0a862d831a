"""Words broken into lines of even width, as large as a box allows."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple, TypeAlias

Measure: TypeAlias = Callable[[str], float]
"""How wide a text is, in heights of its font."""

_TRIES = 12  # halvings of what the width of lines may be wrong by


class Box(NamedTuple):
    """Room for lines, in pixels; `leading` is from line to line, in sizes of the font."""

    width: float
    height: float
    leading: float


def fitted(
    text: str, box: Box, sizes: Iterable[int], measure: Measure
) -> tuple[int, tuple[str, ...]]:
    """The largest size in which a text fits a box, and its lines; cut off if none is.

    Args:
        text: breaks at spaces; no-break spaces hold.
        box: where it is to stand.
        sizes: of the font, in pixels; the last one is used where none fits.
        measure: the font.
    """
    measure = cache(measure)  # most words come again in every size
    words, size = text.split(" "), 1
    for size in sizes:
        limit, most = box.width / size, int(box.height / (size * box.leading))
        lines = _wrapped(words, limit, measure)
        if len(lines) <= most and all(measure(line) <= limit for line in lines):
            return size, _balanced(words, len(lines), limit, measure)
    most = max(1, int(box.height / (size * box.leading)))
    return size, _cut(words, box.width / size, most, measure)


def _wrapped(words: list[str], limit: float, measure: Measure) -> tuple[str, ...]:
    """As many words on each line as it holds; a word that is too wide has one to itself."""
    lines: list[str] = []
    filled = 0.0
    for word in words:
        needed = measure(word)
        if lines and filled + measure(" ") + needed <= limit:
            lines[-1] += f" {word}"
            filled += measure(" ") + needed
        else:
            lines.append(word)
            filled = needed
    return tuple(lines)


def _balanced(words: list[str], count: int, limit: float, measure: Measure) -> tuple[str, ...]:
    """The same number of lines, as narrow as they can be: none is much shorter than the others."""
    narrow, wide = 0.0, limit
    for _ in range(_TRIES):
        middle = (narrow + wide) / 2
        lines = _wrapped(words, middle, measure)
        if len(lines) > count or any(measure(line) > limit for line in lines):
            narrow = middle
        else:
            wide = middle
    return _wrapped(words, wide, measure)


def _cut(words: list[str], limit: float, most: int, measure: Measure) -> tuple[str, ...]:
    """The first lines, ending in an ellipsis."""
    lines = list(_wrapped([_shortened(word, limit, measure) for word in words], limit, measure))
    if len(lines) > most:
        lines = lines[:most]
        while measure(f"{lines[-1]}…") > limit:
            lines[-1] = lines[-1].rpartition(" ")[0] or lines[-1][:-1]
        lines[-1] = f"{lines[-1].rstrip(' ,;:–-')}…"
    return tuple(lines)


def _shortened(word: str, limit: float, measure: Measure) -> str:
    if measure(word) <= limit:
        return word
    while word and measure(f"{word}…") > limit:
        word = word[:-1]
    return f"{word}…"
