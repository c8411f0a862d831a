"""Where the terms of a site stand in a text, in any of their forms.

The longest term wins: `special strategic partnership` holds no `strategic partnership`. The names
of people and bodies stand among the terms, as words that mean none of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from builder.content.content import Content
from builder.content.model import Organisation, Person, Term
from builder.language.inflection import Inflection, Token, tokens

Words: TypeAlias = tuple[str, ...]

_BEGINNING = 2  # letters of a first word by which terms are found that may stand there
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)


class _Meaning(Struct):
    """The terms that some words are right for, and those they are forbidden for."""

    right: set[str] = field(default_factory=set)
    forbidden: set[str] = field(default_factory=set)


class Hit(Struct, frozen=True):
    """Words of the glossary in a text.

    Attributes:
        words: the words as the glossary has them.
        start: where they begin in the text.
        end: where they end.
        right: the terms they are right for.
        forbidden: the terms they are forbidden for.
    """

    words: Words
    start: int
    end: int
    right: frozenset[str]
    forbidden: frozenset[str]


class Entry(NamedTuple):
    """Words as an editor wrote them, and the term they are right or forbidden for, if any."""

    words: str
    right: str = ""
    forbidden: str = ""


class Glossary:
    """The terms of a site in one language.

    Args:
        inflection: how words of the language change their ends.
        entries: the words of the terms, and names.

    Attributes:
        made_of: the entries, by which glossaries of one language differ.
    """

    def __init__(self, inflection: Inflection, entries: Iterable[Entry]) -> None:
        self.made_of = tuple(entries)
        self._inflection = inflection
        self._meanings: dict[Words, _Meaning] = {}
        self._beginning: dict[str, list[Words]] = {}
        self._begun: dict[str, tuple[Words, ...]] = {}
        for entry in self.made_of:
            self._add(*entry)

    def _add(self, words: str, right: str, forbidden: str) -> None:
        """Takes in words; what stands in brackets at their end may stand for them.

        So it is with `United Nations (UN)`.
        """
        bracketed = _IN_BRACKETS.search(words)
        for text in (_IN_BRACKETS.sub("", words), bracketed[1] if bracketed else ""):
            key = tuple(token.word for token in tokens(_ARTICLE.sub("", text, count=1)))
            if not key:
                continue
            if key not in self._meanings:
                self._meanings[key] = _Meaning()
                self._beginning.setdefault(key[0][:_BEGINNING], []).append(key)
            self._meanings[key].right.update({right} - {""})
            self._meanings[key].forbidden.update({forbidden} - {""})

    def all_hits(self, text: str) -> list[Hit]:
        """All that stands in a text, in its order; of words that begin together, longest first."""
        found: list[Hit] = []
        of_text = tokens(text)
        for at, token in enumerate(of_text):
            if begun := self._begun_by(token.word):
                found += sorted(self._at(text, of_text, at, begun), key=lambda hit: -hit.end)
        return found

    def _begun_by(self, written: str) -> tuple[Words, ...]:
        """The words of the glossary that may begin with a word of a text."""
        if written not in self._begun:
            self._begun[written] = tuple(
                words
                for words in self._beginning.get(written[:_BEGINNING], ())
                if self._inflection.matches(written, words, 0)
            )
        return self._begun[written]

    def _at(
        self, text: str, of_text: list[Token], at: int, begun: Iterable[Words]
    ) -> Iterator[Hit]:
        for words in begun:
            end = self._inflection.end(words, text, of_text, at)
            if end is not None:
                meaning = self._meanings[words]
                right, forbidden = frozenset(meaning.right), frozenset(meaning.forbidden)
                yield Hit(words, of_text[at].start, end, right, forbidden)


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Of hits that share some words, the one that begins first, and of those the longest."""
    found: list[Hit] = []
    for hit in hits:
        if not found or hit.start >= found[-1].end:
            found.append(hit)
    return tuple(found)


def glossaries(content: Content) -> Mapping[str, Glossary]:
    """Language code -> the terms and names of the site in it.

    Languages of which nobody has said how their words change are not among them.
    """
    return MappingProxyType(
        {
            language.code: _glossary(language.inflection, tuple(_entries(content, language.code)))
            for language in content.languages
            if language.inflection
        }
    )


@lru_cache(maxsize=32)  # while terms and names stay, what was looked up for them does
def _glossary(inflection: Inflection, entries: tuple[Entry, ...]) -> Glossary:
    return Glossary(inflection, entries)


def _entries(content: Content, code: str) -> Iterator[Entry]:
    for term in content.terms.values():
        for words in right_words(term, code):
            yield Entry(words, right=term.id)
        for words in term.forbidden.get(code, ()):
            yield Entry(words, forbidden=term.id)
    named: tuple[Person | Organisation, ...] = (
        *content.people.values(),
        *content.organisations.values(),
    )
    for record in named:
        if code in record.name:
            yield Entry(record.name[code])


def right_words(term: Term, language: str) -> tuple[str, ...]:
    """What a term may be called in a language, its own name first."""
    own = (term.term[language],) if language in term.term else ()
    return (*own, *term.allowed.get(language, ()))
