"""Another id for a record: its files, and every place that names it, all or nothing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from builder.authoring.references import LISTED, Spot, spots
from builder.authoring.writing import write_all
from builder.content.data import read_yaml
from builder.content.fields import SLUG
from builder.content.files import ARTICLES, RECORDS, Survey, survey
from builder.content.model import Article
from builder.content.reviews import ledger_file
from builder.content.source import read_text
from builder.content.suggestions import as_id, nearest
from builder.content.walk import SITE
from builder.problems import Place, Problem, ProblemError

KINDS = (*(model.kind_name for model in RECORDS.values()), *LISTED)
"""The kinds of record that have an id."""

_BOM = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")


class Renamed(Struct, frozen=True):
    """What was changed: files by their new names, and how often each file named the record."""

    moved: Mapping[str, str]
    named: Mapping[str, int]


def rename(root: Path, kind: str, old: str, new: str) -> Renamed:
    """Gives a record another id, and changes nothing else.

    Args:
        root: the site's folder.
        kind: the kind of the record, one of `KINDS`.
        old: its id.
        new: what its id is to be.

    Raises:
        ProblemError: there is no such record, the new id is taken or is none, a file cannot be
            read or written. Nothing is changed then.
    """
    found = survey(root)
    known = _known(root, found, kind)
    _refuse(kind, old, new, known)
    everywhere = (*spots(root, found, kind, old), *_reviews(root, found, kind, old))
    named = sorted(everywhere, key=lambda spot: (spot.file, spot.line))
    moved = dict(_moved(found, kind, old, new))
    bodies = {}
    for file in sorted({*moved, *(spot.file for spot in named)}):
        body = (root / file).read_bytes()
        own = [spot for spot in named if spot.file == file]
        bodies[moved.get(file, file)] = _replaced(body, own, old, new)
    write_all(root, bodies, moved)
    return Renamed(moved, Counter(moved.get(spot.file, spot.file) for spot in named))


def _known(root: Path, found: Survey, kind: str) -> Mapping[str, Place]:
    """Every id of a kind, with the place where it stands."""
    if kind in LISTED:
        file, within = LISTED[kind]
        data = read_yaml(read_text(root / file, file), file) if file in found.single else None
        for key in within:
            data = data.get(str(key)) if isinstance(data, dict) else None
        entries = data if isinstance(data, list) else []
        return {str(e["id"]): Place(file) for e in entries if isinstance(e, dict) and "id" in e}
    return {
        PurePosixPath(file).stem: Place(file)
        for folder, file in found.records
        if RECORDS[folder].kind_name == kind
    }


def _refuse(kind: str, old: str, new: str, known: Mapping[str, Place]) -> None:
    """Raises what stands against the change."""
    somewhere = next(iter(known.values()), Place(SITE))
    folder = Place(somewhere.file if kind in LISTED else str(PurePosixPath(somewhere.file).parent))
    if old not in known:
        values = {"kind": kind, "id": old, **nearest(old, known)}
        raise ProblemError([Problem("unknown-record", folder, values)])
    if not SLUG.fullmatch(new):
        raise ProblemError([Problem("bad-id", known[old], {"id": new, **as_id(new)})])
    if new in known:
        raise ProblemError([Problem("id-taken", known[new], {"kind": kind, "id": new})])


def _moved(found: Survey, kind: str, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Each file of the record, and what it is called after."""
    for folder, file in found.records:
        if RECORDS[folder].kind_name == kind and PurePosixPath(file).stem == old:
            after = f"content/{folder}/{new}.yaml"
            yield file, after
            if ledger_file(file) in found.reviews:
                yield ledger_file(file), ledger_file(after)
    for article, language, file in found.prose if kind == Article.kind_name else ():
        if article == old:
            yield file, f"content/{ARTICLES}/{new}.{language}.md"


def _reviews(root: Path, found: Survey, kind: str, old: str) -> Iterator[Spot]:
    """Where the ledger names the texts of the record."""
    beginning = f"{kind}:{old}/"
    for file in found.reviews:
        for number, line in enumerate(read_text(root / file, file).split("\n"), start=1):
            if line.startswith(beginning):
                yield Spot(file, number, len(kind) + 2)


def _replaced(body: bytes, named: Iterable[Spot], old: str, new: str) -> bytes:
    """A file with another id at some places, and every other byte as it is."""
    parts = _LINE_END.split(body.decode())  # line, its end, line, …
    for spot in sorted(named, key=lambda spot: (spot.line, spot.column), reverse=True):
        line = parts[2 * (spot.line - 1)]
        start = _index(line, spot.column, old)
        parts[2 * (spot.line - 1)] = line[:start] + new + line[start + len(old) :]
    return "".join(parts).encode()


def _index(line: str, column: int, old: str) -> int:
    """Where in a line as it was written the id stands that is at `column` of it in NFC."""
    for match in re.finditer(re.escape(old), line):
        before = unicodedata.normalize("NFC", line[: match.start()].removeprefix(_BOM))
        if len(before) == column - 1:
            return match.start()
    raise AssertionError(f"{old!r} is not at column {column} of {line!r}")
