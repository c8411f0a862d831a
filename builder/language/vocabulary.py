"""A site's own words in one language, and words that are one of them with a letter mistaken.

Nothing is known of a language's words but what the site itself writes: a rare word is suspicious
when a frequent one, or a name, differs from it only by letters that typists confuse, or by one of
two equal letters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from types import MappingProxyType

from builder.language.faults import Fault

_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"([^\W\d_])\1")

_FREQUENT = 3  # how often a word stands on the site before it is an example to others
_TIMES = 4  # how many times more often than the word that is measured by it
_SHORTEST = 4  # letters of an example
_SHORTEST_NAME, _SHORTEST_STEM = 5, 6  # letters of a name, and of a word, that may take endings
_SHORTEST_DOUBLED = 7  # letters of an example with a doubled letter


class Vocabulary:
    """The words of a site in one language.

    Args:
        texts: all that the site writes, or cites, in the language.
        names: those of them that are names and terms.
        confused: letter of the language -> the one that is typed for it.
        endings: what follows the first of two equal letters where a form with one letter is a
            word too (мемлекетті, мемлекеті).
    """

    def __init__(
        self,
        texts: Iterable[str],
        names: Iterable[str],
        confused: Mapping[str, str],
        endings: AbstractSet[str],
    ) -> None:
        self._counts = Counter(_WORD.findall("\n".join(texts).lower()))
        named = set(_WORD.findall("\n".join(names).lower()))
        self._names = {word for word in named if len(word) >= _SHORTEST_NAME}
        self._plain = str.maketrans(dict(confused))
        self._endings = endings
        self._whole: dict[str, set[str]] = {}
        self._stems: dict[str, set[str]] = {}
        for word, count in self._counts.items():
            if len(word) >= _SHORTEST and (count >= _FREQUENT or word in self._names):
                is_stem = word in self._names or len(word) >= _SHORTEST_STEM
                for mistaken in self._mistakes(word):
                    self._whole.setdefault(mistaken, set()).add(word)
                    if is_stem:
                        self._stems.setdefault(mistaken, set()).add(word)
        self._begin = {stem[:_SHORTEST_NAME] for stem in self._stems}

    @cached_property
    def mistaken(self) -> Mapping[str, str]:
        """Word of the site, in small letters -> the one that is probably meant."""
        found = ((word, self._find(word)) for word in self._counts)
        return MappingProxyType({word: meant for word, meant in found if meant})

    def faults(self, text: str) -> Iterator[Fault]:
        """Each word of a text that is probably one of the site's own with a letter mistaken."""
        for found in _WORD.finditer(text) if self.mistaken else ():
            if meant := self.mistaken.get(found[0].lower()):
                yield Fault("misspelt-word", *found.span(), _cased(found[0], meant))

    def _mistakes(self, word: str) -> Iterator[str]:
        """The word as it looks with every confusable letter confused, or without a double."""
        plain = word.translate(self._plain)
        if plain != word:
            yield plain
        for doubled in _DOUBLED.finditer(word) if len(word) >= _SHORTEST_DOUBLED else ():
            if word[doubled.start() + 1 :] not in self._endings:
                yield (word[: doubled.start()] + word[doubled.start() + 1 :]).translate(self._plain)

    def _find(self, word: str) -> str | None:
        if len(word) < _SHORTEST:
            return None
        plain = word.translate(self._plain)
        examples = self._whole.get(plain, set())
        if word in examples:
            return None
        if len(found := self._better(word, "", examples)) == 1:
            return found.pop()
        if plain[:_SHORTEST_NAME] not in self._begin:
            return None
        for length in range(len(word) - 1, _SHORTEST_NAME - 1, -1):
            examples = self._stems.get(plain[:length], set())
            rest = word[length:]
            if any(word.startswith(example) for example in examples):
                return None
            if len(found := self._better(word[:length], rest, examples)) == 1:
                return found.pop() + rest
        return None

    def _better(self, written: str, rest: str, examples: AbstractSet[str]) -> set[str]:
        """The examples from which what is written differs as a mistake does."""
        count = self._counts[written + rest]
        return {
            example
            for example in examples
            if self._is_mistake(written, example)
            and (
                (example in self._names and (rest or written not in self._names))
                or self._counts[example] >= _TIMES * count
            )
        }

    def _is_mistake(self, written: str, example: str) -> bool:
        """Whether each letter that differs is the one typed for the example's, or one lacks."""
        if len(written) < len(example):
            return True
        typed = example.translate(self._plain)
        return all(a in (b, c) for a, b, c in zip(written, example, typed, strict=True))


def _cased(word: str, meant: str) -> str:
    """A word in the capital letters of another."""
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant
