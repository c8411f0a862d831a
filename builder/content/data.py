"""What stands in a YAML text, and where. Its parser is loaded when there is something to parse."""

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from builder.content.source import Data, KeyPath
from builder.problems import ProblemError

if TYPE_CHECKING:
    from builder.content.composer import Composer, Positions, WrittenValue


def read_yaml(text: str, file: str) -> Data:
    """The one document in `text`, made of text, lists, maps and None for nothing.

    Raises:
        ProblemError: the YAML is broken or uses what is refused; every refusal
            in the file is in it, up to the first syntax error.
    """
    return _composer(text, file).compose()


def locate(text: str, path: KeyPath, *, key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of the value at `path`, or of its key.

    Worked out only when something is wrong. Where the path leads to nothing, the
    place is that of the last part which exists.
    """
    positions = _positions(text)
    for end in range(len(path), -1, -1):
        if marks := positions.get(path[:end]):
            return marks[0] if key and end == len(path) else marks[1]
    return 1, 1


@lru_cache(maxsize=4)  # the problems of one file come one after another
def _positions(text: str) -> "Positions":
    positions: Positions = {}
    with suppress(ProblemError):  # what is broken is told elsewhere
        _composer(text, "", positions).compose()
    return positions


def scalars(text: str) -> Mapping[KeyPath, "WrittenValue"]:
    """Path -> how each single value of the one document in `text` is written there.

    Raises:
        ProblemError: the YAML is broken or uses what is refused.
    """
    composer = _composer(text, "", {})
    composer.compose()
    return composer.scalars


def _composer(text: str, file: str, positions: "Positions | None" = None) -> "Composer":
    from builder.content.composer import Composer  # noqa: PLC0415 (files may be read ahead)

    return Composer(text, file, positions)
