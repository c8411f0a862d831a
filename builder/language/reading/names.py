"""Finding names in a text, through the endings that a language gives them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

_WORD = re.compile(r"[^\W_]+")
_SAME = 8  # mentions back at which one that holds the same name may stand
_LONGEST_ENDING = 14


class Mention(Struct, frozen=True):
    """Where a text names somebody or something.

    Attributes:
        key: who or what is named; after a question mark, another person of that family name.
        start: where the name begins in the text.
        end: where it ends, ending included.
        is_name: whether it is no word that only tells whose something is.
        is_whole: whether it is no part of a longer name.
        role: what case or preposition it stands in, by a name all languages share, if in any.
    """

    key: str
    start: int
    end: int
    is_name: bool
    is_whole: bool
    role: str = ""

    @property
    def is_required(self) -> bool:
        """Whether another text must have it too, in some form."""
        return self.is_name and self.is_whole


class NameRules(Struct, frozen=True, eq=False):
    """How names stand in the texts of a language.

    Attributes:
        endings: what the last word of a name may end in, as a pattern.
        roles: role -> endings that give it, as a pattern.
        words: words before a name, in small letters -> the role they give it.
        articles: words that may stand between.
    """

    endings: re.Pattern[str] = re.compile("")
    roles: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()

    def role(self, before: Sequence[str], ending: str) -> str:
        """The role of a name, by the words before it, the nearest last, and its ending."""
        for role, pattern in self.roles.items():
            if ending and pattern.fullmatch(ending):
                return role
        nearest = [word for word in before if word not in self.articles][-1:]
        return self.words.get(nearest[0], "") if nearest else ""


class Form(Struct, frozen=True):
    """One way to write a name.

    Attributes:
        key: whose it is.
        written: how it is written.
        is_required: whether it is a name, and no word that only tells whose something is.
        first: the first names that stand before it, where it is a family name.
    """

    key: str
    written: str
    is_required: bool = True
    first: tuple[str, ...] = ()


class _Known(Struct, frozen=True):
    key: str
    words: tuple[str, ...]
    is_required: bool
    is_capital: bool
    is_acronym: bool
    is_family: bool

    def may_be(self, spelling: str) -> bool:
        """Whether a word that has the letters of the first one is spelt as it must be."""
        if self.is_acronym:
            return spelling[: len(self.words[0])].isupper()
        return len(self.words) > 1 or not self.is_capital or spelling[0].isupper()


class Names:
    """The names known in one language.

    A name of one word begins with a capital letter where it is known to, and an acronym is in
    capitals. A title is found in small letters too (a head of state), though it may be no name.

    Args:
        forms: the forms of each name.
        rules: how names stand in texts of the language.

    Attributes:
        made_of: the forms, by which finders of one language differ.
    """

    def __init__(self, forms: Iterable[Form], rules: NameRules) -> None:
        self.made_of = tuple(dict.fromkeys(forms))
        self._rules = rules
        self._endings = rules.endings
        self._by_first: dict[str, list[_Known]] = {}
        self._found: dict[str, tuple[_Known, ...]] = {}
        self._first: dict[str, set[str]] = {}  # a first name, or its first letter: whose
        for form in self.made_of:
            self._learn(form)
        for of_word in self._by_first.values():
            of_word.sort(key=lambda known: -len(known.words))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Every name in a text, those within others too, by where they begin."""
        if not any(map(self._candidates, _WORD.findall(text))):
            return ()
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        covered = 0
        for index, word in enumerate(words):
            longest = 0
            for form in self._candidates(word[0]):
                end = self._matches(form, words, index)
                if end and not any(m.key == form.key and m.end >= end for m in found[-_SAME:]):
                    is_first = word.start() >= covered and not longest
                    is_name = form.is_required and form.is_capital <= word[0][0].isupper()
                    role = self._role(form, words, index)
                    mention = Mention(form.key, word.start(), end, is_name, is_first, role)
                    if form.is_family and self._is_stranger(form.key, text, words, index):
                        start = words[index - 1].start()
                        found.append(replace(mention, key=f"?{form.key}", start=start))
                    found.append(mention)
                    longest = max(longest, end)
            covered = max(covered, longest)
        return tuple(found)

    def _is_stranger(self, key: str, text: str, words: Sequence[re.Match[str]], index: int) -> bool:
        """Whether a family name has another person's first name, or its letter, before it."""
        if not index or not words[index - 1][0][0].isupper():
            return False
        before = [word[0].lower() for word in words[max(index - 2, 0) : index]]
        whose = [self._first.get(word, ()) for word in before]
        if not whose[-1] or any(key in people for people in whose):
            return False
        gap = text[words[index - 1].end() : words[index].start()]
        if "\n" in gap:  # the items of a list
            return False
        return gap.strip() == ("." if len(before[-1]) == 1 else "")

    def _role(self, form: _Known, words: list[re.Match[str]], index: int) -> str:
        before = [word[0].lower() for word in words[max(index - 2, 0) : index]]
        last = index + len(form.words) - 1
        ending = words[last][0].lower()[len(form.words[-1]) :]
        if (
            not ending
            and last + 1 < len(words)
            and words[last + 1].start() == words[last].end() + 1
        ):
            ending = words[last + 1][0].lower()  # after an apostrophe or hyphen
        return self._rules.role(before, ending)

    def _learn(self, form: Form) -> None:
        words = _WORD.findall(form.written)
        if words:
            lower = tuple(word.lower() for word in words)
            is_acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
            is_capital = words[0][0].isupper()
            known = _Known(
                form.key, lower, form.is_required, is_capital, is_acronym, bool(form.first)
            )
            self._by_first.setdefault(lower[0], []).append(known)
        for first in form.first:
            for written in (first.lower(), first[0].lower()):
                self._first.setdefault(written, set()).add(form.key)

    def _candidates(self, word: str) -> tuple[_Known, ...]:
        """Names that may begin with a word, which has an ending if it is the whole name."""
        if word not in self._found:
            self._found[word] = tuple(self._look_up(word))
        return self._found[word]

    def _look_up(self, spelling: str) -> Iterator[_Known]:
        word = spelling.lower()
        yield from (form for form in self._by_first.get(word, ()) if form.may_be(spelling))
        for cut in range(len(word) - 1, max(len(word) - _LONGEST_ENDING, 1), -1):
            forms = self._by_first.get(word[:cut])
            if forms and self._endings.fullmatch(word, cut):
                yield from (f for f in forms if len(f.words) == 1 and f.may_be(spelling))

    def _matches(self, form: _Known, words: list[re.Match[str]], index: int) -> int:
        """Where a name that begins with a word ends, 0 if it is another."""
        if len(form.words) == 1:
            return words[index].end()
        run = words[index : index + len(form.words)]
        if len(run) < len(form.words):
            return 0
        *inner, (last, expected) = zip((word[0].lower() for word in run), form.words, strict=True)
        is_same = self._is_form(last, expected) and all(
            self._is_form(word, known) or self._is_form(known, word) for word, known in inner
        )
        return run[-1].end() if is_same else 0

    def _is_form(self, word: str, stem: str) -> bool:
        if word == stem:
            return True
        return word.startswith(stem) and bool(self._endings.fullmatch(word, len(stem)))


@lru_cache(maxsize=32)  # two a language, with drafts and without
def finder(forms: tuple[Form, ...], rules: NameRules) -> Names:
    """The finder of some names, the same one for the same names, as `checks.parity` relies on."""
    return Names(forms, rules)
