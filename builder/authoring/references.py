"""Where the files of a site name a record: found by the types of the model, valid or not."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from msgspec import Struct

from builder.content.base import Model
from builder.content.data import locate, read_yaml
from builder.content.fields import RecordId
from builder.content.files import RECORDS, Survey
from builder.content.load import CORRECTIONS, TERMS, VISIT
from builder.content.model import Article, Figure, Term, Visit
from builder.content.source import Data, KeyPath, read_text
from builder.content.typed import fields
from builder.content.walk import SITE
from builder.problems import Place, Problem, ProblemError

LISTED: Mapping[str, tuple[str, KeyPath]] = {
    Term.kind_name: (TERMS, ()),
    Figure.kind_name: (VISIT, ("figures",)),
}
"""Kinds of record that stand in a list: its file, and where in it."""

_BEFORE = r"(?:[\"']\s*|[|>][^\n]*\n\s*)?"  # quotation marks, or the head of a block of text


class Spot(Struct, frozen=True):
    """Where an id begins: a file, and the line and column from 1, in characters."""

    file: str
    line: int
    column: int


def spots(root: Path, found: Survey, kind: str, identity: str) -> Iterator[Spot]:
    """Every place that names a record, its own `id` in a list among them.

    Raises:
        ProblemError: a file cannot be read, or names the record in a way that hides its place.
    """
    for file, paths, prefix in _in_yaml(root, found, kind, identity):
        text = read_text(root / file, file)
        for path in paths:
            yield _spot(text, file, path, prefix, identity)
    for _, _, file in found.prose:
        yield from _in_prose(read_text(root / file, file), file, kind, identity)


def _in_yaml(
    root: Path, found: Survey, kind: str, identity: str
) -> Iterator[tuple[str, list[KeyPath], str]]:
    """Each YAML file with the values that name the record, and what stands before the id there."""
    models: list[tuple[str, Any]] = [(file, RECORDS[folder]) for folder, file in found.records]
    single: list[tuple[str, Any]] = [(VISIT, Visit), (TERMS, tuple[Term, ...])]
    for file, model in (*models, *((f, m) for f, m in single if f in found.single)):
        named = _references(model, _data(root, file, identity), ())
        yield file, [path for path, *name in named if name == [kind, identity]], ""
    if CORRECTIONS in found.single:
        texts = _texts(_data(root, CORRECTIONS, identity), "record")
        yield CORRECTIONS, [p for p, text in texts if text == f"{kind}:{identity}"], f"{kind}:"
    file, within = LISTED.get(kind, ("", ()))
    if file in found.single:
        own = _texts(_at(_data(root, file, identity), within), "id", within)
        yield file, [path for path, text in own if text == identity], ""
    if kind == Article.kind_name:
        listed = _at(_data(root, SITE, identity), ("navigation",))
        names = enumerate(listed if isinstance(listed, list) else ())
        yield SITE, [("navigation", n) for n, name in names if name == identity], ""


def _data(root: Path, file: str, identity: str) -> Data:
    """What stands in a YAML file, or None where it cannot name the record."""
    text = read_text(root / file, file)
    if identity not in text and "\\" not in text:  # an escape may hide it
        return None
    return read_yaml(text, file)


def _at(data: Data, path: KeyPath) -> Data:
    for key in path:
        data = data.get(str(key)) if isinstance(data, dict) else None
    return data


def _texts(data: Data, key: str, within: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The text under `key` in each entry of a list, with its place."""
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        if isinstance(entry, dict) and isinstance(text := entry.get(key), str):
            yield (*within, number, key), text.strip()


def _references(kind: Any, data: Data, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """The references in data that is to be of a type: where each is, its kind and its id."""
    if isinstance(kind, type):
        yield from _of_class(kind, data, path)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            for inner in get_args(kind):
                yield from _references(inner, item, (*path, number))
    elif isinstance(data, dict) and get_origin(kind) is Mapping:
        for key, value in data.items():
            yield from _references(get_args(kind)[1], value, (*path, key))
    else:
        for inner in get_args(kind):
            yield from _references(inner, data, path)


def _of_class(kind: type, data: Data, path: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    if issubclass(kind, RecordId) and isinstance(data, str):
        yield path, kind.kind, data.strip()
    elif issubclass(kind, Model) and isinstance(data, dict):
        for field in fields(kind):
            yield from _references(field.hint, data.get(field.key), (*path, field.key))


def _spot(text: str, file: str, path: KeyPath, prefix: str, identity: str) -> Spot:
    line, column = locate(text, path)
    start = sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1
    match = re.compile(f"{_BEFORE}{prefix}(?={re.escape(identity)})").match(text, start)
    if match is None:
        values = {"id": identity}
        raise ProblemError([Problem("reference-hidden", Place(file, line, column), values)])
    return _at_index(text, file, match.end())


def _in_prose(text: str, file: str, kind: str, identity: str) -> Iterator[Spot]:
    name = re.escape(identity)
    linked = rf"\[\[{kind}:(?={name}(?:\\?\||\]\]))"
    embedded = rf"\{{\{{\s*{kind}:(?={name}\s*\}}\}})"
    for match in re.finditer(f"{linked}|{embedded}", text):
        yield _at_index(text, file, match.end())


def _at_index(text: str, file: str, index: int) -> Spot:
    return Spot(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
