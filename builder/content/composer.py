"""YAML from the parser's events, so that nothing is typed, built or executed.

A plain `no`, `12:30` or `2017` stays the text it is. What could blow up or hide something
(aliases, merge keys, tags, duplicate keys, second documents, deep nesting) is refused with its
place.
"""

from collections.abc import Callable
from typing import TypeAlias

import yaml
from yaml import events
from yaml.reader import ReaderError

from builder.content.source import CONTROL, Data, KeyPath, line_and_column, named
from builder.problems import Place, Problem, ProblemError

MAX_DEPTH = 50

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Positions: TypeAlias = dict[KeyPath, tuple[tuple[int, int], tuple[int, int]]]
"""Path of a value -> line and column of its key, or of itself where it has none, and of itself."""
WrittenValue: TypeAlias = tuple[tuple[int, int], tuple[int, int], str]
"""Line and column of its first character, and after its last; its style as YAML has it."""


class Composer:
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
        self._event: Callable[[], events.Event] = _LOADER(text).get_event

    def compose(self) -> Data:
        """What the one document is; raises `ProblemError` where `data.read_yaml` does."""
        data: Data = None
        try:
            self._event()  # stream start
            while isinstance(event := self._event(), events.DocumentStartEvent):
                if data is not None:
                    self._refuse("yaml-second-document", event)
                    break
                data = self._value(self._event(), (), None)
                self._event()  # document end
        except yaml.MarkedYAMLError as error:
            broken = _syntax_problem(error, self.text, self.file)
            before = (problem for problem in self.problems if problem.place < broken.place)
            self.problems = [*before, broken]  # what comes after may be its doing
        except ReaderError as error:
            index = len(self.text.encode()[: error.position].decode(errors="ignore"))
            place = Place(self.file, *line_and_column(self.text, index))
            values = {"character": named(self.text[index])}
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
        if bad := CONTROL.search(event.value):  # written as an escape, such as "\0"
            self._refuse("control-character", event, character=named(bad[0]))
        plain = event.style is None or event.style == ""
        return None if plain and event.value == "" else str(event.value)

    def _list(self, path: KeyPath) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := self._event(), events.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items)), None))
        return items

    def _map(self, path: KeyPath) -> dict[str, Data]:
        entries: dict[str, Data] = {}
        while not isinstance(event := self._event(), events.MappingEndEvent):
            key = self._key(event, path)
            if key is None:
                self._value(self._event(), (*path, ""), None)
                continue
            if key in entries:
                self._refuse("yaml-duplicate-key", event, key=key)
            value = self._value(self._event(), (*path, key), event)
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
