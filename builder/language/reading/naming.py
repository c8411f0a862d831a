"""Comparing whom and what two texts name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from builder.language.reading.joined import Pair
from builder.language.reading.names import Mention

_OF, _NEAR = 3, 4
"""Characters between a title and the state it belongs to, at least where that comes after."""


class Naming(Struct, frozen=True, dict=True):
    """What a text names.

    Attributes:
        mentions: its names, by where they begin.
        has_pronoun: tells whether it has a word that may stand for the name of a person.
        split: gives from where to where each of its sentences goes.
        join: gives the names that it joins.
    """

    mentions: Sequence[Mention]
    has_pronoun: Callable[[], bool]
    split: Callable[[], Sequence[tuple[int, int]]]
    join: Callable[[], Sequence[Pair]]

    @cached_property
    def sentences(self) -> Sequence[tuple[int, int]]:
        """From where to where each sentence goes."""
        return self.split()

    @cached_property
    def joined(self) -> Sequence[Pair]:
        """Names that it joins, in pairs."""
        return self.join()

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


class Groups(Struct, frozen=True):
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
