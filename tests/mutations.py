"""Faults sown into the texts of a site, one at a time, each of a kind that editors make.

A mutant is the site with one change in one language of one segment. All are drawn from a
seed, so that a run can be repeated; those are left out that change nothing a reader could see.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from builder.content.content import Content
from builder.content.segments import STRINGS, Segment, Text, place_in, segments
from builder.language import LANGUAGES

SEED = 20161107

Edit = tuple[int, int, str]
"""From and to in a text, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change.

    Attributes:
        kind: what kind of fault it is.
        segment: kind, id and segment of the record.
        language: the text that was changed.
        file: the file that holds it.
        line: the line of the change.
        lines: file -> the first and last line of the segment in it, of every language.
        body: the changed file, whole.
        change: what was changed, for a report.
    """

    kind: str
    segment: str
    language: str
    file: str
    line: int
    lines: Mapping[str, tuple[int, int]]
    body: str
    change: str


_NUMBER_WORDS = {
    "kk": ("екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он", "жиырма", "отыз"),
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty"),
}
_SCALES = {
    "kk": ("мың", "миллион", "миллиард"),
    "en": ("thousand", "million", "billion"),
}
_MONTHS = {
    "kk": (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз"),
        *("қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
_TWINS = str.maketrans("аеосрхіуАВЕКМНОРСТХІ", "aeocpxiyABEKMHOPCTXI")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INSERTION = re.compile(r"\[[^\]]*\]")


def mutants(content: Content, seed: int = SEED, each: int = 70) -> Iterator[Mutant]:
    """Mutants of every kind, at most `each` of one."""
    found = [segment for segment in segments(content) if len(segment.texts) > 1]
    for kind, sow in KINDS.items():
        draw = random.Random(f"{seed}-{kind}")  # noqa: S311 (which faults, not secrets)
        candidates = list(_candidates(content, found, kind, sow, draw))
        draw.shuffle(candidates)
        yield from candidates[:each]


def _candidates(
    content: Content,
    found: Sequence[Segment],
    kind: str,
    sow: Callable[[Content, Segment, Text, random.Random], Iterator[Edit]],
    draw: random.Random,
) -> Iterator[Mutant]:
    for segment in found:
        for text in segment.texts.values():
            for start, end, new in sow(content, segment, text, draw):
                mutant = _mutant(content, kind, segment, text, (start, end, new))
                if mutant:
                    yield mutant


def _mutant(content: Content, kind: str, segment: Segment, text: Text, edit: Edit) -> Mutant | None:
    """The change in the file itself; None where markup or a line's end stands in its way."""
    start, end, new = edit
    first, last = place_in(content, text, start), place_in(content, text, end - 1)
    lines = content.files[text.file].split("\n")
    if _raw(lines, first, last).split() != text.text[start:end].split():
        return None
    before = lines[first.line - 1][: first.column - 1]
    after = lines[last.line - 1][last.column :]
    body = "\n".join([*lines[: first.line - 1], f"{before}{new}{after}", *lines[last.line :]])
    return Mutant(
        kind,
        f"{segment.kind}:{segment.record}/{segment.id}",
        text.language,
        text.file,
        first.line,
        MappingProxyType(_lines(content, segment)),
        body,
        f"{text.text[start:end]!r} -> {new!r} in {text.text[max(0, start - 30) : end + 30]!r}",
    )


def _raw(lines: list[str], first: object, last: object) -> str:
    from builder.problems import Place

    assert isinstance(first, Place)
    assert isinstance(last, Place)
    if first.line == last.line:
        return lines[first.line - 1][first.column - 1 : last.column]
    inner = lines[first.line : last.line - 1]
    return "\n".join(
        (lines[first.line - 1][first.column - 1 :], *inner, lines[last.line - 1][: last.column])
    )


def _lines(content: Content, segment: Segment) -> dict[str, tuple[int, int]]:
    spans: dict[str, tuple[int, int]] = {}
    for text in segment.texts.values():
        if text.text:
            begin = place_in(content, text, 0).line
            end = place_in(content, text, len(text.text) - 1).line
            low, high = spans.get(text.file, (begin, end))
            spans[text.file] = (min(low, begin - 1), max(high, end))
    return spans


# The kinds: each gives the changes that are possible in a text.


