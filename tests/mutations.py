"""Faults sown into the texts of a site, one at a time, each of a kind that editors make.

A mutant is the site with one change in one language of one segment. All are drawn from a
seed, so that a run can be repeated; those are left out that change nothing a reader could see.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from types import MappingProxyType

from builder.checks import sift
from builder.checks.sound import Sound
from builder.checks.terms import Sources, applies, sources_of
from builder.content.content import Content
from builder.content.glossary import Glossary, Hit, glossaries, longest
from builder.content.load import load
from builder.content.model import Term
from builder.content.segments import STRINGS, Segment, Text, place_in, segments
from builder.language import LANGUAGES
from builder.memory import Memory
from builder.problems import Place, Problem

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
_ITEM = re.compile(r"(?s)(?:(?<=\n\n)|\A\n?)\S.*?(?=\n\s*\n|\s*\Z)")
_ENUMERATED = re.compile(r"\w+(, [\w-]+)(?=(?:, [\w-]+)*,? (?:және|мен|and) \w)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INSERTION = re.compile(r"\[[^\]]*\]")


def mutants(content: Content, seed: int = SEED, each: int = 70) -> Iterator[Mutant]:
    """Mutants of every kind, at most `each` of one."""
    found = [segment for segment in segments(content) if len(segment.texts) > 1]
    for kind, sow in KINDS.items():
        draw = random.Random(f"{seed}-{kind}")  # noqa: S311 (which faults, not secrets)
        edits = [
            (segment, text, edit)
            for segment in found
            for text in segment.texts.values()
            for edit in sow(content, segment, text, draw)
        ]
        draw.shuffle(edits)
        made = (_mutant(content, kind, *edit) for edit in edits)
        yield from islice(filter(None, made), each)


def _mutant(content: Content, kind: str, segment: Segment, text: Text, edit: Edit) -> Mutant | None:
    """The change in the file itself; None where markup or a line's end stands in its way."""
    start, end, new = edit
    first, last = place_in(content, text, start), place_in(content, text, end - 1)
    lines = content.files[text.file].split("\n")
    if _raw(lines, first, last).split() != text.text[start:end].split():
        return None
    before = lines[first.line - 1][: first.column - 1]
    after = lines[last.line - 1][last.column :]
    line = f"{before}{new}{after}"
    changed = [] if line.strip() == "-" else [line]  # an item that is lost takes its sign along
    body = "\n".join([*lines[: first.line - 1], *changed, *lines[last.line :]])
    return Mutant(
        kind,
        segment.name,
        text.language,
        text.file,
        first.line,
        MappingProxyType(_lines(content, segment)),
        body,
        f"{text.text[start:end]!r} -> {new!r} in {text.text[max(0, start - 30) : end + 30]!r}",
    )


def _raw(lines: list[str], first: Place, last: Place) -> str:
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


def _sentence_or_item(_: Content, __: Segment, text: Text, draw: random.Random) -> Iterator[Edit]:
    """A sentence is lost or said twice, an item of a list is lost."""
    if "\n\n" in text.text:
        yield from ((m.start(), m.end(), "") for m in _ITEM.finditer(text.text))
        return
    spans = LANGUAGES[text.language].sentences(text.text) if text.language in LANGUAGES else ()
    for start, end in spans[1:]:
        sentence = text.text[start:end]
        yield start, end, draw.choice(("", f"{sentence} {sentence}"))


def _enumerated(_: Content, __: Segment, text: Text, ___: random.Random) -> Iterator[Edit]:
    """One of several things that a sentence names is left out, with the comma before it."""
    for match in _ENUMERATED.finditer(text.text):
        yield match.start(1), match.end(1), ""


def _names(_: Content, __: Segment, text: Text, ___: random.Random) -> Iterator[Edit]:
    """Two people, two states or two cities in one text change places."""
    for names in _NAMES.get(text.language, ()):
        found = sorted(m.span() for m in re.finditer("|".join(names), text.text))
        for (start, middle), (other, end) in pairwise(found):
            one, two = text.text[start:middle], text.text[other:end]
            if one != two:
                yield start, end, f"{two}{text.text[middle:other]}{one}"


