"""A single value of a YAML file written anew, in the style it had, with every other byte as it was.

Styles are tried one after another, and the first is taken with which the file is read as it was but
for that value. So nothing here has to know all that YAML makes of a sign.
"""

import textwrap
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TypeAlias

from builder.content.data import locate, read_yaml, scalars
from builder.content.source import Data, KeyPath
from builder.problems import ProblemError

_NARROWEST = 60
_BLOCKS = ("|", ">")

Edit: TypeAlias = tuple[int, int, str]
"""From which character to which, and what is to stand there."""


def changed(text: str, path: KeyPath, value: str) -> str | None:
    """The file with another value; None where no style can hold it.

    Args:
        text: the file, which must be readable.
        path: the value.
        value: what it is to be.
    """
    (start, end, style) = scalars(text)[path]
    if style in _BLOCKS:
        edits: Iterator[Edit] = iter([_block(text, start, style, value)])
    else:
        span = (_index(text, start), _index(text, end))
        edits = ((*span, written) for written in _on_one_line(value, style))
    return _first_true(text, path, value, edits)


def added(text: str, path: KeyPath, value: str) -> str | None:
    """The file with one value more, after the others of its map; None where there is no map."""
    written = scalars(text)
    beside = [p for p in written if p[:-1] == path[:-1] and isinstance(p[-1], str)]
    if not beside:
        return None
    start, end, style = written[beside[-1]]
    indent = " " * (locate(text, beside[-1], key=True)[1] - 1)
    key = f"{path[-1]}: "
    if style in _BLOCKS:
        lines = _lines_of_block(text, start[0])
        place = _index(text, (start[0] + len(lines) + 1, 1))
        width = max(map(len, lines))
        new = "\n".join(_folded(value, f"{indent}  ", width if len(lines) > 1 else len(value) + 99))
        edits: Iterator[Edit] = iter([(place, place, f"{indent}{key}>-\n{new}\n")])
    else:
        place = _index(text, end)
        edits = (
            (place, place, f"{between}{key}{written}")
            for between in (", ", f"\n{indent}")
            for written in _on_one_line(value, style)
        )
    return _first_true(text, path, value, edits)


def _first_true(text: str, path: KeyPath, value: str, edits: Iterator[Edit]) -> str | None:
    """The first edit after which all is read as it was, but for the value."""
    expected = _stripped(_with(_read(text), path, value))
    for start, end, written in edits:
        edited = text[:start] + written + text[end:]
        try:
            if _stripped(_read(edited)) == expected:
                return edited
        except ProblemError:
            continue
    return None


@lru_cache(maxsize=2)  # one value is written after another
def _read(text: str) -> Data:
    return read_yaml(text, "")


def _on_one_line(value: str, style: str) -> Iterator[str]:
    """The value as it was written before, or else between quotation marks."""
    double = '"{}"'.format(value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))
    single = "'{}'".format(value.replace("'", "''"))
    if style == "'":
        yield single
    elif not style:
        yield value
    yield double


def _block(text: str, start: tuple[int, int], style: str, value: str) -> Edit:
    """The lines of a block of text, as wide as they were."""
    lines = _lines_of_block(text, start[0])
    indent = " " * (len(lines[0]) - len(lines[0].lstrip(" ")))
    width = max(map(len, lines)) if len(lines) > 1 else len(indent) + len(value)
    new = (
        _folded(value, indent, width)
        if style == ">"
        else [f"{indent}{line}" if line else "" for line in value.split("\n")]
    )
    first = _index(text, (start[0] + 1, 1))
    return first, first + len("\n".join(lines)), "\n".join(new)


def _lines_of_block(text: str, header: int) -> list[str]:
    """The lines of a block of text, without the empty ones at its end."""
    below = text.split("\n")[header:]
    first = next(line for line in below if line.strip())
    indent = len(first) - len(first.lstrip(" "))
    inside = list(takewhile(lambda line: not line[:indent].strip(), below))
    while not inside[-1].strip():
        inside.pop()
    return inside


def _folded(value: str, indent: str, width: int) -> list[str]:
    """Lines that are read as one each paragraph."""
    lines: list[str] = []
    for number, paragraph in enumerate(value.split("\n")):
        lines += [""] * bool(number)
        lines += textwrap.wrap(
            paragraph,
            max(width, _NARROWEST),
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def _with(data: Data, path: Sequence[str | int], value: str) -> Data:
    """The data with another value at a path."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return [_with(item, rest, value) if n == first else item for n, item in enumerate(data)]
    known = data if isinstance(data, dict) else {}
    return {**known, str(first): _with(known.get(str(first)), rest, value)}


def _stripped(data: Data) -> Data:
    """The data as the model takes it, which asks for no spaces around a text."""
    if isinstance(data, list):
        return [_stripped(item) for item in data]
    if isinstance(data, dict):
        return {key: _stripped(item) for key, item in data.items()}
    return data.strip() if data else data


def _index(text: str, place: tuple[int, int]) -> int:
    line, column = place
    return sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1
