"""Letters in a file that are written as two characters: й as и and a breve.

Reading makes one of them, so that no reader of the site meets them; but whoever looks for the
word in the file does not find it (Unicode Standard Annex #15).
"""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

from builder.content.reader import Reader
from builder.memory import stamp
from builder.problems import Place, Problem, Severity

_LETTER = re.compile(r"\w[\u0300-\u036f]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def decomposed(text: str) -> Iterator[tuple[int, int, str]]:
    """Line and column, as the text is read, and the letter of each that NFC would write shorter.

    Args:
        text: what stands in a file, without a byte order mark.
    """
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(_LINE_END.split(text), 1):
        for letter in _LETTER.finditer(line):
            if not unicodedata.is_normalized("NFC", letter[0]):
                before = unicodedata.normalize("NFC", line[: letter.start()])
                yield number, len(before) + 1, letter[0]


def note_decomposed(reader: Reader, evidence: AbstractSet[str]) -> None:
    """Notes the first such letter of each file that was read, as a warning.

    Args:
        reader: the run.
        evidence: the files that are kept as they came.
    """
    for file in reader.texts:
        if file not in evidence:
            path = f"{reader.root}/{file}"
            look = partial(_first, path, file)
            found = reader.memory.recall(("decomposed", file), stamp(path), look)
            reader.problems.extend([found] if found else [])


def _first(path: str, file: str) -> Problem | None:
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None  # it has changed since it was read, and is told of when it is read again
    for line, column, letter in decomposed(text):
        values: dict[str, str | int] = {
            "character": unicodedata.normalize("NFC", letter),
            "count": len(letter),
        }
        return Problem("not-nfc", Place(file, line, column), values, Severity.WARNING)
    return None
