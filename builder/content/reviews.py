"""The ledger: which texts were read side by side and found to say the same.

It is kept in `content/reviews/`, one file for each file of content and one line for each segment:

    quote:trade/text: kk=0f3b… en=9c41… on=2026-11-23 by=A. Editor

A line holds a digest of the segment's text in every language, the day and the name where they
were given. What it is called tells people where it came from; texts are looked up by their
digests, in all files as one set, so that a text may be moved and stay reviewed.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from pathlib import PurePosixPath
from types import MappingProxyType

from msgspec import Struct

from builder.content.reader import Reader
from builder.language.calendar import is_date
from builder.language.codes import LANGUAGE_CODE

FOLDER = "content/reviews"
STRINGS = "strings"

DIGITS = 20
"""Hexadecimal digits of a digest: 80 bits. Among a million texts, the chance that any two share
one is below 10⁻¹² (half the square of their number over 2⁸⁰), and a line stays readable."""

_QUOTE = re.compile("['«»‘’‚‛“”„‟‹›「」『』〝〞〟＂＇]")
_TEXT = re.compile(rf"({LANGUAGE_CODE.pattern})=([0-9a-f]{{{DIGITS}}})(?: |$)")
_LINE = re.compile(
    rf"(?P<texts>(?:{_TEXT.pattern})+)(?:on=(?P<on>[0-9-]+)(?: |$))?(?:by=(?P<by>.+))?"
)


class Review(Struct, frozen=True):
    """A line of the ledger.

    Attributes:
        texts: language code -> the digest of the text that was read.
        on: the day, or as much of the date as was given (ISO 8601); empty where none was.
        by: who read them; empty where nobody is named.
    """

    texts: Mapping[str, str]
    on: str = ""
    by: str = ""

    def __str__(self) -> str:
        parts = [f"{code}={digest}" for code, digest in self.texts.items()]
        parts += [f"on={self.on}"] if self.on else []
        parts += [f"by={self.by}"] if self.by else []
        return " ".join(parts)


@lru_cache(maxsize=2**14)  # checks and pages ask for the same texts
def digest(text: str) -> str:
    """What stands for a text in the ledger.

    Texts have the same digest (BLAKE2b, RFC 7693, of 80 bits) where they are the same in NFC
    but for how much white space there is, of which kind, and which quotation marks.
    """
    folded = " ".join(_QUOTE.sub('"', unicodedata.normalize("NFC", text)).split())
    return hashlib.blake2b(folded.encode(), digest_size=DIGITS // 2).hexdigest()


def parse_review(line: str) -> Review:
    """Reads what `str` of a review writes.

    Raises:
        ValueError: the line has another form, or its date does not exist.
    """
    found = _LINE.fullmatch(line.strip())
    if not found or (found["on"] and not is_date(found["on"])):
        raise ValueError(line)
    texts = MappingProxyType(dict(_TEXT.findall(found["texts"])))
    return Review(texts, found["on"] or "", found["by"] or "")


def read_reviews(reader: Reader, files: Iterable[str]) -> Mapping[str, Mapping[str, Review]]:
    """File -> name of a segment -> its review."""
    return MappingProxyType({file: _read(reader, file) for file in files})


def _read(reader: Reader, file: str) -> Mapping[str, Review]:
    text = reader.text(file)
    if text is None:
        return MappingProxyType({})
    return reader.once_for(("reviews", file), text, partial(_reviews, reader, file))


def _reviews(reader: Reader, file: str) -> Mapping[str, Review]:
    data = reader.data(file)
    reviews: dict[str, Review] = {}
    if data is not None and not isinstance(data, dict):
        reader.note("bad-review", file, (), name=file)
        data = None
    for name, line in (data or {}).items():
        try:
            reviews[name] = parse_review(line if isinstance(line, str) else "")
        except ValueError:
            reader.note("bad-review", file, (name,), name=name)
    return MappingProxyType(reviews)


def ledger_file(file: str) -> str:
    """The file of the ledger that keeps the reviews of a file of content.

    The texts of an article, one a language, share theirs with its record, and the words of the
    interface have one for all languages.
    """
    path = PurePosixPath(file)
    below = PurePosixPath(*path.parts[1:]) if path.parts[0] == "content" else path
    if below.parts[0] == STRINGS:
        return f"{FOLDER}/{STRINGS}.yaml"
    return f"{FOLDER}/{below.parent / below.name.partition('.')[0]}.yaml"  # no id has a dot
