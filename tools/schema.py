"""`python -m tools.schema`: makes anew what is made from the model and stored.

That is the schema of the open data, and for the editors of this site the schemas of its files,
snippets, and settings that lead to them.
"""

import json
from collections.abc import Mapping
from datetime import time
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from msgspec import Meta, Struct

from builder.authoring.editors import help_files
from builder.content.corrections import Correction
from builder.content.fields import RecordId, Translated
from builder.content.load import load
from builder.content.model import Visit
from builder.content.typed import fields
from builder.language import PartialDate
from builder.site.open_data import INNER, PUBLISHED, SCHEMA_FILE
from builder.site.routes import COLLECTIONS
from builder.site.templates import read_templates

ROOT = Path(__file__).parent.parent

Json: TypeAlias = Any

_TEXTS: Json = {
    "type": "object",
    "description": "by language",
    "additionalProperties": {"type": "string"},
}
_SITE: Json = {
    "type": "object",
    "properties": {
        "name": _TEXTS,
        "description": _TEXTS,
        "address": {"type": "string", "format": "uri"},
        "languages": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["name", "description", "address", "languages"],
    "additionalProperties": False,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_TYPES = {str: "string", bool: "boolean", int: "integer", PartialDate: "string", time: "string"}


def schema() -> str:
    """The schema of the data (JSON Schema 2020-12), from the model that reads the site."""
    definitions: dict[str, Json] = {}
    visit, correction = (_reference(model, definitions) for model in (Visit, Correction))
    records = {model: _reference(model, definitions) for model in PUBLISHED}
    for name in (Visit.__name__, *(model.__name__ for model in PUBLISHED)):
        definitions[name]["properties"]["address"] = _TEXTS
        definitions[name]["required"].append("address")
    properties: Json = {
        "$schema": {"type": "string", "format": "uri"},
        "site": _SITE,
        COLLECTIONS["visit"]: visit,
        **{
            COLLECTIONS[model.kind_name]: {"type": "object", "additionalProperties": record}
            for model, record in records.items()
        },
        "corrections": {"type": "array", "items": correction},
    }
    whole = {
        "$schema": _DIALECT,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _reference(kind: type[Struct | StrEnum], definitions: dict[str, Json]) -> Json:
    """What stands for a model or a closed list, which is defined once."""
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {"description": cleandoc(kind.__doc__ or "")}
        definitions[name] |= (
            {"enum": [choice.value for choice in kind]}
            if issubclass(kind, StrEnum)
            else _definition(kind, definitions)
        )
    return {"$ref": f"#/$defs/{name}"}


def _definition(model: type[Struct], definitions: dict[str, Json]) -> Json:
    """A model as it is published: what is empty is left out."""
    published = [field for field in fields(model) if field.name not in INNER]
    return {
        "type": "object",
        "properties": {field.key: _value(field.hint, definitions) for field in published},
        "required": [field.key for field in published if field.is_required],
        "additionalProperties": False,
    }


def _value(hint: Any, definitions: dict[str, Json]) -> Json:
    """A value of a field's type as it is published: text, or a map from language to text."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        least = [mark.min_length for mark in inner if isinstance(mark, Meta)]
        return _value(inner[0], definitions) | ({"minItems": least[0]} if least else {})
    if origin in (Union, UnionType):
        choices = [_value(kind, definitions) for kind in inner if kind is not NoneType]
        return choices[0] if len(choices) == 1 else {"anyOf": choices}
    if origin is tuple and inner[-1] is not Ellipsis:
        items = [_value(kind, definitions) for kind in inner]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _value(inner[1], definitions)}
    if hint in _TYPES:
        return {"type": _TYPES[hint]}
    if issubclass(hint, RecordId):
        return {"type": "string"}
    return dict(_TEXTS) if hint is Translated else _reference(hint, definitions)


def editing() -> Mapping[str, str]:
    """Path -> text of every file that helps the editors of this site as they type."""
    content = load(ROOT).content
    assert content, "the site cannot be read"
    return help_files(content.languages, read_templates((ROOT / "templates",)).strings_used)


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema(), encoding="utf-8")
    for name, text in editing().items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(text, encoding="utf-8")
