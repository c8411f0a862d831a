"""A term that stands in one language has a right counterpart in each other, and no forbidden one.

Words of a source are evidence for the other side and never wrong themselves. A run in a third
language says what a text speaks of, and asks for nothing. A term is not looked for in its own
record, where people may speak of what is wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from builder.checks.comparable import comparable
from builder.checks.sound import Sound
from builder.content.content import Content
from builder.content.fields import RecordId, SourceId
from builder.content.glossary import Glossary, Hit, glossaries, longest, right_words
from builder.content.model import Term, Visit
from builder.content.records import Record
from builder.content.segments import Segment, Text, place_in
from builder.problems import Problem

Sources: TypeAlias = Mapping[tuple[str, str], AbstractSet[str]]
"""Kind and id of a record -> the sources it rests on."""

_OWN_SOURCES = ("source", "sources")


class Side(Struct, frozen=True):
    """One language of a segment.

    Attributes:
        text: the text.
        hits: the words of the glossary in it.
        mentioned: every term that a right word stands for, inside other words or foreign ones too.
    """

    text: Text
    hits: tuple[Hit, ...]
    mentioned: AbstractSet[str]

    def about(self, terms: AbstractSet[str]) -> "Side":
        """The same, in which other words mean none of the terms."""
        hits = (
            replace(hit, right=hit.right & terms, forbidden=hit.forbidden & terms)
            for hit in self.hits
        )
        return replace(self, hits=tuple(hits))

    def right(self, term: str) -> list[Hit]:
        """The right words for a term."""
        return [hit for hit in self.hits if term in hit.right]

    def forbidden(self, term: str) -> list[Hit]:
        """The words that are forbidden for a term."""
        return [hit for hit in self.hits if term in hit.forbidden]


class Finding(Struct, frozen=True):
    """A term whose counterpart on one side is missing, or is a forbidden word."""

    term: Term
    side: Side
    asked: Side
    wrong: Hit | None = None

    @property
    def there(self) -> Hit:
        """The term on the side that has it."""
        return self.asked.right(self.term.id)[0]


def check(content: Content, sound: Sound | None = None) -> Iterator[Problem]:
    """Terms whose counterpart is missing or forbidden, each at the text that is wrong.

    Args:
        content: the site.
        sound: what was found sound before.
    """
    words, sources = glossaries(content), sources_of(content)
    judge = partial(_of_segment, content, words, sources)
    by = (words, sources, content.terms)
    return (sound or Sound()).judged(__name__, comparable(content), by, judge)


def checker(content: Content) -> Callable[[Segment], Iterator[Problem]]:
    """The same for single segments, such as ones that are yet to be written."""
    return partial(_of_segment, content, glossaries(content), sources_of(content))


def _of_segment(
    content: Content, words: Mapping[str, Glossary], sources: Sources, segment: Segment
) -> Iterator[Problem]:
    if len(segment.texts) > 1:
        for finding in findings(content, words, segment, sources):
            yield _problem(content, segment, finding)


def findings(
    content: Content, words: Mapping[str, Glossary], segment: Segment, sources: Sources
) -> Iterator[Finding]:
    """What is wrong with the terms of one segment."""
    sides = [_side(text, words) for text in segment.texts.values() if text.language in words]
    named = {name for side in sides for hit in side.hits for name in hit.right | hit.forbidden}
    asked = frozenset(n for n in named if applies(content.terms[n], segment, sources))
    sides = [side.about(asked) for side in sides]
    for name in sorted(asked):
        for side in sides:
            others = [other for other in sides if other is not side]
            yield from _judged(content.terms[name], side, others)


def _side(text: Text, words: Mapping[str, Glossary]) -> Side:
    everything = words[text.language].all_hits(text.text)
    mentioned = {term for hit in everything for term in hit.right}
    for start, end in text.foreign:
        for glossary in words.values():
            inside = glossary.all_hits(text.text[start:end])
            mentioned.update(term for hit in inside for term in hit.right)
    own = (
        hit
        for hit in longest(everything)
        if not any(start <= hit.start < end for start, end in text.foreign)
    )
    return Side(text, tuple(own), mentioned)


def _judged(term: Term, side: Side, others: Sequence[Side]) -> Iterator[Finding]:
    asked = next((other for other in others if other.right(term.id)), None)
    if asked is None or side.text.verbatim or not right_words(term, side.text.language):
        return
    if wrong := _without_reason(term.id, side, others):
        yield Finding(term, side, asked, wrong[0])
    elif term.id not in side.mentioned:
        yield Finding(term, side, asked)


def _without_reason(term: str, side: Side, others: Sequence[Side]) -> list[Hit]:
    """The forbidden words that stand more often than another side gives reason for.

    The same words may be right for another term that stands there, and the other side may speak
    of what is forbidden as well.
    """
    wrong = side.forbidden(term)
    return [hit for hit in wrong if _count(hit, side) > max(_reasons(term, hit, o) for o in others)]


def _count(hit: Hit, side: Side) -> int:
    return sum(1 for other in side.hits if other.words == hit.words)


def _reasons(term: str, hit: Hit, other: Side) -> int:
    return sum(1 for there in other.hits if there.right & hit.right or term in there.forbidden)


def applies(term: Term, segment: Segment, sources: Sources) -> bool:
    """Whether a term is asked for in a segment.

    Args:
        term: the term.
        segment: the segment.
        sources: those of every record.
    """
    owner, scope = (segment.kind, segment.record), term.applies
    if owner == (Term.kind_name, term.id) or not term.enforced:
        return False
    return (
        scope is None
        or segment.kind in scope.kinds
        or any(owner == (leaf.kind, leaf) for _, leaf in scope.leaves if isinstance(leaf, RecordId))
        or not sources.get(owner, frozenset()).isdisjoint(scope.sources)
    )


def sources_of(content: Content) -> Sources:
    """The sources that each record, or the visit, names as its own."""
    values = [record for of_kind in content.records.values() for record in of_kind.values()]
    sources = {(value.kind_name, value.id): _sources(value) for value in values}
    if content.visit:
        name = type(content.visit).__name__.lower()
        sources[name, name] = _sources(content.visit)
    return MappingProxyType(sources)


def _sources(value: Record | Visit) -> AbstractSet[str]:
    return {
        str(leaf)
        for path, leaf in value.leaves
        if isinstance(leaf, SourceId) and path[0] in _OWN_SOURCES
    }


def _problem(content: Content, segment: Segment, finding: Finding) -> Problem:
    here, there = finding.side.text, finding.asked.text
    values = {
        "segment": segment.name,
        "language": here.language,
        "right": " / ".join(right_words(finding.term, here.language)),
        "other_language": there.language,
        "there": there.text[finding.there.start : finding.there.end],
        "other_place": str(place_in(content, there, finding.there.start)),
    }
    if finding.wrong is None:
        place = place_in(content, here, _counterpart(content, there, finding.there.start, here))
        return Problem("term-missing", place, values)
    values["here"] = here.text[finding.wrong.start : finding.wrong.end]
    return Problem("term-forbidden", place_in(content, here, finding.wrong.start), values)


def _counterpart(content: Content, there: Text, index: int, here: Text) -> int:
    """Where the sentence begins that answers the one at an index of another language's text."""
    of_language = {language.code: language for language in content.languages}
    theirs = of_language[there.language].sentences(there.text)
    ours = of_language[here.language].sentences(here.text)
    if len(theirs) != len(ours):
        return 0
    return next(
        (start for (start, _), (_, end) in zip(ours, theirs, strict=True) if index < end), 0
    )
