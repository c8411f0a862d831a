"""Writes into the ledger that texts were read side by side and say the same."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from builder.authoring.writing import write_all
from builder.checks import check
from builder.checks.reviews import Standing, State, standings
from builder.checks.waivers import SEGMENT
from builder.content.content import Content
from builder.content.files import survey
from builder.content.load import Loaded
from builder.content.reader import Reader
from builder.content.reviews import FOLDER, Review, digest, ledger_file, read_reviews
from builder.content.segments import Segment, place_in
from builder.content.suggestions import nearest
from builder.problems import Place, Problem, ProblemError, Severity

HEADER = "# Texts that were read side by side and say the same. `approve` writes this file.\n"

_PLAIN_KEY = re.compile(r"[a-z][\w:/.-]*")


class Approved(Struct, frozen=True):
    """What came of it.

    Attributes:
        recorded: file of content -> how many of its texts were recorded.
        files: those of the ledger that were written.
        refused: why other texts were not recorded.
    """

    recorded: Mapping[str, int]
    files: tuple[str, ...]
    refused: tuple[Problem, ...]


def choose(content: Content, names: Iterable[str]) -> tuple[Standing, ...]:
    """The segments that stand in some files.

    Args:
        content: the site.
        names: files or folders, as paths from the site's folder; `FILE#text` is one text of a
            file, by the id of its segment, with its record's before it (`ctbt/term`) or in full.

    Raises:
        ProblemError: where a name stands for nothing.
    """
    everything = tuple(standings(content))
    chosen: dict[str, Standing] = {}
    problems: list[Problem] = []
    for name in names:
        found = [standing for standing in everything if _stands_in(standing.segment, name)]
        chosen |= {standing.segment.name: standing for standing in found}
        if not found:
            problems.append(_nothing(everything, name))
    if problems:
        raise ProblemError(problems)
    return tuple(chosen.values())


def approve(
    root: Path, loaded: Loaded, chosen: Iterable[Standing], *, on: str = "", by: str = ""
) -> Approved:
    """Records that segments were reviewed as they are; those that are recorded stay as they are.

    A segment that lacks a text, or of which a check finds that its texts do not agree, is
    refused. Lines of segments that are gone are taken out of the files that are written.

    Args:
        root: the site's folder.
        loaded: the site.
        chosen: the segments.
        on: the day of the review (ISO 8601).
        by: who read the texts.

    Raises:
        ProblemError: the ledger holds what cannot be read, or could not be written.
    """
    assert loaded.content is not None  # of nothing, nothing was chosen
    broken = [p for p in loaded.problems if p.place.file.startswith(f"{FOLDER}/")]
    if broken:
        raise ProblemError(broken)
    content = loaded.content
    against = _findings(content)
    recorded: dict[str, int] = {}
    refused: list[Problem] = []
    lines: dict[str, dict[str, Review]] = {}
    for standing in chosen:
        segment = standing.segment
        reasons = (*_incomplete(content, standing), *against.get(segment.name, ()))
        refused.extend(reasons)
        if reasons or standing.state is State.OK:
            continue
        file = next(iter(segment.texts.values())).file
        texts = {code: digest(text.text) for code, text in segment.texts.items()}
        lines.setdefault(ledger_file(file), {})[segment.name] = Review(texts, on, by)
        recorded[file] = recorded.get(file, 0) + 1
    former = _ledger(root)
    kept = None if loaded.problems else _needed(content)  # of what is unread, nobody knows
    bodies = {
        file: _body({**_still(former.get(file, {}), kept), **new}) for file, new in lines.items()
    }
    write_all(root, {file: body.encode() for file, body in bodies.items()})
    return Approved(recorded, tuple(bodies), tuple(refused))


def _ledger(root: Path) -> Mapping[str, Mapping[str, Review]]:
    """The ledger as it is by now: others may have written since the site was read."""
    reader = Reader(root)
    ledger = read_reviews(reader, survey(root).reviews)
    if reader.problems:
        raise ProblemError(reader.problems)
    return ledger


def _stands_in(segment: Segment, name: str) -> bool:
    path, _, text = name.partition("#")
    path = path.rstrip("/")
    if text and text not in (segment.id, f"{segment.record}/{segment.id}", segment.name):
        return False
    files = {text.file for text in segment.texts.values()}
    return path in ("", ".") or any(f == path or f.startswith(f"{path}/") for f in files)


def _nothing(everything: Iterable[Standing], name: str) -> Problem:
    """The problem of a name that stands for nothing, with what was probably meant."""
    path, mark, text = name.partition("#")
    segments = [standing.segment for standing in everything]
    files = {written.file for segment in segments for written in segment.texts.values()}
    if path in files:
        known = {segment.id for segment in segments if _stands_in(segment, path)}
        near = {key: f"{path}#{meant}" for key, meant in nearest(text, known).items()}
    else:
        known = files | {PurePosixPath(file).parent.as_posix() for file in files}
        near = {key: f"{meant}{mark}{text}" for key, meant in nearest(path, known).items()}
    return Problem("nothing-to-approve", Place(name), near)


def _findings(content: Content) -> Mapping[str, list[Problem]]:
    """Name of a segment -> what the checks find wrong with it."""
    against: dict[str, list[Problem]] = {}
    for problem in check(content):
        if SEGMENT in problem.values and problem.severity is Severity.ERROR:
            against.setdefault(str(problem.values[SEGMENT]), []).append(problem)
    return against


def _incomplete(content: Content, standing: Standing) -> Iterator[Problem]:
    if standing.missing:
        segment = standing.segment
        place = place_in(content, next(iter(segment.texts.values())), 0)
        values = {"text": segment.name, "languages": ", ".join(standing.missing)}
        yield Problem("incomplete-text", place, values)


def _needed(content: Content) -> tuple[set[str], set[frozenset[tuple[str, str]]]]:
    """The names of all segments, and their texts: a line that has neither is of no use."""
    segments = [standing.segment for standing in standings(content)]
    texts = {
        frozenset((code, digest(text.text)) for code, text in segment.texts.items())
        for segment in segments
    }
    return {segment.name for segment in segments}, texts


def _still(
    lines: Mapping[str, Review], needed: tuple[set[str], set[frozenset[tuple[str, str]]]] | None
) -> Mapping[str, Review]:
    """The lines that are of use still."""
    if needed is None:
        return lines
    names, texts = needed
    return {
        name: review
        for name, review in lines.items()
        if name in names or frozenset(review.texts.items()) in texts
    }


def _body(lines: Mapping[str, Review]) -> str:
    """A file of the ledger: a line a segment, sorted, so that branches seldom touch one place."""
    return HEADER + "".join(f"{_key(name)}: {_value(lines[name])}\n" for name in sorted(lines))


def _key(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _value(review: Review) -> str:
    line = str(review)
    return json.dumps(line, ensure_ascii=False) if re.search("[:#]", line) else line
