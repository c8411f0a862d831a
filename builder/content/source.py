"""The only reader of files an editor writes: bytes to text, YAML to text, lists and maps.

YAML is read from the parser's events, so that nothing is typed, built or executed:
a plain `no`, `12:30` or `2017` stays the text it is. What could blow up or hide
something (aliases, merge keys, tags, duplicate keys, second documents, deep
nesting, huge files) is refused with its place.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml
from yaml import events
from yaml.reader import ReaderError

from builder.problems import Place, Problem, ProblemError

MAX_BYTES = 1_000_000
MAX_DEPTH = 50

# Line separators are among them: the parser would count lines that no editor shows.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Data: TypeAlias = "str | list[Data] | dict[str, Data] | None"
KeyPath: TypeAlias = tuple[str | int, ...]
Positions: TypeAlias = dict[KeyPath, tuple[tuple[int, int], tuple[int, int]]]
"""Path of a value -> line and column of its key, or of itself where it has none, and of itself."""
WrittenValue: TypeAlias = tuple[tuple[int, int], tuple[int, int], str]
"""Line and column of its first character, and after its last; its style as YAML has it."""


def read_text(path: Path, file: str) -> str:
    """The text of a file: UTF-8 with or without a byte order mark, in NFC, newlines only.

    Args:
        path: where the file is.
        file: its name in problems, relative to the site's folder.

    Raises:
        ProblemError: the file cannot be read, is too large, empty, not UTF-8, or
            holds a control character.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refusal("file-too-large", Place(file), limit=MAX_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise _refusal("file-unreadable", Place(file), reason=error.strerror or "?") from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("not-utf-8", Place(file, 1, 1), found="UTF-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError([not_utf_8(error, file)]) from error
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if bad := _CONTROL.search(text):
        line, column = _line_and_column(text, bad.start())
        raise _refusal("control-character", Place(file, line, column), character=_named(bad[0]))
    if not text.strip():
        raise _refusal("empty-file", Place(file))
    return text


def not_utf_8(error: UnicodeDecodeError, file: str) -> Problem:
    """The problem of a file whose bytes could not be decoded, at the first bad byte."""
    data, index = error.object, error.start
    start = data.rfind(b"\n", 0, index) + 1
    column = len(data[start:index].decode("utf-8", "replace")) + 1
    place = Place(file, data.count(b"\n", 0, index) + 1, column)
    return Problem("not-utf-8", place, {"found": f"byte 0x{data[index]:02X}"})


def control_character(text: str) -> str | None:
    """The number of the first character that no file may hold, such as U+0000, if any."""
    bad = _CONTROL.search(text)
    return _named(bad[0]) if bad else None


def read_yaml(text: str, file: str) -> Data:
    """The one document in `text`, made of text, lists, maps and None for nothing.

    Raises:
        ProblemError: the YAML is broken or uses what is refused; every refusal
            in the file is in it, up to the first syntax error.
    """
    return _Composer(text, file).compose()


def locate(text: str, path: KeyPath, *, key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of the value at `path`, or of its key.

    Worked out only when something is wrong. Where the path leads to nothing, the
    place is that of the last part which exists.
    """
    positions = _positions(text)
    for end in range(len(path), -1, -1):
        if marks := positions.get(path[:end]):
            return marks[0] if key and end == len(path) else marks[1]
    return 1, 1


@lru_cache(maxsize=4)  # the problems of one file come one after another
def _positions(text: str) -> Positions:
    positions: Positions = {}
    with suppress(ProblemError):  # what is broken is told elsewhere
        _Composer(text, "", positions).compose()
    return positions


def scalars(text: str) -> Mapping[KeyPath, WrittenValue]:
    """Path -> how each single value of the one document in `text` is written there.

    Raises:
        ProblemError: the YAML is broken or uses what is refused.
    """
    composer = _Composer(text, "", {})
    composer.compose()
    return composer.scalars


def shape(value: object) -> str:
    """What a value of YAML is, for a sentence: map, list, text or nothing."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "map"
    return "list" if isinstance(value, list) else "text"


class _Composer:
    """Turns the parser's events into values, noting every refusal on the way."""

    def __init__(
        self,
        text: str,
        file: str,
        positions: Positions | None = None,
    ) -> None:
        self.text = text
        self.file = file
        self.positions = positions
        self.scalars: dict[KeyPath, WrittenValue] = {}
        self.problems: list[Problem] = []
        self.events: Iterator[events.Event] = iter(yaml.parse(text, Loader=_LOADER))

    def compose(self) -> Data:
        data: Data = None
        try:
            next(self.events)  # stream start
            while isinstance(event := next(self.events), events.DocumentStartEvent):
                if data is not None:
                    self._refuse("yaml-second-document", event)
                    break
                data = self._value(next(self.events), (), None)
                next(self.events)  # document end
        except yaml.MarkedYAMLError as error:
            broken = _syntax_problem(error, self.text, self.file)
            before = (problem for problem in self.problems if problem.place < broken.place)
            self.problems = [*before, broken]  # what comes after may be its doing
        except ReaderError as error:
            index = len(self.text.encode()[: error.position].decode(errors="ignore"))
            place = Place(self.file, *_line_and_column(self.text, index))
            values = {"character": _named(self.text[index])}
            self.problems.append(Problem("control-character", place, values))
        if self.problems:
            raise ProblemError(self.problems)
        return data

    def _value(self, event: events.Event, path: KeyPath, key: events.Event | None) -> Data:
        if self.positions is not None:
            start = _start(event)
            self.positions[path] = (_start(key) if key else start, start)
            if isinstance(event, events.ScalarEvent):
                self.scalars[path] = start, _end(event), event.style or ""
        if isinstance(event, events.AliasEvent):
            self._refuse("yaml-alias", event, name=event.anchor or "")
            return ""
        assert isinstance(event, events.NodeEvent)
        if event.anchor:
            self._refuse("yaml-anchor", event, name=event.anchor)
        if isinstance(event, events.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, events.CollectionStartEvent) and event.tag:
            self._refuse("yaml-tag", event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if len(path) >= MAX_DEPTH:
            self._refuse("yaml-too-deep", event, limit=MAX_DEPTH)
            raise ProblemError(self.problems)
        if isinstance(event, events.SequenceStartEvent):
            return self._list(path)
        return self._map(path)

    def _scalar(self, event: events.ScalarEvent) -> str | None:
        if event.tag:
            self._refuse("yaml-tag", event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if bad := _CONTROL.search(event.value):  # written as an escape, such as "\0"
            self._refuse("control-character", event, character=_named(bad[0]))
        plain = event.style is None or event.style == ""
        return None if plain and event.value == "" else str(event.value)

    def _list(self, path: KeyPath) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := next(self.events), events.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items)), None))
        return items

    def _map(self, path: KeyPath) -> dict[str, Data]:
        entries: dict[str, Data] = {}
        while not isinstance(event := next(self.events), events.MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._value(next(self.events), (*path, ""), None)
                continue
            if key in entries:
                self._refuse("yaml-duplicate-key", event, key=key)
            value = self._value(next(self.events), (*path, key), event)
            entries.setdefault(key, value)
        return entries

    def _key(self, event: events.Event, path: KeyPath) -> str | None:
        """The key, or None with a refusal noted where none can be."""
        if not isinstance(event, events.ScalarEvent):
            if isinstance(event, events.CollectionStartEvent):
                self._refuse("yaml-complex-key", event)
            self._value(event, (*path, ""), None)
            return None
        if event.value == "<<" and not event.style:
            self._refuse("yaml-merge-key", event)
        return self._scalar(event) or ""

    def _refuse(self, code: str, event: events.Event, **values: str | int) -> None:
        line, column = _start(event)
        self.problems.append(Problem(code, Place(self.file, line, column), values))


def _start(event: events.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None  # the parser gives every event one
    return mark.line + 1, mark.column + 1


def _end(event: events.Event) -> tuple[int, int]:
    mark = event.end_mark
    assert mark is not None
    return mark.line + 1, mark.column + 1


_SYNTAX = {
    "found a tab character": "yaml-tab",
    "mapping values are not allowed": "yaml-colon",
    "could not find expected ':'": "yaml-missing-colon",
    "block sequence entries are not allowed": "yaml-dash",
    "found unexpected end of stream": "yaml-open-quote",
    "found unknown escape character": "yaml-escape",
    "did not find expected ',' or": "yaml-open-bracket",
    "did not find expected key": "yaml-indentation",
    "did not find expected '-'": "yaml-indentation",
    "did not find expected <document start>": "yaml-after-end",
}
_AT_BEGINNING = ("yaml-open-quote", "yaml-open-bracket", "yaml-missing-colon")
"""What is found at its end, but must be put right where it begins."""


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The parser's finding in words of our catalogue, at the place an editor must look."""
    said = error.problem or ""
    mark = error.problem_mark or error.context_mark
    code = next((code for start, code in _SYNTAX.items() if said.startswith(start)), "")
    if code in _AT_BEGINNING and error.context_mark:
        mark = error.context_mark
    if mark is None:
        return Problem("yaml-syntax", Place(file), {"said": said})
    place = Place(file, mark.line + 1, mark.column + 1)
    if code == "yaml-indentation" and text.split("\n")[mark.line][: mark.column].strip():
        return Problem("yaml-after-quote", place)
    if said.startswith("found character that cannot start"):
        character = text.split("\n")[mark.line][mark.column]
        if character == "\t":
            return Problem("yaml-tab", place)
        return Problem("yaml-needs-quotes", place, {"character": character})
    return Problem(code or "yaml-syntax", place, {} if code else {"said": said})


def _refusal(code: str, place: Place, **values: str | int) -> ProblemError:
    return ProblemError([Problem(code, place, values)])


def _named(character: str) -> str:
    return f"U+{ord(character):04X}"


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
