"""Texts are written in their language's own letters, words and signs.

What a source says is evidence, and how it is written is the source's own affair.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from builder.checks.sound import Sound
from builder.content.content import Content
from builder.content.segments import Segment, Text, places_in, segments
from builder.language import Language
from builder.language.faults import Fault
from builder.language.scripts import script
from builder.language.typography import masked
from builder.language.vocabulary import Vocabulary
from builder.problems import Place, Problem, Severity

_WIDEST = 40
"""Characters of a word that are shown on either side of what is wrong in it, at most."""

_NAMES = frozenset({"name", "term", "abbreviation", "place-name", "short-title"})
"""Segments whose words are names and terms."""


_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
"""Where a value stands in a word of the interface."""

_ERRORS = frozenset({"mixed-script", "invisible-character", "wrong-language"})
"""What hides words from whoever looks for them, or is no translation; all else is a warning."""


class Finding(Struct, frozen=True):
    """A run of a text that is written wrongly, and in which segment."""

    segment: Segment
    text: Text
    fault: Fault

    @property
    def span(self) -> tuple[int, int]:
        """From and to where the whole words around the run go."""
        text, start, end = self.text.text, self.fault.start, self.fault.end
        of_word = _in_word if any(map(str.isalnum, text[start:end])) else _in_sight
        least, most = max(0, start - _WIDEST), min(len(text), end + _WIDEST)
        while start > least and of_word(text[start - 1]):
            start -= 1
        while end < most and of_word(text[end]):
            end += 1
        return start, end

    @property
    def words(self) -> str:
        """The whole words around the run."""
        start, end = self.span
        return self.text.text[start:end]

    @property
    def mended(self) -> str | None:
        """The same as they should be."""
        (start, end), text = self.span, self.text.text
        if self.fault.mend is None:
            return None
        return f"{text[start : self.fault.start]}{self.fault.mend}{text[self.fault.end : end]}"


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "-’"


def _in_sight(character: str) -> bool:
    return not character.isspace()


def check(content: Content, sound: Sound | None = None) -> Iterator[Problem]:
    """Each text that is written wrongly; where the right form is known, it is the hint.

    Args:
        content: the site.
        sound: what was found sound before.
    """
    own = _written(content)

    def of_segment(segment: Segment) -> Iterator[Problem]:
        for text, of_text in groupby(_findings(segment, own), key=lambda finding: finding.text):
            found = tuple(of_text)
            places = places_in(content, text, (finding.fault.start for finding in found))
            for finding in found:
                yield _problem(finding, places[finding.fault.start])

    by = [of_language.basis for of_language in own.values()]
    return (sound or Sound()).judged(__name__, _whole(content), by, of_segment)


def findings(content: Content) -> Iterator[Finding]:
    """All that is written wrongly in the texts of a site."""
    own = _written(content)
    for segment in _whole(content):
        yield from _findings(segment, own)


def _whole(content: Content) -> Iterator[Segment]:
    """The segments but those of records of which not every block is there."""
    for segment in segments(content):
        if (segment.kind, segment.record) not in content.unreadable:
            yield segment


def _findings(segment: Segment, own: Mapping[str, "_Own"]) -> Iterator[Finding]:
    for code, text in segment.texts.items():
        if text.verbatim is None:
            yield from (Finding(segment, text, fault) for fault in own[code].faults(text))


class _Own(Struct, frozen=True):
    """What a site writes in one language: its words, and its letters of other scripts."""

    language: Language
    vocabulary: Vocabulary
    other_letters: frozenset[str]

    @classmethod
    def of(cls, content: Content, language: Language, found: Iterable[Segment]) -> "_Own":
        """That of all texts in a language, and of the stored sources that are in it alone."""
        own = [(segment, segment.texts.get(language.code)) for segment in found]
        texts = [masked(text.text, text.foreign) for _, text in own if text]
        letters = set().union(*(text.text for _, text in own if text))
        stored = [
            text
            for source, text in content.stored.items()
            if content.sources[source].languages == (language.code,)
        ]
        names = [text.text for segment, text in own if text and segment.id in _NAMES]
        scripts = (None, language.scripts.own)
        return cls(
            language,
            language.vocabulary([*texts, *stored], names),
            frozenset(letter for letter in letters if script(letter) not in scripts),
        )

    @property
    def basis(self) -> tuple[object, ...]:
        """All by which texts are told to be right or wrong; `other_letters` only spare work."""
        return self.language.code, self.vocabulary.mistaken

    def faults(self, text: Text) -> Iterator[Fault]:
        """What is wrong with one of the texts."""
        own = _own_words(text)
        mixed: tuple[Fault, ...] = ()
        if not self.other_letters.isdisjoint(text.text):
            mixed = tuple(self.language.mixed_scripts(text.text))
            yield from mixed
            for run in self.language.foreign_runs(own):
                start = own.find(run)
                yield from _apart([Fault("wrong-language", start, start + len(run))], mixed)
        yield from self.language.faults(text.text, text.foreign)
        yield from _apart(self.vocabulary.faults(own), mixed)
        if self.language.typography.is_neighbouring(own):
            yield Fault("wrong-language", 0, len(own))


def _written(content: Content) -> Mapping[str, _Own]:
    """Language code -> what the site writes in it."""
    found = tuple(segments(content))
    return {language.code: _Own.of(content, language, found) for language in content.languages}


def _own_words(text: Text) -> str:
    """A text with its runs in other languages masked, and the names of its placeholders."""
    names = [name.span() for name in _PLACEHOLDER.finditer(text.text)] if "{" in text.text else []
    return masked(text.text, [*text.foreign, *names])


def _apart(faults: Iterable[Fault], others: Sequence[Fault]) -> Iterator[Fault]:
    """Those that none of the others overlaps: what these explain already."""
    for fault in faults:
        if all(fault.end <= other.start or other.end <= fault.start for other in others):
            yield fault


def _problem(finding: Finding, place: Place) -> Problem:
    segment, text, fault = finding.segment, finding.text, finding.fault
    if text.text[fault.start].isspace():  # which is found by the character before it
        place = Place(place.file, place.line, place.column + 1)
    values: dict[str, str | int] = {
        "segment": segment.name,
        "language": text.language,
        "words": finding.words,
        "character": named(text.text[fault.start]),
    }
    if fault.mend is not None and finding.mended is not None:
        values |= {"suggestion": finding.mended, "mend": fault.mend.strip()}
    severity = Severity.ERROR if fault.code in _ERRORS else Severity.WARNING
    return Problem(fault.code, place, values, severity)


def named(character: str) -> str:
    """A character with its number, since some cannot be seen or look like others."""
    number = f"U+{ord(character):04X}"
    return f"{character} ({number})" if unicodedata.category(character)[0] in "LNPS" else number
