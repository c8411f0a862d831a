"""`python -m tools.schema`: makes anew what is made from the model and stored.

That is the schema of the open data, and for the editors of this site the schemas of its files,
snippets, and settings that lead to them.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core.core_schema import PlainValidatorFunctionSchema

from builder.authoring.editors import help_files
from builder.content.corrections import Correction
from builder.content.fields import Translated
from builder.content.load import load
from builder.content.model import Visit
from builder.content.parts import Waiver
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


class _Published(GenerateJsonSchema):
    """The types of the model as they are published: texts, or maps from language to text."""

    def function_plain_schema(self, schema: PlainValidatorFunctionSchema) -> JsonSchemaValue:
        told = schema.get("json_schema_input_schema")
        if told and told["type"] != "any":
            return self.generate_inner(told)
        read_by = getattr(schema["function"]["function"], "__self__", None)
        return dict(_TEXTS) if read_by is Translated else {"type": "string"}


def schema() -> str:
    """The schema of the data (JSON Schema 2020-12), from the model that reads the site."""
    models: tuple[type[BaseModel], ...] = (Visit, Correction, *PUBLISHED)
    named, whole = models_json_schema(
        [(model, "validation") for model in models], schema_generator=_Published
    )
    definitions = whole["$defs"]
    for definition in definitions.values():
        _publish(definition)
    for model in (Visit.__name__, *(model.__name__ for model in PUBLISHED)):
        definitions[model]["properties"]["address"] = _TEXTS
        definitions[model]["required"].append("address")
    del definitions[Waiver.__name__]
    properties: Json = {
        "$schema": {"type": "string", "format": "uri"},
        "site": _SITE,
        COLLECTIONS["visit"]: named[Visit, "validation"],
        **{
            COLLECTIONS[model.kind_name]: {
                "type": "object",
                "additionalProperties": named[model, "validation"],
            }
            for model in PUBLISHED
        },
        "corrections": {"type": "array", "items": named[Correction, "validation"]},
    }
    whole = {
        "$schema": _DIALECT,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _publish(definition: Json) -> None:
    """Takes from a model's definition what is not published."""
    properties, required = definition.get("properties", {}), definition.get("required", [])
    for name in INNER & properties.keys():
        del properties[name]
    definition["required"] = [name for name in required if name not in INNER]


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
