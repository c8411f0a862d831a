"""The schemas by which editors of text complete, explain and underline what is written.

They are made from the model, for the languages of a site. JSON Schema draft 7: every release of
the YAML language server reads it. Nothing is referred to, so that each place has a text of its
own; what only the whole site can tell (whether a record exists) is left to `check`.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from enum import Enum, StrEnum
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from msgspec import Meta, Struct

from builder.authoring.descriptions import Descriptions, descriptions
from builder.authoring.rules import rules
from builder.authoring.scalars import (
    ID,
    MESSAGE,
    SCALARS,
    SLUG_TEXT,
    TEXT,
    TRANSLATED_TEXT,
    WEB_ADDRESS,
    Json,
    Scalar,
)
from builder.checks.strings import GROUPS, LANGUAGE
from builder.content.base import Model
from builder.content.corrections import Correction
from builder.content.fields import Distinct, RecordId, SiteLanguage, Slug, Translated
from builder.content.files import RECORDS
from builder.content.model import Term, Visit
from builder.content.parts import Licence
from builder.content.settings import Site
from builder.content.typed import fields
from builder.language import LANGUAGES, Language

FOLDER = "schemas"
"""Where a site keeps its schemas."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
_SINGLE = {"visit": "content/visit.yaml", "site": "site.yaml"}
_LISTS = {"terms": "content/terms.yaml", "corrections": "content/corrections.yaml"}
STRINGS = "strings"


def files() -> Mapping[str, str]:
    """The path of each schema -> the files it is for, as a pattern from the site's folder."""
    records = {m.kind_name: f"content/{folder}/*.yaml" for folder, m in RECORDS.items()}
    single = {**_SINGLE, **_LISTS, STRINGS: "content/strings/*.yaml"}
    return {path(name): pattern for name, pattern in {**records, **single}.items()}


def path(name: str) -> str:
    """Where the schema of a kind of file stands, from the site's folder."""
    return f"{FOLDER}/{name}.schema.json"


def modeline(name: str, depth: int = 2) -> str:
    """The comment at the top of a file that names its schema to editors which look for one.

    Args:
        name: the kind of record or file.
        depth: how many folders the file lies below the site's folder.
    """
    return f"# yaml-language-server: $schema={'../' * depth}{path(name)}"


def schemas(languages: Sequence[Language], strings: Collection[str]) -> Mapping[str, str]:
    """Path -> the schema as text, for a site.

    Args:
        languages: the languages of the site, in its order.
        strings: the keys of interface strings that its templates ask for.
    """
    made = documents(languages, strings)
    return {
        path(name): json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        for name, document in made.items()
    }


def documents(languages: Sequence[Language], strings: Collection[str]) -> Mapping[str, Json]:
    """Kind of record or file -> its schema."""
    maker = _Maker(tuple(languages), descriptions(language.code for language in languages))
    records = {model.kind_name: maker.model(model, given=("id",)) for model in RECORDS.values()}
    single = {"visit": maker.model(Visit), "site": maker.site()}
    lists = {"terms": maker.entries(Term), "corrections": maker.entries(Correction)}
    words = {STRINGS: maker.strings(strings)}
    return {
        name: {"$schema": _DIALECT, "description": maker.told.document(name), **document}
        for name, document in {**records, **single, **lists, **words}.items()
    }


