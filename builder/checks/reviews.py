"""How the review of each segment stands: what the ledger says of the texts as they are now."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct, field

from builder.content.content import Content
from builder.content.reviews import Review, digest
from builder.content.segments import Segment, segments

Digests: TypeAlias = Mapping[str, str]
"""Language code -> the digest of a text."""


class State(StrEnum):
    """How a segment stands; the first that applies."""

    MISSING = "missing"  # a language has no text
    STALE = "stale"  # a text has changed since it was reviewed together with another
    UNREVIEWED = "unreviewed"  # nobody has reviewed these texts together
    OK = "ok"


class Note(StrEnum):
    """What there is to say of one text of a segment that is not `ok`."""

    UNREVIEWED = "unreviewed"  # it was never reviewed together with the others
    CHANGED = "changed"  # it has changed since
    OVERTAKEN = "overtaken"  # it has not, but another has


class Standing(Struct, frozen=True):
    """How a segment stands.

    Attributes:
        segment: the segment.
        state: how it stands as a whole.
        missing: the languages that have no text.
        notes: language code -> what there is to say of its text; languages without are fine.
    """

    segment: Segment
    state: State
    missing: tuple[str, ...] = ()
    notes: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))


def has_ledger(content: Content) -> bool:
    """Whether a site keeps a ledger; it begins with the first review that is recorded.

    Without one, nothing is said of reviews but where they are asked for: the site makes no
    promise that a text could fail.
    """
    return any(content.reviews.values())


def standings(content: Content) -> Iterator[Standing]:
    """How every segment stands that has words, in the order of the files.

    A site in one language has nothing to be reviewed. Two or more texts are fine together where
    one review holds them all; of those that are not, the review that holds most of them tells
    which have changed since. So a language that is added has nothing to say of the others.
    """
    return iter(_standings(content))


@lru_cache(maxsize=2)  # the site's own pages ask too; with drafts and without
def _standings(content: Content) -> tuple[Standing, ...]:
    return tuple(_all(content))


def _all(content: Content) -> Iterator[Standing]:
    codes = [language.code for language in content.languages]
    if len(codes) < 2:
        return
    ledger = _Ledger(content.reviews.values())
    texts = [(s, _digests(s)) for s in segments(content) if _has_words(s)]
    for _, of_segment in texts:
        ledger.use(of_segment)
    for segment, of_segment in texts:
        missing = tuple(code for code in codes if code not in of_segment)
        state, notes = ledger.judge(segment.name, of_segment)
        yield Standing(segment, State.MISSING if missing else state, missing, notes)


def _has_words(segment: Segment) -> bool:
    return any(text.text.strip() for text in segment.texts.values())


def _digests(segment: Segment) -> Digests:
    return {code: digest(text.text) for code, text in segment.texts.items()}


class _Reviewed(Struct, frozen=True):
    """Texts that were reviewed together, under all names and with the last of all dates."""

    texts: Digests
    names: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)


class _Ledger:
    """All reviews as one set, found by the texts they hold.

    A review that some segment meets in full says nothing of another segment which happens to
    share a text with it, as words such as "Source" do; unless it was made for that very segment.
    """

    def __init__(self, files: Iterable[Mapping[str, Review]]) -> None:
        self._all: dict[frozenset[tuple[str, str]], _Reviewed] = {}
        self._holding: dict[tuple[str, str], list[_Reviewed]] = {}
        self._met: set[int] = set()
        for file in files:
            for name, review in file.items():
                self._add(name, review)

    def _add(self, name: str, review: Review) -> None:
        key = frozenset(review.texts.items())
        if key not in self._all:
            self._all[key] = reviewed = _Reviewed(review.texts)
            for text in review.texts.items():
                self._holding.setdefault(text, []).append(reviewed)
        self._all[key].names.add(name)
        self._all[key].dates.add(review.on)

    def use(self, texts: Digests) -> None:
        """Notes what a segment of the site meets in full."""
        self._met.update(id(reviewed) for reviewed in self._meeting(texts))

    def judge(self, name: str, texts: Digests) -> tuple[State, Mapping[str, Note]]:
        """The state of a segment, and what there is to say of its texts."""
        if len(texts) < 2 or next(self._meeting(texts), None):
            return State.OK, MappingProxyType({})
        of_it = [
            reviewed
            for text in texts.items()
            for reviewed in self._holding.get(text, ())
            if name in reviewed.names or id(reviewed) not in self._met
        ]
        if not of_it:
            return State.UNREVIEWED, MappingProxyType(dict.fromkeys(texts, Note.UNREVIEWED))
        return _since(texts, max(of_it, key=lambda one: _likeness(name, texts, one)).texts)

    def _meeting(self, texts: Digests) -> Iterator[_Reviewed]:
        """The reviews that hold all of some texts."""
        first = next(iter(texts.items()))
        for reviewed in self._holding.get(first, ()):
            if len(texts) > 1 and texts.items() <= reviewed.texts.items():
                yield reviewed


def _likeness(name: str, texts: Digests, one: _Reviewed) -> tuple[bool, int, str, str]:
    """How much a review has to do with a segment: its own first, then the one with most of it."""
    shared = len(texts.items() & one.texts.items())
    return name in one.names, shared, max(one.dates), min(one.names)


def _since(texts: Digests, reviewed: Digests) -> tuple[State, Mapping[str, Note]]:
    """What has become of texts since a review that holds some of them."""
    notes: dict[str, Note] = {}
    changed = {code for code in texts if code in reviewed and reviewed[code] != texts[code]}
    for code in texts:
        if code not in reviewed:
            notes[code] = Note.UNREVIEWED
        elif changed:
            notes[code] = Note.CHANGED if code in changed else Note.OVERTAKEN
    return State.STALE if changed else State.UNREVIEWED, MappingProxyType(notes)