_NAMES = {
    "kk": (("Қазақстан", "Жапония"), ("Назарбаев", "Абэ"), ("Токио", "Астана", "Хиросима")),
    "en": (("Kazakhstan", "Japan"), ("Nazarbayev", "Abe"), ("Tokyo", "Astana", "Hiroshima")),
}


def _forbidden_term(
    content: Content, segment: Segment, text: Text, _: random.Random
) -> Iterator[Edit]:
    """A right word for a term is replaced by a forbidden one, where another language has it."""
    if text.verbatim or segment.kind == Term.kind_name:
        return
    words, sources = _glossaries(content)
    others = [other for other in segment.texts.values() if other is not text]
    for term in content.terms.values():
        forbidden = term.forbidden.get(text.language, ())
        if not forbidden or not applies(term, segment, sources):
            continue
        there = (_hits(words[other.language], other.text) for other in others)
        if not any(term.id in hit.right for hits in there for hit in hits):
            continue
        for hit in _hits(words[text.language], text.text):
            if term.id in hit.right and _open(text)(hit.start):
                yield hit.start, hit.end, forbidden[0]


@cache
def _glossaries(content: Content) -> tuple[Mapping[str, Glossary], Sources]:
    return glossaries(content), sources_of(content)


@cache
def _hits(words: Glossary, text: str) -> tuple[Hit, ...]:
    return longest(words.all_hits(text))


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
            "sentence or list item": _sentence_or_item,
            "names swapped": _names,
            "letter of a source": _letter,
            "forbidden term": _forbidden_term,
            "Latin twin": _twin,
            "word of an enumeration": _enumerated,
        }
    )
)


# The score.


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind: how many were sown, and those that were not told in their segment."""

    sown: int = 0
    missed: tuple[Mutant, ...] = field(default=())

    @property
    def share(self) -> float:
        """The part that was caught."""
        return 1 - len(self.missed) / self.sown if self.sown else 1


def score(root: Path, each: int = 70) -> Mapping[str, Score]:
    """Sows mutants of every kind into the site in `root`, which is to be a copy.

    A mutant is caught if a problem stands on a line of its segment, in either language, that did
    not stand there before. Reviews are left out of account, which would tell of any change.
    """
    memory, sound = Memory(), Sound()  # as a live server has them through all edits

    def problems(*changed: Path) -> tuple[Problem, ...]:
        memory.begin(changed)
        loaded = load(root, memory=memory)
        assert loaded.content is not None
        return sift(loaded.content, loaded.problems, with_drafts=False, sound=sound)[1]

    content = load(root).content
    assert content is not None
    before = set(map(_told, problems()))
    sown: dict[str, list[tuple[Mutant, bool]]] = {}
    last = file = root
    for mutant in mutants(content, each=each):
        last, file = file, root / mutant.file
        whole = file.read_bytes()
        file.write_text(mutant.body, encoding="utf-8")
        found = problems(last, file)
        is_caught = any(_is_there(mutant, p) for p in found if _told(p) not in before)
        file.write_bytes(whole)
        sown.setdefault(mutant.kind, []).append((mutant, is_caught))
    return {
        kind: Score(len(of_kind), tuple(mutant for mutant, is_caught in of_kind if not is_caught))
        for kind, of_kind in sown.items()
    }


def _told(problem: Problem) -> tuple[str, Place, str]:
    return problem.code, problem.place, str(sorted(problem.values.items()))


def _is_there(mutant: Mutant, problem: Problem) -> bool:
    if problem.place.file not in mutant.lines or problem.code in _OF_REVIEWS:
        return False
    first, last = mutant.lines[problem.place.file]
    return first <= problem.place.line <= last


_OF_REVIEWS = frozenset(("unreviewed", "stale"))