class _Maker(Struct, frozen=True):
    """Makes schemas for a site in some languages."""

    languages: tuple[Language, ...]
    told: Descriptions

    @property
    def codes(self) -> list[str]:
        return [language.code for language in self.languages]

    def model(self, model: type[Model], given: Collection[str] = ()) -> Json:
        """A map of the model's fields, but those that the loader gives."""
        properties, required = {}, []
        for field in fields(model):
            if field.name in given or field.is_place:
                continue
            properties[field.key] = {
                "description": self.told.field(model, field.key),
                **self.value(field.hint),
                **({"default": field.default} if isinstance(field.default, Enum | bool) else {}),
            }
            if field.is_required:
                required.append(field.key)
        return {**_closed(properties, required), **_all_of(self._rules(model))}

    def site(self) -> Json:
        """The languages of a site are those that the generator has."""
        schema = self.model(Site)
        known = {language.code: language.name for language in LANGUAGES.values()}
        known.update({language.code: language.name for language in self.languages})
        schema["properties"]["languages"].update(items=_choice(known), uniqueItems=True)
        return schema

    def entries(self, model: type[Model]) -> Json:
        return {"type": ["array", "null"], "items": self.model(model)}

    def strings(self, keys: Collection[str]) -> Json:
        """The words of the interface: single ones, and groups that name the values of a list."""
        word = {**self.scalar(TEXT), "description": self.told.wording("string")}
        groups = {}
        for name, members in GROUPS.items():
            words = {str(m): {**word, **self._meaning(m)} for m in members}
            groups[name] = {
                "description": self.told.wording("group"),
                **_closed(words, list(words)),
            }
        language = {"description": self.told.wording("language"), "type": "object"}
        groups[LANGUAGE] = {**language, "required": self.codes, "additionalProperties": word}
        properties = {**dict.fromkeys(sorted(keys), word), **groups}
        return _closed(properties, list(properties))

    def value(self, hint: Any) -> Json:
        """The schema of a value of a field's type.

        Raises:
            TypeError: no schema is known for values of this type.
        """
        if hint in SCALARS:
            return self.scalar(SCALARS[hint])
        if hint in (Translated, Slug):
            return self._by_language(TRANSLATED_TEXT if hint is Translated else SLUG_TEXT)
        if hint == SiteLanguage:
            return _choice({language.code: language.name for language in self.languages})
        if hint == Licence:
            texts = self._by_language(TRANSLATED_TEXT)
            return {**self.scalar(WEB_ADDRESS), **texts, "type": ["string", "object"]}
        if isinstance(hint, type):
            return self._of_class(hint)
        return self._of_form(hint)

    def scalar(self, scalar: Scalar) -> Json:
        """The schema of a single value, with its message in words."""
        return {**scalar, MESSAGE: self.told.fault(scalar[MESSAGE])}

    def _of_class(self, kind: type) -> Json:
        if issubclass(kind, StrEnum):
            return _choice({value.value: self.told.choice(value) for value in kind})
        if issubclass(kind, RecordId):
            return self.scalar(ID)
        if issubclass(kind, Model):
            return self.model(kind)
        raise TypeError(f"there is no schema for {kind}")

    def _of_form(self, hint: Any) -> Json:
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Annotated:
            least = [mark.min_length for mark in inner if isinstance(mark, Meta)]
            return {
                **self.value(inner[0]),
                **({"uniqueItems": True} if Distinct in inner else {}),
                **({"minItems": least[0]} if least else {}),
            }
        if NoneType in inner:  # nothing after the key is as good as no key
            schema = self.value(next(kind for kind in inner if kind is not NoneType))
            return _or_nothing(schema)
        if origin is tuple and inner[-1] is Ellipsis:
            return {"type": "array", "items": self.value(inner[0])}
        if origin is tuple:
            items = [self.value(kind) for kind in inner]
            return {"type": "array", "items": items, "minItems": len(items), "maxItems": len(items)}
        if origin is not None and issubclass(origin, Mapping):
            return self._map(*inner)
        raise TypeError(f"there is no schema for {hint}")

    def _map(self, key: Any, value: Any) -> Json:
        schema = self.value(value)
        if key != SiteLanguage:
            return {"type": "object", "additionalProperties": schema}
        return _closed(
            {language.code: {**schema, **_name(language)} for language in self.languages}
        )

    def _by_language(self, text: Scalar) -> Json:
        """A text in each language of the site."""
        texts = {
            language.code: {**_name(language), **self.scalar(text)} for language in self.languages
        }
        return _closed(texts, self.codes)

    def _rules(self, model: type[Model]) -> list[Json]:
        return [self._worded(rule) for rule in rules(model, self.codes)]

    def _worded(self, rule: Json) -> Json:
        """The rule with its messages in words."""
        if isinstance(rule, list):
            return [self._worded(item) for item in rule]
        if not isinstance(rule, Mapping):
            return rule
        return {
            key: self.told.fault(value) if key == MESSAGE else self._worded(value)
            for key, value in rule.items()
        }

    def _meaning(self, member: str) -> Json:
        return {"description": self.told.choice(member)} if isinstance(member, StrEnum) else {}


def _closed(properties: Json, required: Sequence[str] = ()) -> Json:
    """A map that holds these keys and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _all_of(schemas: list[Json]) -> Json:
    return {"allOf": schemas} if schemas else {}


def _choice(meanings: Mapping[str, str]) -> Json:
    """One of some values; what each means is shown as it is chosen."""
    return {"enum": list(meanings), "enumDescriptions": list(meanings.values())}


def _or_nothing(schema: Json) -> Json:
    if "enum" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return {**schema, "type": [*kinds, "null"]}


def _name(language: Language) -> Json:
    return {"title": language.name}
