"""The only reader of files an editor writes: bytes to text. `data` has what stands in the text."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from builder.problems import Place, Problem, ProblemError

MAX_BYTES = 1_000_000

# Line separators are among them: the parser would count lines that no editor shows. So are halves
# of characters (surrogates), which no file can hold, but an escape can name.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]


def read_text(path: Path, file: str) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, in NFC, newlines only.

    Args:
        path: where the file is.
        file: its name in problems, relative to the site's folder.

    Raises:
        ProblemError: the file cannot be read, is too large, empty, not UTF-8, or
            holds a control character.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refusal("file-too-large", Place(file), limit=MAX_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise _refusal("file-unreadable", Place(file), reason=error.strerror or "?") from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("not-utf-8", Place(file, 1, 1), found="UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError([not_utf_8(error, file)]) from error
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if bad := CONTROL.search(text):
        line, column = line_and_column(text, bad.start())
        raise _refusal("control-character", Place(file, line, column), character=named(bad[0]))
    if not text.strip():
        raise _refusal("empty-file", Place(file))
    return text


def not_utf_8(error: UnicodeDecodeError, file: str) -> Problem:
    """The problem of a file whose bytes could not be decoded, at the first bad byte."""
    data, index = error.object, error.start
    start = data.rfind(b"\n", 0, index) + 1
    column = len(data[start:index].decode("utf-8", "replace")) + 1
    place = Place(file, data.count(b"\n", 0, index) + 1, column)
    return Problem("not-utf-8", place, {"found": f"byte 0x{data[index]:02X}"})


def control_character(text: str) -> str | None:
    """The number of the first character that no file may hold, such as U+0000, if any."""
    bad = CONTROL.search(text)
    return named(bad[0]) if bad else None


def shape(value: object) -> str:
    """What a value of YAML is, for a sentence: map, list, text or nothing."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "map"
    return "list" if isinstance(value, list) else "text"


def _refusal(code: str, place: Place, **values: str | int) -> ProblemError:
    return ProblemError([Problem(code, place, values)])


def named(character: str) -> str:
    """The number of a character, such as U+00A0."""
    return f"U+{ord(character):04X}"


def line_and_column(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at an index."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
