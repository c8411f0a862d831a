"""How each text on the desk stands: missing, different in structure, or with problems."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from builder.content.content import Content
from builder.content.source import KeyPath
from builder.devserver.desk_texts import Document, Segment, Text, files_of, segments
from builder.problems import Place, Problem

_END = 10**9
"""A line that no file has."""


class State(StrEnum):
    """How one text stands; the first that applies."""

    MISSING = "missing"
    DIFFERS = "differs"
    PROBLEM = "problem"
    OK = "ok"


class Cell(Struct, frozen=True):
    """A segment in one language; `text` and `place` are None where it has none."""

    language: str
    text: Text | None
    place: Place | None
    state: State
    problems: tuple[Problem, ...] = ()


class Row(Struct, frozen=True):
    """A segment: a cell for each language of the site, and what is wrong with all of it."""

    id: str
    cells: tuple[Cell, ...]
    problems: tuple[Problem, ...] = ()


class Sheet(Struct, frozen=True):
    """A document with its rows; `problems` are those of no single segment."""

    document: Document
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


class Summary(Struct, frozen=True):
    """What there is to put right in a document; `missing` are texts by language."""

    document: Document
    segments: int
    missing: Mapping[str, int]
    differing: int
    problems: int

    @property
    def is_open(self) -> bool:
        """Whether there is anything."""
        return bool(sum(self.missing.values()) or self.differing or self.problems)


class _Span(Struct, frozen=True):
    """Where a text stands in its file: from a place to the end of a line."""

    first: Place
    last_line: int

    def holds(self, place: Place) -> bool:
        return (
            place.file == self.first.file and self.first <= place and place.line <= self.last_line
        )


def summaries(
    content: Content, shown: Iterable[Document], problems: Sequence[Problem]
) -> tuple[tuple[Summary, ...], tuple[Problem, ...]]:
    """The summary of each document, and the problems that belong to none of them."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    found: list[Summary] = []
    placed: set[int] = set()
    for document in shown:
        files = dict.fromkeys((document.file, *files_of(content, document)))
        candidates = [problem for file in files for problem in by_file.get(file, ())]
        own = _own(content, document, candidates)
        placed.update(map(id, own))
        found.append(_summary(content, document, len(own)))
    return tuple(found), tuple(problem for problem in problems if id(problem) not in placed)


def sheet(content: Content, document: Document, problems: Iterable[Problem]) -> Sheet:
    """Every text of a document with its state and its problems, each problem told once."""
    own = _own(content, document, problems)
    beginning = content.place(document.file, document.path)  # that of its first field too
    of_all = [problem for problem in own if problem.place == beginning]
    left = [problem for problem in own if problem.place != beginning]
    ends = _ends_of_blocks(content, document)
    rows: list[Row] = []
    for segment in segments(content, document):
        row = Row(segment.id, tuple(_cells(content, segment)))
        spans = [_span(content, cell, ends) for cell in row.cells]
        row, left = _with_problems(row, spans, _whole(content, document, segment), left)
        rows.append(row)
    return Sheet(document, tuple(rows), (*of_all, *left))


def _summary(content: Content, document: Document, problems: int) -> Summary:
    codes = [language.code for language in content.languages]
    missing = dict.fromkeys(codes, 0)
    count = differing = 0
    for segment in segments(content, document):
        count += 1
        differing += bool(segment.differing)
        for code in codes:
            missing[code] += code not in segment.texts
    return Summary(document, count, missing, differing, problems)


def _own(content: Content, document: Document, problems: Iterable[Problem]) -> list[Problem]:
    """The problems of a document: of its files, or of its part of a file that it shares."""
    others = files_of(content, document)
    span: _Span | None = None
    own: list[Problem] = []
    for problem in problems:
        file = problem.place.file
        if file == document.file and document.path:
            span = span or _field(content, document.file, document.path, is_keyed=False)
            if span.holds(problem.place):
                own.append(problem)
        elif file == document.file or file in others:
            own.append(problem)
    return own


def _cells(content: Content, segment: Segment) -> Iterator[Cell]:
    differing = segment.differing
    for language in content.languages:
        code = language.code
        text = segment.texts.get(code)
        if text is None:
            yield Cell(code, None, None, State.MISSING)
        else:
            state = State.DIFFERS if code in differing else State.OK
            yield Cell(code, text, _place(content, text), state)


def _place(content: Content, text: Text) -> Place:
    if isinstance(text.where, tuple):
        return content.place(text.file, text.where)
    return text.where.place


def _with_problems(
    row: Row, spans: Sequence[_Span | None], whole: _Span | None, problems: Iterable[Problem]
) -> tuple[Row, list[Problem]]:
    """The row with its problems, each with the last text that begins before it; and the rest."""
    of_cells: list[list[Problem]] = [[] for _ in row.cells]
    of_row: list[Problem] = []
    rest: list[Problem] = []
    for problem in problems:
        place = problem.place
        holding = [n for n, span in enumerate(spans) if span and span.holds(place)]
        if holding:
            of_cells[max(holding, key=lambda n: _start(spans[n]))].append(problem)
        elif whole is None or not whole.holds(place):
            rest.append(problem)
        else:  # what is said of the whole field may be about a language that it lacks
            about = str(problem.values.get("language", ""))
            lacking = [
                n for n, cell in enumerate(row.cells) if (cell.language, cell.text) == (about, None)
            ]
            (of_cells[lacking[0]] if lacking else of_row).append(problem)
    cells = map(_with, row.cells, of_cells)
    return replace(row, cells=tuple(cells), problems=tuple(of_row)), rest


def _start(span: _Span | None) -> Place:
    assert span is not None  # only those that hold a place are compared
    return span.first


def _with(cell: Cell, problems: list[Problem]) -> Cell:
    state = State.PROBLEM if problems and cell.state is State.OK else cell.state
    return replace(cell, state=state, problems=tuple(problems))


def _span(content: Content, cell: Cell, ends: Mapping[Place, int]) -> _Span | None:
    """Where the text of a cell stands."""
    if cell.text is None or cell.place is None:
        return None
    if isinstance(cell.text.where, tuple):
        whole = _field(content, cell.text.file, cell.text.where)
        return replace(whole, first=cell.place)
    return _Span(cell.place, ends[cell.place])


def _whole(content: Content, document: Document, segment: Segment) -> _Span | None:
    """Where a translated field stands with all its languages."""
    return _field(content, document.file, segment.path) if segment.path else None


def _field(content: Content, file: str, path: KeyPath, *, is_keyed: bool = True) -> _Span:
    """Where a field stands: what is set in further than its key, or than the dash of its item."""
    first = content.place(file, path, key=is_keyed)
    indent = first.column - 1 if is_keyed else first.column - 2
    last = first.line
    for number, line in enumerate(content.files[file].split("\n")[first.line :], first.line + 1):
        if line.strip():
            if len(line) - len(line.lstrip(" ")) <= indent:
                break
            last = number
    return _Span(first, last)


def _ends_of_blocks(content: Content, document: Document) -> Mapping[Place, int]:
    """The last line of each block of a document's prose: that before the next block."""
    ends: dict[Place, int] = {}
    for code in files_of(content, document).values():
        places = [block.place for block in content.prose.get(document.id, {}).get(code, ())]
        for place, following in pairwise(places):
            ends[place] = following.line - 1
        if places:
            ends[places[-1]] = _END
    return ends