def _open(text: Text) -> Callable[[int], bool]:
    """Whether a character is not in another language or in an editor's brackets."""
    closed = [*text.foreign, *(m.span() for m in _INSERTION.finditer(text.text))]
    return lambda index: not any(start <= index < end for start, end in closed)


def _digit(_: Content, __: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    is_open = _open(text)
    for match in re.finditer(r"\d", text.text):
        if is_open(match.start()):
            others = [digit for digit in "123456789" if digit != match[0]]
            yield match.start(), match.end(), draw.choice(others)


def _words(text: Text, words: Sequence[str], draw: random.Random, *, whole: bool) -> Iterator[Edit]:
    is_open = _open(text)
    ending = r"\b" if whole else r"(?=\w*\b)"
    for word in words:
        for match in re.finditer(rf"\b{word}{ending}", text.text):
            if is_open(match.start()):
                yield match.start(), match.end(), draw.choice([w for w in words if w != word])


def _number_word(_: Content, __: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    if text.language in _NUMBER_WORDS:
        yield from _words(text, _NUMBER_WORDS[text.language], draw, whole=True)
        yield from _words(text, _SCALES[text.language], draw, whole=text.language == "en")


def _month_or_year(_: Content, __: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    is_open = _open(text)
    for match in _YEAR.finditer(text.text):
        if is_open(match.start()):
            yield match.start(), match.end(), str(int(match[0]) + draw.choice((-1, 1, 10)))
    if text.language in _MONTHS:
        yield from _words(text, _MONTHS[text.language], draw, whole=text.language == "en")


def _sentence(_: Content, __: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    spans = LANGUAGES[text.language].sentences(text.text) if text.language in LANGUAGES else ()
    if len(spans) < 2 or "\n" in text.text:
        return
    for number, (start, end) in enumerate(spans):
        sentence = text.text[start:end]
        if number:
            yield start, end, ""
            yield start, end, f"{sentence} {sentence}"


def _item(content: Content, segment: Segment, text: Text, _: random.Random) -> Iterator[Edit]:
    """A word of a list in running text is left out, with the comma before it."""
    for match in re.finditer(r"(?<=\w), ([\w-]+)(?=,| және | and )", text.text):
        yield match.start(), match.end(), ""


def _names(content: Content, _: Segment, text: Text, __: random.Random) -> Iterator[Edit]:
    """Two names in one text change places."""
    names = _NAMES.get(text.language, ())
    found = sorted(
        (match.start(), match.end(), match[0])
        for name in names
        for match in re.finditer(rf"\b{name}", text.text)
    )
    for one, other in zip(found, found[1:], strict=False):
        if one[2] != other[2] and one[1] <= other[0]:
            yield one[0], other[1], other[2] + text.text[one[1] : other[0]] + one[2]


def _name(content: Content, _: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    """One name takes the place of another."""
    names = _NAMES.get(text.language, ())
    for name in names:
        for match in re.finditer(rf"\b{name}", text.text):
            yield match.start(), match.end(), draw.choice([n for n in names if n != name])


_NAMES = {
    "kk": ("Қазақстан", "Жапония", "Назарбаев", "Абэ", "Токио", "Астана", "Хиросима"),
    "en": ("Kazakhstan", "Japan", "Nazarbayev", "Abe", "Tokyo", "Astana", "Hiroshima"),
}


def _letter(_: Content, __: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    """One letter of a text that has a source."""
    if not text.verbatim:
        return
    letters = LANGUAGES[text.language].alphabet
    for match in re.finditer(r"[^\W\d_]", text.text):
        if draw.random() < 0.05:
            others = [c.lower() for c in letters if c.lower() != match[0].lower()]
            yield match.start(), match.end(), draw.choice(others)


def _twin(_: Content, segment: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    """One Cyrillic letter is replaced by the Latin one that looks the same."""
    if text.language != "kk" or segment.kind == STRINGS:
        return
    for match in re.finditer(r"[аеосрхіуАВЕКМНОРСТХІ]", text.text):
        if draw.random() < 0.02:
            yield match.start(), match.end(), match[0].translate(_TWINS)


KINDS: Mapping[str, Callable[[Content, Segment, Text, random.Random], Iterator[Edit]]] = (
    MappingProxyType(
        {
            "digit": _digit,
            "number word": _number_word,
            "month or year": _month_or_year,
            "sentence": _sentence,
            "list item": _item,
            "names swapped": _names,
            "another name": _name,
            "letter of a source": _letter,
            "Latin twin": _twin,
        }
    )
)
