"""XLIFF that comes back, read as untrusted: what a translator wrote for each unit."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from msgspec import Struct

from builder.content.source import not_utf_8
from builder.exchange.inline import Mark, Pair, Piece, Pieces, tidied
from builder.exchange.xliff import NAMESPACE, SITE, STAMP, VERSION, Codes
from builder.problems import Place, Problem, ProblemError

MAX_BYTES = 50_000_000

_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")  # an escaped one begins with &lt;
_ANNOTATIONS = ("sm", "em")


class Returned(Struct, frozen=True):
    """A unit that came back.

    Attributes:
        id: its id.
        line: where it stands in the file.
        site: the site it says it is from.
        stamp: what tells which texts it has seen; nothing where a tool lost it.
        sources: what it holds of the source: its segments and what is between them.
        targets: the same of the target; of what was left out, the source.
        is_translated: whether any segment has a target with words.
    """

    id: str
    line: int
    site: str
    stamp: str
    sources: tuple[etree._Element, ...]
    targets: tuple[etree._Element, ...]
    is_translated: bool


class Parcel(Struct, frozen=True):
    """A whole file that came back, between two languages."""

    source: str
    target: str
    units: tuple[Returned, ...]


class UnknownCodeError(Exception):
    """An inline element is none that was sent."""


def read(path: Path) -> Parcel:
    """Reads a file of a translator. Entities and document types are refused, unread.

    Raises:
        ProblemError: it cannot be read, is too large, no UTF-8, or no XLIFF 2.0.
    """
    root = _root(_text(path), path.name)
    if root.tag != _tag("xliff") or root.get("version") != VERSION:
        found = f"{etree.QName(root).localname} {root.get('version', '')}".strip()
        raise _refusal("not-xliff", Place(path.name, 1, 1), found=found)
    units = tuple(_returned(file, unit) for file in root.iter(_tag("file")) for unit in _in(file))
    return Parcel(root.get("srcLang", ""), root.get("trgLang", ""), units)


def _text(path: Path) -> bytes:
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        reason = error.strerror or "?"
        raise _refusal("file-unreadable", Place(path.name), reason=reason) from error
    if data is None:
        raise _refusal("file-too-large", Place(path.name), limit=MAX_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError([not_utf_8(error, path.name)]) from error
    for declaration in _DECLARATIONS:
        if (at := text.find(declaration)) >= 0:
            place = Place(path.name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
            raise _refusal("xliff-declaration", place, found=declaration)
    return text.encode()


def _root(text: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        place = Place(name, max(line, 1), max(column, 1))
        raise _refusal("xml-syntax", place, said=error.msg or "") from error


def _in(file: etree._Element) -> Iterator[etree._Element]:
    return file.iter(_tag("unit"))


def _returned(file: etree._Element, unit: etree._Element) -> Returned:
    sources, targets, is_translated = [], [], False
    for part in unit.iterchildren(_tag("segment"), _tag("ignorable")):
        source, target = part.find(_tag("source")), part.find(_tag("target"))
        if source is None:
            continue
        sources.append(source)
        targets.append(source if target is None else target)
        is_segment = part.tag == _tag("segment")
        is_translated |= target is not None and is_segment and bool(_words(target).strip())
    return Returned(
        unit.get("id", ""),
        unit.sourceline or 1,
        _noted(file, SITE),
        _noted(unit, STAMP),
        tuple(sources),
        tuple(targets),
        is_translated,
    )


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _noted(element: etree._Element, category: str) -> str:
    notes = element.iterfind(f"{_tag('notes')}/{_tag('note')}")
    return next((note.text or "" for note in notes if note.get("category") == category), "")


def pieces_of(elements: tuple[etree._Element, ...], codes: Codes) -> Pieces:
    """The words and codes of a side of a unit.

    Raises:
        UnknownCodeError: something in it is none of the codes.
    """
    pieces = [piece for element in elements for piece in _pieces(element, codes)]
    return tidied(_joined(pieces))


def _pieces(element: etree._Element, codes: Codes) -> Iterator[Piece]:
    yield element.text or ""
    for child in element:
        name = etree.QName(child).localname
        code = codes.get(child.get("id", ""))
        if name == "mrk":  # what a tool has noted of some words
            yield from _pieces(child, codes)
        elif name == "ph" and isinstance(code, Mark):
            yield code
        elif name == "pc" and isinstance(code, Pair):
            yield Pair(code.opening, _joined(list(_pieces(child, codes))), code.closing)
        elif name not in _ANNOTATIONS:
            raise UnknownCodeError(f"{name} {child.get('id', '')}".strip())
        yield child.tail or ""


def _joined(pieces: list[Piece]) -> Pieces:
    """Pieces in which words that stand together are one."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, str) and isinstance(last, str):
            joined[-1] = last + piece
        elif piece:
            joined.append(piece)
    return tuple(joined)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _refusal(code: str, place: Place, **values: str | int) -> ProblemError:
    return ProblemError([Problem(code, place, values)])
