"""Comparing whom and what two texts name, and in what order."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise, zip_longest

from builder.language.reading.names import Mention

_MOVABLE = frozenset({"to", "in", "from", "with"})
"""Roles by which a name may stand elsewhere; where names are joined, only one of them shows it."""

_OF, _NEAR = 3, 4
"""Characters between a title and the state it belongs to, at least where that comes after."""


@dataclass(frozen=True)
class Naming:
    """What a text names.

    Attributes:
        mentions: its names, by where they begin.
        has_pronoun: tells whether it has a word that may stand for the name of a person.
        split: gives from where to where each of its sentences goes.
    """

    mentions: Sequence[Mention]
    has_pronoun: Callable[[], bool]
    split: Callable[[], Sequence[tuple[int, int]]]

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """From where to where each sentence goes."""
        return self.split()

    @cached_property
    def required(self) -> Mapping[str, Mention]:
        """What is named by itself, each with its first mention."""
        found: dict[str, Mention] = {}
        for mention in self.mentions:
            if mention.is_required:
                found.setdefault(mention.key, mention)
        return found

    @cached_property
    def keys(self) -> frozenset[str]:
        """What is named at all."""
        return frozenset(mention.key for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Groups:
    """Names by what they name.

    Attributes:
        people: the keys of persons.
        common: the keys of states, cities and bodies that every site may name.
        titles: persons, each with what their titles name.
    """

    people: frozenset[str]
    common: frozenset[str]
    titles: frozenset[tuple[str, str]] = frozenset()


def unnamed(there: Naming, here: Naming, groups: Groups) -> Iterator[Mention]:
    """Names of one text that the other has in no form.

    A pronoun may stand for a person, unless the text names somebody else instead. A title must
    not stand with the name of another state.
    """
    is_other_person = any(key in groups.people for key in here.required.keys() - there.keys)
    for key, mention in there.required.items():
        is_person = key in groups.people
        if key in here.keys or (is_person and not is_other_person and here.has_pronoun()):
            continue
        yield mention
    if groups.people.isdisjoint(there.keys):
        return
    known = {pair for pair, _ in _titles(here, groups)} | groups.titles
    yield from (mention for pair, mention in _titles(there, groups) if pair not in known)


def _titles(naming: Naming, groups: Groups) -> Iterator[tuple[tuple[str, str], Mention]]:
    """A person's bare titles beside the name of a state whose title it is not."""
    whole = [mention for mention in naming.mentions if mention.is_whole]
    for before, after in pairwise(whole):
        gap = after.start - before.end
        title, state = (before, after) if before.key in groups.people else (after, before)
        is_near = _OF <= gap <= _NEAR if state is after else 0 < gap < _NEAR
        is_of = state.role == "of" or (state is before and not state.role)
        is_title = title.key in groups.people and not title.is_name
        if is_title and state.key in groups.common and is_near and is_of:
            yield (title.key, state.key), state


def moved(here: Naming, there: Naming, groups: Groups) -> Iterator[tuple[Mention, Mention]]:
    """Names that stand the other way round, for no reason of grammar: who did what to whom.

    Sentences are compared where there are as many, else whole texts. What stands in the same
    case, or with the same preposition, in both texts may stand in another place, and so may
    what is said in the passive in one.
    """
    if len(here.keys & there.keys) + len(here.keys ^ there.keys) / 2 < 2:
        return  # too few to change places
    spans = list(zip(here.sentences, there.sentences, strict=False))
    if len(here.sentences) != len(there.sentences):
        spans = [((0, here.sentences[-1][1]), (0, there.sentences[-1][1]))]
    for span, twin in spans:
        found = None
        for group in (groups.people, groups.common):
            ones, others = (
                [m for m in _within(naming, part) if m.key in group and _counts(m, naming, groups)]
                for naming, part in ((here, span), (there, twin))
            )
            found = found or _changed(ones, others) or _first_moved(ones, others)
        whole = (
            [m for m in _within(naming, part) if m.is_required and m.key not in groups.people]
            for naming, part in ((here, span), (there, twin))
        )
        if found := found or _first_moved(*whole):
            yield found


def _within(naming: Naming, span: tuple[int, int]) -> list[Mention]:
    start, end = span
    return [mention for mention in naming.mentions if start <= mention.start < end]


def _counts(mention: Mention, naming: Naming, groups: Groups) -> bool:
    """Whether a name stands by itself or in somebody's title, and not in the name of a body."""
    return mention.is_whole or any(
        title.key in groups.people and title.start <= mention.start < mention.end <= title.end
        for title in naming.mentions
        if title.is_whole
    )


def _changed(ones: list[Mention], others: list[Mention]) -> tuple[Mention, Mention] | None:
    """The first name that is another where two sentences name as often somebody or something."""
    ones, others = ([m for m in mentions if m.is_name] for mentions in (ones, others))
    if len(ones) != len(others) or Counter(m.key for m in ones) == Counter(m.key for m in others):
        return None
    return next((a, b) for a, b in zip(ones, others, strict=True) if a.key != b.key)


def _first_moved(ones: list[Mention], others: list[Mention]) -> tuple[Mention, Mention] | None:
    """The first name that stands elsewhere without a reason, with what stands in its place."""
    keys, twins = ([mention.key for mention in mentions] for mentions in (ones, others))
    if Counter(keys) == Counter(twins):
        names = [_runs([m for m in listed if m.is_name]) for listed in (ones, others)]
        if [m.key for m in names[0]] == [m.key for m in names[1]]:
            return None
        ones, others = _runs(ones), _runs(others)
    else:
        both = set(keys) & set(twins)
        ones, others = _firsts(ones, both), _firsts(others, both)
    while ones and others:
        one, other = next(
            ((a, b) for a, b in zip_longest(ones, others) if not (a and b and a.key == b.key)),
            (None, None),
        )
        if one is None and other is None:
            return None
        one, other = one or ones[-1], other or others[-1]
        movable = _movable(one, other, ones, others)
        if movable is None:
            return one, other
        ones, others = ([m for m in listed if m.key != movable] for listed in (ones, others))
    return None


def _runs(mentions: list[Mention]) -> list[Mention]:
    return [next(run) for _, run in groupby(mentions, key=lambda mention: mention.key)]


def _firsts(mentions: list[Mention], keys: set[str]) -> list[Mention]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.key in keys:
            found.setdefault(mention.key, mention)
    return list(found.values())


def _movable(
    one: Mention, other: Mention, ones: list[Mention], others: list[Mention]
) -> str | None:
    """Which of two names has a role by which it may stand elsewhere, the same in both texts."""
    twin = next((mention for mention in others if mention.key == one.key), None)
    mate = next((mention for mention in ones if mention.key == other.key), None)
    for a, b in ((one, twin), (mate, other)):
        if a and b and _agree(a.role, b.role):
            return a.key
    return None


def _agree(role: str, other: str) -> bool:
    if "by" in {role, other}:
        return "whom" not in {role, other}
    return role == other and role in _MOVABLE
