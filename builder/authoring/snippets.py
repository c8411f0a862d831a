"""New records to fill in, as snippets of VS Code: type the name of a kind and press Tab.

They are laid out from the schemas, so that every choice is offered. What has to be written is
left empty, since a made-up example could be published by mistake; an empty place cannot.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType

from builder.authoring.descriptions import Descriptions, descriptions
from builder.authoring.scalars import Json
from builder.authoring.schemas import documents
from builder.content.model import Agreement, Event, Quote
from builder.language import Language

PATH = ".vscode/sapar.code-snippets"
"""Where VS Code looks for the snippets of a folder."""

_KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        Quote.kind_name: (
            *("form", "speaker", "event", "source", "original", "translated", "covers"),
            *("slug", "topic", "text"),
        ),
        Agreement.kind_name: (
            *("kind", "order", "slug", "title", "short_title", "parties", "concluded", "sources"),
        ),
        Event.kind_name: ("title", "summary", "dated", "place", "sources"),
    }
)
"""Kind of record -> the keys that its snippet lays out."""

_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "concluded": ("date", "sources", "confidence"),
        "dated": ("date", "sources", "confidence"),
        "place": ("name", "sources", "confidence"),
    }
)
"""Key of a map -> the keys laid out in it; any other map has one for each language."""


def snippets(languages: Sequence[Language]) -> str:
    """The snippets, in the form of VS Code, for a site in these languages."""
    codes = [language.code for language in languages]
    told = descriptions(codes)
    made = documents(languages, ())
    named = {}
    for kind, keys in _KEYS.items():
        names = told.names(kind)
        named[" · ".join(names)] = {
            "scope": "yaml",
            "prefix": [name.lower() for name in names],
            "description": told.document(kind),
            "body": list(_body(made[kind], keys, codes, told)),
        }
    return json.dumps(named, ensure_ascii=False, indent=2) + "\n"


def _body(
    schema: Json, keys: Sequence[str], codes: Sequence[str], told: Descriptions
) -> Iterator[str]:
    yield from (f"# {line}" for line in told.wording("delete-unknown").split("\n"))
    yield from _lines(schema, keys, codes, count(1))


def _lines(
    schema: Json, keys: Sequence[str], codes: Sequence[str], stops: Iterator[int]
) -> Iterator[str]:
    for key in keys:
        value = schema["properties"][key]
        if "properties" not in value:
            yield from f"{key}:{_value(value, stops)}".split("\n")
            continue
        yield f"{key}:"
        if key in _PARTS:
            yield from (f"  {line}" for line in _lines(value, _PARTS[key], codes, stops))
        elif key == "translated":  # all but the original, which is offered in the first language
            yield from (f"  {line}" for line in _lines(value, codes[1:], codes, stops))
        else:
            for code in codes:
                yield from _text(code, stops, is_plain=key == "slug")


def _text(code: str, stops: Iterator[int], *, is_plain: bool) -> Iterator[str]:
    """A text in a language; but for a plain one, it may hold colons and quotation marks."""
    if is_plain:
        yield f"  {code}: ${next(stops)}"
    else:
        yield f"  {code}: >-"
        yield f"    ${next(stops)}"


def _value(schema: Json, stops: Iterator[int]) -> str:
    if "enum" in schema:
        return " " + _choice(schema["enum"], stops)
    if schema["type"] != "array":
        return f" ${next(stops)}"
    if schema.get("minItems", 1) == 1:
        return f" [${next(stops)}]"
    return "".join(f"\n  - ${next(stops)}" for _ in range(schema["minItems"]))


def _choice(values: Sequence[str], stops: Iterator[int]) -> str:
    return f"${{{next(stops)}|{','.join(values)}|}}"
