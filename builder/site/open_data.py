"""The records as open data: all of them in all languages, and the schema of that file."""

import json
from collections.abc import Iterator, Mapping, Sized
from datetime import time
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from builder.content.base import Model
from builder.content.content import Content
from builder.content.fields import LANGUAGE_MARK, Translated
from builder.content.model import (
    Agreement,
    Article,
    Event,
    Organisation,
    Person,
    Quote,
    Source,
    Term,
)
from builder.content.records import Record
from builder.content.typed import fields
from builder.language import PartialDate
from builder.site.artifacts import Artifact
from builder.site.routes import COLLECTIONS, HOME, RECORDS, SCHEMA, Routes

Json: TypeAlias = Any

PUBLISHED: tuple[type[Record], ...] = (
    Person,
    Organisation,
    Quote,
    Agreement,
    Event,
    Source,
    Article,
    Term,
)
SCHEMA_FILE = Path(__file__).with_name("records.schema.json")
"""Made from the model by `python -m tools.schema`, since making it takes longer than a page."""

INNER = frozenset(("file", "path", "draft", "enforced", "waive"))
"""Fields that are the editors' own: where something stands, what is done and said of it."""


def open_data(content: Content, routes: Routes) -> tuple[Artifact, ...]:
    """The data and its schema; the texts stored as evidence are in neither."""
    data = f"{_object(dict(_parts(content, routes)))}\n"
    return (Artifact(RECORDS, data.encode()), Artifact(SCHEMA, SCHEMA_FILE.read_bytes()))


def _parts(content: Content, routes: Routes) -> Iterator[tuple[str, str]]:
    """The keys of the data, each with its value as JSON."""
    codes = [language.code for language in content.languages]
    site = content.site
    yield "$schema", _json(routes.full(routes.local(SCHEMA)))
    about = {"name": _plain(site.name), "description": _plain(site.description)}
    yield "site", _json({**about, "address": routes.base, "languages": codes})
    if content.visit:
        homes = {code: routes.absolute(HOME, code) for code in codes}
        yield COLLECTIONS["visit"], _json({**_plain(content.visit), "address": homes})
    for kind in (model.kind_name for model in PUBLISHED):
        records = {}
        for identity, record in content.records.get(kind, {}).items():
            pages = {code: routes.full(routes.record(kind, identity, code)) for code in codes}
            records[identity] = _json({**_plain(record), "address": pages})
        yield COLLECTIONS[kind], _object(records)
    yield "corrections", _json(_plain(content.corrections))


def _object(members: Mapping[str, str]) -> str:
    """An object with each member, whose value is JSON already, on a line of its own."""
    lines = ",\n".join(f"{_json(key)}: {value}" for key, value in members.items())
    return f"{{\n{lines}\n}}"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> Json:
    """A value of the model as JSON has it: what is empty left out, marks of language too."""
    match value:
        case Model():
            named = ((key, getattr(value, name)) for name, key in _fields(type(value)))
            return {key: _plain(item) for key, item in named if not _is_empty(item)}
        case Translated():
            return {code: LANGUAGE_MARK.sub(r"\2", text) for code, text in value.items()}
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case tuple():
            return [_plain(item) for item in value]
        case PartialDate():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case Enum():
            return value.value
        case _:
            return value


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, Sized) and not len(value))


@cache
def _fields(model: type[Struct]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that are published: attribute and key."""
    return tuple((f.name, f.key) for f in fields(model) if f.name not in INNER)
