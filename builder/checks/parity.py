"""Two texts of one segment state the same: numbers, dates, times, names, lists, links.

What languages say in different ways is left open: see `builder.language.reading`. The order of
names and the sizes of lists are warnings, since grammar may ask for others. In a language whose
number words are not known, only names and links are compared.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from builder.checks.comparable import comparable
from builder.checks.sound import Sound
from builder.content.content import Content
from builder.content.names import KnownNames, known_names
from builder.content.segments import STRINGS, Segment, Text, place_in, segments
from builder.language import Language
from builder.language.reading.facts import Fact, Reading
from builder.language.reading.joined import joined
from builder.language.reading.likeness import differences
from builder.language.reading.lists import differ, list_sizes
from builder.language.reading.names import Mention, Names
from builder.language.reading.naming import Groups, Naming, unnamed
from builder.language.reading.order import moved
from builder.language.scripts import script
from builder.problems import Problem, Severity

_INSERTION = re.compile(r"\[[^\[\]\n]*\]")  # words of the editors, which the source has not
_TAKEN_OVER = re.compile(r"(?:https?://)?[^\W\d_][\w./-]*\w")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_BETWEEN_ITEMS = re.compile(r"(\n\s*\n)")
_BRACKET = re.compile(r"[\[\]]")
_ORDER = "name-order"
_LETTERS = re.compile(r"[^\W\d_]+")


class _Said(Struct, frozen=True):
    """What a text of a segment states; `unread` is what is left when facts and names are out."""

    text: Text
    language: Language
    reading: Reading
    unread: str
    naming: Naming
    lists: tuple[int, ...]

    def words(self, span: tuple[int, int]) -> str:
        """A piece of the text as a reader sees it, on one line."""
        return " ".join(self.text.text[slice(*span)].split())

    def kinds(self) -> Iterator[str]:
        """The kind of each thing it states: of a fact, or `name`, `list`, `link`."""
        yield from (fact.kind for fact in self.reading.facts)
        yield from ("name" for _ in {(one.start, one.end) for one in self.naming.mentions})
        yield from ("list" for _ in self.lists)
        yield from ("link" for _ in self.text.links)


def check(content: Content, sound: Sound | None = None) -> Iterator[Problem]:
    """Whatever a text states that its twin in another language lacks or states otherwise."""
    names = known_names(content)
    judge = partial(compare, content, names=names)
    by = (names, [language.code for language in content.languages])
    return (sound or Sound()).judged(__name__, comparable(content), by, judge)


def compare(content: Content, segment: Segment, names: KnownNames) -> Iterator[Problem]:
    """What the texts of one segment do not state alike, each text beside each other one."""
    for one, other in combinations(_said(content, segment, names), 2):
        twins = _Twins(content, segment.name, one, other)
        if segment.kind != STRINGS:  # whose words are of any site, and name nobody of this one
            yield from _names(twins, names.groups)
        yield from _compared(twins)


def stated(content: Content) -> Counter[tuple[str, str]]:
    """How often the texts that are compared state something, by language and kind."""
    names = known_names(content)
    return Counter(
        (said.language.code, kind)
        for segment in segments(content)
        for said in _said(content, segment, names)
        for kind in said.kinds()
    )


def _said(content: Content, segment: Segment, names: KnownNames) -> list[_Said]:
    """What the texts of a segment state; nothing is compared with a text that stands alone."""
    if len(segment.texts) < 2:
        return []
    languages = {language.code: language for language in content.languages}
    finders = names.by_language
    return [
        _read(text, languages[code], finders[code], tuple(finders.values()))
        for code, text in segment.texts.items()
    ]


@lru_cache(maxsize=2**13)
def _read(text: Text, language: Language, names: Names, of_all: tuple[Names, ...]) -> _Said:
    own = _own(text)
    reading = language.reading.facts(own)
    spans = [(fact.start, fact.end) for fact in reading.facts]
    unread = _blanked(own, spans)  # the dollars of a sum are no state's name
    mentions = _mentions(text, unread, names, of_all)
    items = _blanked(unread, [(mention.start, mention.end) for mention in mentions])
    lists = tuple(list_sizes(items, language.reading.lists)) if "," in items else ()
    naming = Naming(
        mentions,
        partial(_has_pronoun, own, language),
        partial(_sentences, own, language),
        partial(joined, own, mentions, language.reading.lists.last),
    )
    return _Said(text, language, reading, items, naming, lists)


def _has_pronoun(text: str, language: Language) -> bool:
    words = {word.lower() for word in _LETTERS.findall(text)}
    return not words.isdisjoint(language.reading.pronouns)


def _mentions(
    text: Text, unread: str, names: Names, of_all: tuple[Names, ...]
) -> tuple[Mention, ...]:
    """The names in a text.

    Those that an insertion completes, and those in a run of another language, are there, but none
    must be.
    """
    found = names.mentions(unread)
    more = list(names.mentions(_BRACKET.sub(" ", text.text))) if "[" in text.text else []
    for start, end in text.foreign:
        run = text.text[start:end]
        more += (
            replace(mention, start=start + mention.start, end=start + mention.end)
            for finder in of_all
            for mention in finder.mentions(run)
        )
    if not more:
        return found
    known = {(mention.key, mention.start, mention.end) for mention in found}
    others = (
        replace(mention, is_name=False, is_whole=False)
        for mention in more
        if (mention.key, mention.start, mention.end) not in known
    )
    return tuple(sorted((*found, *others), key=lambda mention: mention.start))


def _sentences(text: str, language: Language) -> list[tuple[int, int]]:
    """From where to where each sentence goes; an item of a list ends one."""
    spans = []
    start = 0
    for part in _BETWEEN_ITEMS.split(text):
        spans += [(start + a, start + b) for a, b in language.sentences(part)]
        start += len(part)
    return spans or [(0, len(text))]


def _own(text: Text) -> str:
    """A text without its runs in other languages and the insertions of its editors."""
    pieces = [
        found.span()
        for pattern in (_INSERTION, _PLACEHOLDER)
        for found in pattern.finditer(text.text)
    ]
    return _blanked(text.text, [*text.foreign, *pieces])


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


class _Twins(Struct, frozen=True):
    """Two texts of a segment, of which one is told what it lacks of the other."""

    content: Content
    segment: str
    here: _Said
    there: _Said

    def turned(self) -> "_Twins":
        """The same texts with the other one told."""
        return replace(self, here=self.there, there=self.here)

    def lacks(self, code: str, span: tuple[int, int]) -> Problem:
        """What stands in the other text and has nothing here that answers to it."""
        values = {**self._languages(), **self._twin(span)}
        return Problem(code, place_in(self.content, self.here.text, 0), values)

    def differs(self, code: str, one: Fact | Mention, other: Fact | Mention) -> Problem:
        """What stands here, and stands otherwise in the other text."""
        words = self.here.words((one.start, one.end))
        values = {**self._languages(), **self._twin((other.start, other.end)), "here": words}
        severity = Severity.WARNING if code == _ORDER else Severity.ERROR
        return Problem(code, place_in(self.content, self.here.text, one.start), values, severity)

    def tells(self, code: str, severity: Severity, **values: str) -> Problem:
        """What is to be told of the whole text here."""
        place = place_in(self.content, self.here.text, 0)
        return Problem(code, place, {**self._languages(), **values}, severity)

    def _languages(self) -> dict[str, str | int]:
        return {
            "segment": self.segment,
            "language": self.here.language.code,
            "other_language": self.there.language.code,
        }

    def _twin(self, span: tuple[int, int]) -> dict[str, str | int]:
        place = place_in(self.content, self.there.text, span[0])
        return {"there": self.there.words(span), "other_place": str(place)}


def _names(twins: _Twins, groups: Groups) -> Iterator[Problem]:
    pairs = (twins, twins.turned())
    lacking = [(p, mention) for p in pairs for mention in _unnamed(p, groups)]
    for pair, mention in lacking:
        yield pair.lacks("name-missing", (mention.start, mention.end))
    in_order = () if lacking else moved(twins.here.naming, twins.there.naming, groups)
    for mention, twin in in_order:
        yield twins.differs(_ORDER, mention, twin)
        yield twins.turned().differs(_ORDER, twin, mention)


def _compared(twins: _Twins) -> Iterator[Problem]:
    one, other = twins.here, twins.there
    pairs = (twins, twins.turned())
    is_readable = one.language.reading.has_words and other.language.reading.has_words
    for difference in differences(one.reading, other.reading) if is_readable else ():
        yield from _stated(twins, difference.one, difference.other)
        yield from _stated(twins.turned(), difference.other, difference.one)
    for pair in pairs:
        yield from _links(pair)
        yield from _taken_over(pair)
        if is_readable and differ(one.lists, other.lists):
            here, there = (
                ", ".join(map(str, said.lists)) or "-" for said in (pair.here, pair.there)
            )
            yield pair.tells("list-parity", Severity.WARNING, here=here, there=there)


def _unnamed(twins: _Twins, groups: Groups) -> Iterator[Mention]:
    return unnamed(twins.there.naming, twins.here.naming, groups)


def _stated(twins: _Twins, here: Fact | None, there: Fact | None) -> Iterator[Problem]:
    """What differs, at its words; what is lacking, where it is lacking."""
    if here and there:
        yield twins.differs("fact-parity", here, there)
    elif there:
        yield twins.lacks("fact-missing", (there.start, there.end))


def _links(twins: _Twins) -> Iterator[Problem]:
    """Addresses that one text leads to and the other does not; their languages may differ."""
    if not twins.there.text.links:
        return
    codes = [language.code for language in twins.content.languages]
    known = Counter(_neutral(address, codes) for address in twins.here.text.links)
    for address in twins.there.text.links:
        neutral = _neutral(address, codes)
        if not known[neutral]:
            yield twins.tells("link-missing", Severity.ERROR, address=address)
        known[neutral] -= 1


def _neutral(address: str, codes: list[str]) -> str:
    """An address without the part of its path that says in which language the page is."""
    return "/".join("*" if part in codes else part for part in address.split("/"))


def _taken_over(twins: _Twins) -> Iterator[Problem]:
    """Names in the letters of the other language, which that one would have as they are."""
    here, there = twins.here, twins.there
    script_here, scripts_there = here.language.scripts.own, there.language.scripts
    is_there = any(script(character) == script_here for character in set(there.unread))
    if is_there and script_here in scripts_there.guests:
        own = here.text.text.casefold()
        for word in _TAKEN_OVER.finditer(there.unread):
            if script(word[0][0]) == script_here and word[0].casefold() not in own:
                yield twins.lacks("name-missing", word.span())
