"""Words looked for in the stored text of their source, and the passage that is most like them.

Both are compared in NFC with white space and quotation marks folded, and nothing else. In what is
looked for, `[…]` may skip some of the source, and `[a word]` is an editor's addition.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, zip_longest

from msgspec import Struct

_MARKS = str.maketrans(dict.fromkeys("«»“”„‟‘’‚‛‹›'＂", '"'))
_SPACES = re.compile(r"\s+")
_GAPS = re.compile(r"\s{2,}")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"[^\W_]+")
_CLOSING = re.compile(r"[\s,.;:!?…)»”’\"]|$")
_SKIPS = frozenset({"…", "..."})

_SAMPLES = (24, 12, 6, 4)  # lengths of the pieces by which a passage is recognised
_SHORT = 24  # up to this length, four letters in a row are enough
_MOST_SAMPLES = 200  # of one length
_MOST_PLACES = 20  # of one sample in the source
_COMPARED = 400  # characters by which two places are told apart
_NEAR = 200  # how far a passage may have shifted by what was put in or left out
_SHIFTS = (-1, 0, 1)  # by a letter that was put in or left out
_SHIFT = 20  # how many characters more than here the source may have at its beginning


class Folded(Struct, frozen=True, dict=True):
    """A text in the form in which it is compared."""

    whole: str

    @cached_property
    def text(self) -> str:
        """White space as single spaces, none at the ends; every quotation mark as `"`."""
        return _SPACES.sub(" ", self.whole.translate(_MARKS)).strip()

    def index(self, place: int) -> int:
        """Where in the whole text the character at a place of the folded one stands."""
        left = place + self._margin
        for start, folded_away in self._gaps:
            if start >= left:
                break
            left += folded_away
        return min(left, len(self.whole))

    @cached_property
    def _margin(self) -> int:
        """The white space at the beginning, in characters."""
        return len(self.whole) - len(self.whole.lstrip())

    @cached_property
    def _gaps(self) -> tuple[tuple[int, int], ...]:
        """Where white space stands of which not all is kept, and how much of it is not."""
        gaps = _GAPS.finditer(self.whole, self._margin)
        return tuple((gap.start(), len(gap[0]) - 1) for gap in gaps)


@lru_cache(maxsize=4)  # many quotes are from one source
def folded(text: str) -> Folded:
    """A text in the form in which it is compared."""
    return Folded(text)


class Difference(Struct, frozen=True):
    """The first character in which a text and the passage most like it are not the same.

    `here` counts in the text that was looked for, `there` in the source; both may be at its end.
    """

    here: int
    there: int


@lru_cache(maxsize=2**10)  # checks and pages look for the same words
def find(text: str, source: Folded, *, may_go_on: bool = False) -> tuple[int, int] | None:
    """From and to where in the source a text stands; None where it does not.

    With words skipped, it is from its first to its last word.

    Args:
        text: what is looked for.
        source: where.
        may_go_on: whether the last word may have a further ending there, as a title has one in
            the middle of a sentence (меморандум: меморандумға қол қойылды).
    """
    looked_for = Folded(text)
    if (start := _find(looked_for.text, source.text, 0, may_go_on=may_go_on)) is not None:
        return source.index(start), source.index(start + len(looked_for.text) - 1) + 1
    pieces = [piece.text for _, piece in _pieces(text)]
    found = tuple(_in_order(pieces, source.text, may_go_on=may_go_on))
    if not pieces or len(found) < len(pieces):
        return None
    return source.index(found[0]), source.index(found[-1] + len(pieces[-1]) - 1) + 1


def difference(text: str, source: Folded) -> Difference | None:
    """Where a text that does not stand in the source begins to differ from what stands there.

    None where nothing in the source is like it. The time it takes grows with the length of the
    source, whatever the texts hold.
    """
    pieces = list(_pieces(text))
    after = 0
    for place, piece in pieces:
        start = _find(piece.text, source.text, after, may_go_on=False)
        if start is not None:
            after = start + len(piece.text)
            continue
        begins = _nearest(piece.text, source.text)
        if begins is None:
            return None
        same = _same(piece.text, source.text[begins : begins + len(piece.text)])
        if same == len(piece.text):  # a word goes on there, or it stands before the last piece
            same = 0 if _joined(source.text, begins) else same - 1
        return Difference(place[piece.index(same)], source.index(begins + same))
    return None


def _pieces(text: str) -> Iterator[tuple[list[int], Folded]]:
    """What must stand in the source in one run each, with the place of each character in `text`."""
    kept: list[int] = []
    last = 0
    for bracket in _BRACKETS.finditer(text):
        kept += range(last, bracket.start())
        last = bracket.end()
        if bracket[1].strip() in _SKIPS:
            yield from _piece(text, kept)
            kept = []
        elif _CLOSING.match(text, last):  # the space that the addition brought goes with it
            while kept and text[kept[-1]].isspace():
                kept.pop()
    yield from _piece(text, [*kept, *range(last, len(text))])


def _piece(text: str, kept: list[int]) -> Iterator[tuple[list[int], Folded]]:
    piece = Folded("".join(text[index] for index in kept))
    if piece.text:
        yield [*kept, len(text)], piece


def _in_order(pieces: Sequence[str], source: str, *, may_go_on: bool) -> Iterator[int]:
    after = 0
    for number, piece in enumerate(pieces, 1):
        is_last = number == len(pieces)
        start = _find(piece, source, after, may_go_on=is_last and may_go_on)
        if start is None:
            return
        yield start
        after = start + len(piece)


def _find(piece: str, source: str, after: int, *, may_go_on: bool) -> int | None:
    """Where a run stands that does not begin inside a word, and does not end there or may."""
    while piece and (start := source.find(piece, after)) >= 0:
        end = start + len(piece)
        if not (_joined(source, start) or (_joined(source, end) and not may_go_on)):
            return start
        within = _WORD.match(source, start)  # no run begins inside the word
        after = max(start + 1, within.end() if within else 0)
    return None


def _joined(source: str, index: int) -> bool:
    """Whether a word goes on from the character before an index to the one at it."""
    return 0 < index < len(source) and source[index - 1].isalnum() and source[index].isalnum()


def _nearest(piece: str, source: str) -> int | None:
    """Where the passage that is most like a run begins."""
    for size in _SAMPLES:
        offsets = sorted(_offsets(piece, source, min(size, len(piece))))
        if offsets and (size > 4 or len(piece) <= _SHORT):
            best = max(offsets, key=lambda offset: _likeness(piece, source, offset))
            near = (offset for offset in offsets if abs(offset - best) <= _NEAR)
            first = max(near, key=lambda offset: _from_start(piece, source, offset))
            if _from_start(piece, source, first) >= size:
                return first
            return _begun(piece, source, best, size)
    return None


def _begun(piece: str, source: str, offset: int, size: int) -> int:
    """Where a passage begins whose middle stands at an offset: what is before costs least to mend.

    That is the edit distance (Levenshtein 1965), counted backwards from where the two agree.
    """
    agree = next(
        (
            n
            for n in range(max(0, -offset), _NEAR)
            if source.startswith(piece[n : n + size], offset + n)
        ),
        None,
    )
    if agree is None:
        return max(0, offset)
    before = source[max(0, offset - _SHIFT) : offset + agree][::-1]
    costs = list(range(len(before) + 1))
    for row, character in enumerate(reversed(piece[:agree]), 1):
        left = [row]
        for column, other in enumerate(before, 1):
            least = min(costs[column], left[-1]) + 1
            left.append(min(least, costs[column - 1] + (character != other)))
        costs = left
    length = min(range(len(costs)), key=lambda n: (costs[n], abs(n - agree)))
    return offset + agree - length


def _offsets(piece: str, source: str, size: int) -> set[int]:
    """Where the run would begin for each sample of it that stands somewhere in the source."""
    step = max(1, size // 2, len(piece) // _MOST_SAMPLES)
    return {
        place - index
        for index in range(0, len(piece) - size + 1, step)
        for place in islice(_places(piece[index : index + size], source), _MOST_PLACES)
    }


def _places(sample: str, source: str) -> Iterator[int]:
    place = source.find(sample)
    while place >= 0:
        yield place
        place = source.find(sample, place + 1)


def _likeness(piece: str, source: str, offset: int) -> int:
    """How many characters agree, and how many at the beginning if it is shifted a little."""
    first = max(0, -offset)
    passage = source[offset + first : offset + first + _COMPARED]
    alike = sum(map(str.__eq__, piece[first : first + _COMPARED], passage))
    return alike + max(_from_start(piece, source, offset + shift) for shift in _SHIFTS)


def _from_start(piece: str, source: str, offset: int) -> int:
    return _same(piece[:_COMPARED], source[offset : offset + _COMPARED]) if offset >= 0 else 0


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, (a, b) in enumerate(zip_longest(one, other)) if a != b), len(one))
