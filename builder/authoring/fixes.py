"""Texts mended by machine where that cannot change what they say; no other byte is touched."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from builder.authoring.writing import write_all
from builder.checks.writing import Finding, findings
from builder.content.composition import decomposed
from builder.content.content import Content
from builder.content.data import read_yaml
from builder.content.evidence import FOLDER
from builder.content.fields import LANGUAGE_MARK
from builder.content.load import load
from builder.content.prose import ProseReader
from builder.content.segments import place_in, places_in, segments
from builder.content.source import Data, KeyPath
from builder.problems import Place, ProblemError

_BOM = "\ufeff"
_LINE_END = re.compile(r"(\r\n|\r|\n)")


class Fix(Struct, frozen=True):
    """What is mended: where, the words as they are, and as they are to be."""

    place: Place
    before: str
    after: str


class _Edit(Struct, frozen=True):
    """Characters of a file to be written otherwise.

    `place` is that of the first of `old` in the file as it is read; without a finding, only a
    letter is written in another way.
    """

    place: Place
    old: str
    new: str
    finding: Finding | None = None


def fixes(root: Path) -> tuple[tuple[Fix, ...], Mapping[str, bytes]]:
    """What can be mended in a site, and the files as they would be.

    Raises:
        ProblemError: the site's settings cannot be read.
    """
    loaded = load(root)
    if loaded.content is None:
        raise ProblemError(loaded.problems)
    content = loaded.content
    found = [*_of_signs(content), *_of_letters(root, content)]
    found.sort(key=lambda edit: edit.place)
    made: list[Fix] = []
    bodies: dict[str, bytes] = {}
    for file, edits in groupby(found, key=lambda edit: edit.place.file):
        body = (root / file).read_bytes()
        proved = _proved(content, file, body, list(edits))
        if proved:
            bodies[file] = _edited(body, proved)
            made += _shown(proved)
    return tuple(made), MappingProxyType(bodies)


def fix(root: Path) -> tuple[Fix, ...]:
    """Mends a site, all or nothing, and says what was mended.

    Raises:
        ProblemError: the site's settings cannot be read, or a file cannot be written.
    """
    made, bodies = fixes(root)
    write_all(root, bodies)
    return made


def _of_signs(content: Content) -> Iterator[_Edit]:
    safe = (finding for finding in findings(content) if finding.fault.is_safe)
    for text, of_text in groupby(safe, key=lambda finding: finding.text):
        found = tuple(of_text)
        places = places_in(content, text, map(_start, found))
        for finding in found:
            fault, start = finding.fault, _start(finding)
            new = f"{text.text[start : fault.start]}{fault.mend}"
            yield _Edit(places[start], text.text[start : fault.end], new, finding)


def _start(finding: Finding) -> int:
    """From which character a run is edited: spaces are found by the one before them."""
    start = finding.fault.start
    return start - 1 if finding.text.text[start].isspace() else start


def _of_letters(root: Path, content: Content) -> Iterator[_Edit]:
    """Letters written as two characters that are one in NFC, but not those of a source."""
    evidence = set(_evidence(content))
    stored = {f"{FOLDER}/{s.stored.file}" for s in content.sources.values() if s.stored}
    for file in content.files.keys() - stored:
        text = (root / file).read_bytes().decode("utf-8-sig")
        for line, column, letter in decomposed(text):
            if (file, line) not in evidence:
                new = unicodedata.normalize("NFC", letter)
                place = Place(file, line, column)
                yield _Edit(place, letter, new)


def _evidence(content: Content) -> Iterator[tuple[str, int]]:
    """The lines on which words of a source stand."""
    for segment in segments(content):
        for text in segment.texts.values():
            if text.verbatim:
                first = place_in(content, text, 0).line
                last = place_in(content, text, len(text.text) - 1).line
                yield from ((text.file, line) for line in range(first, last + 1))


def _proved(content: Content, file: str, body: bytes, edits: list[_Edit]) -> list[_Edit]:
    """Those edits after which each text reads as it should, and no other is changed."""
    lines = _LINE_END.split(body.decode())[::2]
    found = [edit for edit in edits if _index(lines[edit.place.line - 1], edit) is not None]
    if _is_proved(content, file, body, found):
        return found
    proved: list[_Edit] = []
    for edit in found:
        if _is_proved(content, file, body, [*proved, edit]):
            proved.append(edit)
    return proved


def _is_proved(content: Content, file: str, body: bytes, edits: Sequence[_Edit]) -> bool:
    wanted = dict(_texts(content, file, body))
    findings = [edit.finding for edit in edits if edit.finding]
    for finding in sorted(findings, key=lambda finding: -finding.fault.start):
        name = _name(finding)
        text, fault = wanted.get(name, ""), finding.fault
        wanted[name] = f"{text[: fault.start]}{fault.mend}{text[fault.end :]}"
    try:
        return _texts(content, file, _edited(body, edits)) == wanted
    except ProblemError:
        return False


def _shown(edits: Sequence[_Edit]) -> Iterator[Fix]:
    """What the edits do, one for all those that touch the same words."""
    waiting: list[_Edit] = []
    end = 0
    for edit in edits:
        span = edit.finding.span if edit.finding else (0, 0)
        if waiting and not _is_same_text(waiting[-1], edit, meets=span[0] <= end):
            yield _as_one(waiting, end)
            waiting, end = [], 0
        waiting.append(edit)
        end = max(end, span[1])
    if waiting:
        yield _as_one(waiting, end)


def _is_same_text(one: _Edit, other: _Edit, *, meets: bool) -> bool:
    return bool(one.finding and other.finding and one.finding.text is other.finding.text and meets)


def _as_one(edits: Sequence[_Edit], end: int) -> Fix:
    first = edits[0]
    if first.finding is None:
        return Fix(first.place, first.old, first.new)
    start, text = first.finding.span[0], first.finding.text.text
    after = text[start:end]
    for finding in (edit.finding for edit in reversed(edits)):
        if finding:
            fault = finding.fault
            after = f"{after[: fault.start - start]}{fault.mend}{after[fault.end - start :]}"
    return Fix(first.place, text[start:end], after)


def _name(finding: Finding) -> KeyPath:
    """What tells a text from the others of its file."""
    where = finding.text.where
    return (finding.segment.id,) if isinstance(where, Place) else where


def _texts(content: Content, file: str, body: bytes) -> Mapping[KeyPath, str]:
    """Every text of a file as it would be read.

    Raises:
        ProblemError: it would not be readable.
    """
    whole = unicodedata.normalize("NFC", _LINE_END.sub("\n", body.decode("utf-8-sig")))
    name = PurePosixPath(file)
    if name.suffix == ".yaml":
        return dict(_leaves(read_yaml(whole, file), ()))
    article, language, _ = name.name.split(".")
    blocks, problems = ProseReader().read(whole, file)
    if problems:
        raise ProblemError(problems)
    prose = {**content.prose, article: {**content.prose[article], language: blocks}}
    return {
        (segment.id,): text.text
        for segment in segments(replace(content, prose=prose))
        for text in segment.texts.values()
        if text.file == file
    }


def _leaves(data: Data, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key
            yield from _leaves(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _leaves(value, (*path, number))
    elif data is not None:
        yield path, LANGUAGE_MARK.sub(r"\2", data).strip()


def _edited(body: bytes, edits: Iterable[_Edit]) -> bytes:
    """A file with its edits, and every other byte as it is."""
    parts = _LINE_END.split(body.decode())  # line, its end, line, …
    for edit in sorted(edits, key=lambda edit: edit.place, reverse=True):
        number = 2 * (edit.place.line - 1)
        start = _index(parts[number], edit)
        assert start is not None  # or the edit would have been left out
        parts[number] = parts[number][:start] + edit.new + parts[number][start + len(edit.old) :]
    return "".join(parts).encode()


def _index(line: str, edit: _Edit) -> int | None:
    """Where in a line as it was written the characters stand that are to be others."""
    for found in re.finditer(re.escape(edit.old), line):
        before = unicodedata.normalize("NFC", line[: found.start()].removeprefix(_BOM))
        if len(before) == edit.place.column - 1:
            return found.start()
    return None
