"""What comes back from translators, judged text by text: what is right is taken, the rest told."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from builder.checks import parity, terms
from builder.checks.waivers import SEGMENT, waivers
from builder.content.content import Content
from builder.content.names import known_names
from builder.content.segments import Segment
from builder.content.source import control_character
from builder.content.suggestions import nearest
from builder.exchange.inline import Mark, Pieces, all_codes, code_of
from builder.exchange.originals import Original
from builder.exchange.places import Accepted, destination
from builder.exchange.reading import Parcel, Returned, UnknownCodeError, pieces_of
from builder.exchange.units import Unit, units
from builder.exchange.xliff import codes
from builder.problems import Place, Problem, ProblemError, Severity

Judge: TypeAlias = Callable[[Segment], Iterator[Problem]]


class Judged(Struct, frozen=True):
    """What became of a file: what can be written, how much was as it is, and what is refused."""

    accepted: tuple[Accepted, ...]
    unchanged: int
    refused: tuple[Problem, ...]


def judge(content: Content, parcel: Parcel, file: str) -> Judged:
    """Looks at everything that came back.

    Args:
        content: the site as it is.
        parcel: what came back.
        file: its name in problems.

    Raises:
        ProblemError: it is for another site, or for languages that this one does not have.
    """
    _refuse_foreign(content, parcel, file)
    known = {unit.id: unit for unit in units(content, parcel.source, parcel.target)}
    of_segment = _judge(content)
    accepted: list[Accepted] = []
    refused: list[Problem] = []
    seen: set[str] = set()
    unchanged = 0
    for returned in parcel.units:
        if not returned.is_translated:
            continue
        place = Place(file, returned.line, 1)
        try:
            unit = _unit(known, returned, seen, place)
            text = _text(content, unit, returned, parcel.target, place)
            if unit.target and text.text == unit.target.text:
                unchanged += 1
                continue
            _refuse_stale(unit, returned, place)
            _refuse_control(text, place)
            _refuse_markup(unit, text, place)
            _refuse_wrong(of_segment(_segment(content, unit, text, parcel)), place)
            accepted.append(Accepted(unit, text, place))
        except ProblemError as error:
            refused += error.problems
    return Judged(tuple(accepted), unchanged, tuple(refused))


def _refuse_foreign(content: Content, parcel: Parcel, file: str) -> None:
    own = [language.code for language in content.languages]
    if parcel.source == parcel.target or not {parcel.source, parcel.target} <= set(own):
        values = {"source": parcel.source, "target": parcel.target, "languages": ", ".join(own)}
        raise ProblemError([Problem("xliff-languages", Place(file, 1, 1), values)])
    for unit in parcel.units:
        if unit.site != content.site.address:
            values = {"site": unit.site or "-", "own": content.site.address}
            raise ProblemError([Problem("xliff-other-site", Place(file, unit.line, 1), values)])


def _unit(known: Mapping[str, Unit], returned: Returned, seen: set[str], place: Place) -> Unit:
    """The unit that came back, which is to be seen once."""
    name = returned.id
    if name not in known:
        values = {"text": name, **nearest(name, tuple(known))}
        raise ProblemError([Problem("unit-unknown", place, values)])
    if name in seen:
        raise ProblemError([Problem("unit-twice", place, {"text": name})])
    seen.add(name)
    return known[name]


def _text(content: Content, unit: Unit, returned: Returned, target: str, place: Place) -> Original:
    """What came back, with the codes that the site has."""
    try:
        pieces = pieces_of(returned.targets, codes(unit))
    except UnknownCodeError as error:
        values = {"text": unit.segment.name, "code": str(error)}
        raise ProblemError([Problem("unit-code", place, values)]) from error
    return (unit.target or destination(content, unit, target)).with_pieces(pieces)


def _refuse_stale(unit: Unit, returned: Returned, place: Place) -> None:
    """A text of the site may have changed since, or the source in the file."""
    try:
        is_same = pieces_of(returned.sources, codes(unit)) == unit.source.pieces
    except UnknownCodeError:
        is_same = False
    if not is_same or returned.stamp not in ("", unit.stamp):
        raise ProblemError([Problem("unit-changed", place, {"text": unit.segment.name})])


def _refuse_control(text: Original, place: Place) -> None:
    """XML may hold characters with which a file of the site could not be read."""
    if character := control_character(text.text):
        raise ProblemError([Problem("control-character", place, {"character": character})])


def _refuse_markup(unit: Unit, text: Original, place: Place) -> None:
    """The codes are those of the source, or those that the target had before, in one order."""
    sides = [side.pieces for side in (unit.source, unit.target) if side]
    if not any(_same(text.pieces, pieces) for pieces in sides):
        wanted, found = _codes(sides[0]), _codes(text.pieces)
        values = {
            "text": unit.segment.name,
            "missing": _shown(wanted - found),
            "extra": _shown(found - wanted),
        }
        raise ProblemError([Problem("unit-markup", place, values)])
    if not text.reads_back():
        raise ProblemError([Problem("unit-signs", place, {"text": unit.segment.name})])


def _refuse_wrong(found: Iterator[Problem], place: Place) -> None:
    if problems := [replace(problem, place=place) for problem in found]:
        raise ProblemError(problems)


def _codes(pieces: Pieces) -> Counter[str]:
    return Counter(code_of(code) for code in all_codes(pieces))


def _same(some: Pieces, others: Pieces) -> bool:
    """The same codes; those that make items, cells and lines in the same order too."""
    return _codes(some) == _codes(others) and _structure(some) == _structure(others)


def _structure(pieces: Pieces) -> list[str]:
    return [c.data for c in all_codes(pieces) if isinstance(c, Mark) and c.is_structure]


def _shown(counted: Counter[str]) -> str:
    return ", ".join(code.strip() or "↵" for code in counted.elements()) or "-"


def _segment(content: Content, unit: Unit, text: Original, parcel: Parcel) -> Segment:
    """The segment as it would be."""
    texts = unit.segment.texts
    like = texts.get(parcel.target) or replace(texts[parcel.source], language=parcel.target)
    new = {**texts, parcel.target: text.read(replace(like, verbatim=None), content)}
    return replace(unit.segment, texts=MappingProxyType(new))


def _judge(content: Content) -> Judge:
    """What the checks find wrong with a segment, but for what editors have waived."""
    names, of_terms = known_names(content), terms.checker(content)
    waived = {(placed.waiver.code, placed.segment) for placed in waivers(content)}

    def of_segment(segment: Segment) -> Iterator[Problem]:
        for problem in (*parity.compare(content, segment, names), *of_terms(segment)):
            key = (problem.code, str(problem.values.get(SEGMENT, "")))
            if problem.severity is Severity.ERROR and key not in waived:
                yield problem

    return of_segment
