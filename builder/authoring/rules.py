"""What the fields of a model ask of each other, as JSON Schema has it: the validators' twins."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from builder.authoring.scalars import DATE, FIGURE, ORDINAL, Json
from builder.content.base import Model
from builder.content.kinds import FigureKind
from builder.content.model import Agreement, Figure, Quote
from builder.content.parts import Period

Rule = Callable[[Sequence[str]], list[Json]]
"""The languages of the site -> schemas that all must hold."""


def rules(model: type[Model], languages: Sequence[str]) -> list[Json]:
    """The schemas that a map of the model must fulfil besides that of each field."""
    return [
        rule for kind, make in _RULES.items() if issubclass(model, kind) for rule in make(languages)
    ]


def _given(*keys: str) -> Json:
    """All of the keys are there; one with nothing after it is not."""
    return {
        "required": list(keys),
        "properties": {key: {"not": {"type": "null"}} for key in keys},
    }


def _absent(*keys: str) -> Json:
    return {"properties": {key: {"type": "null"} for key in keys}}


def _period(languages: Sequence[str]) -> list[Json]:  # noqa: ARG001 (as every rule)
    return [
        {"if": _given("from"), "then": {**_given("to")}, "else": _given("date")},
        {"if": _given("to"), "then": _given("from")},
        {"if": _given("date"), "then": _absent("from", "to")},
        {"if": _given("end"), "then": _given("start")},
    ]


def _figure(languages: Sequence[str]) -> list[Json]:  # noqa: ARG001 (as every rule)
    number = {**_given("value"), "properties": {"value": dict(FIGURE)}}
    return [
        {"oneOf": [_given(origin) for origin in ("quote", "agreement", "article")]},
        _if_kind(FigureKind.COUNT, number, _absent("currency")),
        _if_kind(FigureKind.ORDINAL, {"properties": {"value": dict(ORDINAL)}}, _given("value")),
        _if_kind(FigureKind.MONEY, number, _given("currency"), _absent("words")),
        _if_kind(
            FigureKind.DATE,
            {"properties": {"value": dict(DATE)}},
            _given("value"),
            _absent("words"),
        ),
        _if_kind(FigureKind.TEXT, _given("words"), _absent("value", "currency")),
    ]


def _if_kind(kind: FigureKind, *then: Json) -> Json:
    return _if_is("kind", kind.value, *then)


def _if_is(key: str, value: str, *then: Json) -> Json:
    chosen = {"required": [key], "properties": {key: {"const": value}}}
    return {"if": chosen, "then": {"allOf": list(then)}}


def _quote(languages: Sequence[str]) -> list[Json]:
    """Each text but the original says who translated it, and the original nobody."""
    made = []
    for original in languages:
        others = [language for language in languages if language != original]
        translated = {"required": others, **_without(original)}
        needed = {"required": ["translated"]} if others else {}
        then = {**needed, "properties": {"translated": translated}}
        made.append(_if_is("original", original, then))
    return made


def _agreement(languages: Sequence[str]) -> list[Json]:
    """A title that stands in a source as it is was translated by nobody."""
    return [
        {
            "if": {"required": ["verbatim"], "properties": {"verbatim": {"required": [language]}}},
            "then": {"properties": {"translated": _without(language)}},
        }
        for language in languages
    ]


def _without(key: str) -> Json:
    return {"properties": {key: False}}


_RULES: Mapping[type[Model], Rule] = MappingProxyType(
    {Period: _period, Figure: _figure, Quote: _quote, Agreement: _agreement}
)
