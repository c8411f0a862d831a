"""Units as XLIFF 2.0 (OASIS Standard, 5 August 2014), in core elements only.

A unit is a segment of the site. Its codes are inline elements, with the same ids on both sides:
`ph` for one that stands alone, `pc` for one around words; `originalData` says what they are. Notes
say where the text stands, how its review does and which terms it has.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from lxml import etree
from msgspec import Struct

from builder.checks.reviews import State
from builder.exchange.inline import Mark, Pair, Pieces, all_codes, code_of
from builder.exchange.units import Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
VERSION = "2.0"
SITE, STAMP = "site", "stamp"
"""Categories of the notes that tell which site a file is from, and which texts it has seen."""

Codes: TypeAlias = Mapping[str, Mark | Pair]
"""The id that a code has in XLIFF -> the code."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES: Mapping[State, str] = {State.MISSING: "initial", State.OK: "reviewed"}


class Sent(Struct, frozen=True):
    """A unit as it is sent: with its notes, each a category and a text."""

    unit: Unit
    notes: tuple[tuple[str, str], ...]


def codes(unit: Unit) -> Codes:
    """The codes of both sides of a unit by their ids, those of the source first.

    The same texts give the same ids every time, so a file that comes back is read by those of
    the site, whatever it says of its codes.
    """
    known: dict[str, Mark | Pair] = {}
    for side in (unit.source, unit.target):
        if side:
            known |= zip(_ids(side.pieces, known), all_codes(side.pieces), strict=True)
    return known


def _ids(pieces: Pieces, known: Codes) -> list[str]:
    """The id of every code: that of an equal one which is not taken yet, or else a new one."""
    free = {identity: code_of(code) for identity, code in known.items()}
    ids: list[str] = []
    for code in all_codes(pieces):
        equal = (identity for identity, other in free.items() if other == code_of(code))
        identity = next(equal, str(len({*known, *ids}) + 1))
        free.pop(identity, None)
        ids.append(identity)
    return ids


def document(chosen: Iterable[Sent], languages: tuple[str, str], site: str) -> bytes:
    """A whole file.

    Args:
        chosen: what is sent.
        languages: that of the source and that of the target.
        site: what tells the site from others.
    """
    by_file: dict[str, list[Sent]] = {}
    for sent in chosen:
        by_file.setdefault(sent.unit.source.file, []).append(sent)
    root = etree.Element(_tag("xliff"), nsmap={None: NAMESPACE})
    root.attrib.update({"version": VERSION, "srcLang": languages[0], "trgLang": languages[1]})
    for number, (name, of_file) in enumerate(by_file.items(), start=1):
        file = _under(root, "file", id=f"f{number}", original=name)
        _note(_under(file, "notes"), SITE, site)
        for sent in of_file:
            _unit(file, sent)
    etree.indent(root)
    for sent, unit in zip((s for of in by_file.values() for s in of), _units(root), strict=True):
        _fill(unit, sent.unit)  # after the indenting, which must touch no white space of texts
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _units(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(_tag("unit")))


def _unit(file: etree._Element, sent: Sent) -> None:
    unit = _under(file, "unit", id=sent.unit.id, name=sent.unit.segment.name, canResegment="no")
    notes = _under(unit, "notes")
    for category, text in sent.notes:
        _note(notes, category, text)
    _note(notes, STAMP, sent.unit.stamp)
    if known := codes(sent.unit):
        data = _under(unit, "originalData")
        for identity, code in known.items():
            parts = [code.data] if isinstance(code, Mark) else [code.opening, code.closing]
            for name, part in zip(_data(identity, code), parts, strict=True):
                _under(data, "data", id=name).text = part
    state = _STATES.get(sent.unit.state, "translated")
    segment = _under(unit, "segment", state=state)
    _under(segment, "source")
    if sent.unit.target:
        _under(segment, "target")


def _fill(element: etree._Element, unit: Unit) -> None:
    known: Codes = codes(unit)
    for name, side in (("source", unit.source), ("target", unit.target)):
        found = element.find(f"{_tag('segment')}/{_tag(name)}")
        if side and found is not None:
            found.set(_SPACE, "preserve")
            _write(found, side.pieces, iter(_ids(side.pieces, known)))


def _write(element: etree._Element, pieces: Pieces, ids: Iterator[str]) -> None:
    """Words and codes into an element; the ids are those of the codes in the order of all."""
    last: etree._Element | None = None
    for piece in pieces:
        if isinstance(piece, str) and last is not None:
            last.tail = (last.tail or "") + piece
        elif isinstance(piece, str):
            element.text = (element.text or "") + piece
        else:
            last = _code(element, piece, next(ids))
            if isinstance(piece, Pair):
                _write(last, piece.inner, ids)


def _code(element: etree._Element, code: Mark | Pair, identity: str) -> etree._Element:
    kept = {"canCopy": "no", "canDelete": "no"}
    names = _data(identity, code)
    if isinstance(code, Mark):
        shown = code.data.strip() or "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"
        return _under(element, "ph", id=identity, dataRef=names[0], disp=shown, **kept)
    return _under(element, "pc", id=identity, dataRefStart=names[0], dataRefEnd=names[1], **kept)


def _data(identity: str, code: Mark | Pair) -> tuple[str, ...]:
    """The ids of what a code is made of."""
    return (f"d{identity}",) if isinstance(code, Mark) else (f"d{identity}a", f"d{identity}b")


def _note(notes: etree._Element, category: str, text: str) -> None:
    _under(notes, "note", category=category).text = text


def _under(element: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(element, _tag(tag), attributes)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
