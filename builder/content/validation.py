"""From the findings of pydantic to problems with a place and words of our own."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from builder.content.data import locate
from builder.content.source import KeyPath, shape
from builder.content.suggestions import nearest
from builder.problems import Place, Problem

Values: TypeAlias = dict[str, str | int]

_WRONG_TYPE = {
    "model_type": "map",
    "model_attributes_type": "map",
    "dict_type": "map",
    "mapping_type": "map",
    "tuple_type": "list",
    "list_type": "list",
    "string_type": "text",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
}


def problems_of(
    error: ValidationError, model: type[BaseModel], file: str, text: str, prefix: KeyPath = ()
) -> tuple[Problem, ...]:
    """One problem a finding; a key that is there but misspelt is not missing too.

    Args:
        error: what pydantic found.
        model: the model the data was read as.
        file: the name of the file.
        text: what stands in the file.
        prefix: where in the file the data of the model begins.
    """
    faults = error.errors()
    problems = [_problem(found, model, file, text, prefix) for found in faults]
    misspelt = {
        (*found["loc"][:-1], problem.values.get("suggestion"))
        for found, problem in zip(faults, problems, strict=True)
        if problem.code == "unknown-key"
    }
    return tuple(
        problem
        for found, problem in zip(faults, problems, strict=True)
        if problem.code != "missing-key" or found["loc"] not in misspelt
    )


def _problem(
    found: ErrorDetails, model: type[BaseModel], file: str, text: str, prefix: KeyPath
) -> Problem:
    values: Values = dict(found.get("ctx", {}))
    path: KeyPath = tuple(found["loc"])
    if "key" in values:  # the fault is at one key of the map
        path = (*path, str(values.pop("key")))
    code, values = _worded(found, values, model, path)
    at_key = code in ("unknown-key", "unknown-language")
    if code == "missing-key":
        path = path[:-1]
    line, column = locate(text, (*prefix, *path), key=at_key)
    if code == "unknown-language" and _is_cut_off(found["input"], path[-1], text, (line, column)):
        code, values = "comma-in-braces", {"words": str(path[-1])}
    return Problem(code, Place(file, line, column), values)


def _is_cut_off(given: object, key: str | int, text: str, place: tuple[int, int]) -> bool:
    """Whether a key is the rest of a text with a comma in it, as `b` in `{x: a, b}`."""
    line, column = place
    before = text.split("\n")[line - 1][: column - 1]
    return isinstance(given, Mapping) and given.get(key) is None and before.rstrip().endswith(",")


def _worded(
    found: ErrorDetails, values: Values, model: type[BaseModel], path: KeyPath
) -> tuple[str, Values]:
    """Our code for a finding, with the values its sentence needs."""
    given = found["input"]
    if given is None:  # a key with nothing behind it
        return "empty-value", {}
    match found["type"]:
        case "missing" | "too_short" | "too_long" as kind:
            return _miscounted(kind, values, path[-1])
        case "extra_forbidden":
            known = _keys(model, path[:-1])
            return "unknown-key", with_suggestion({"key": path[-1]}, str(path[-1]), known)
        case "enum" | "literal_error":
            choices = _choices(str(values.get("expected", "")))
            shown: Values = {"value": _shown(given), "choices": ", ".join(choices)}
            return "bad-choice", with_suggestion(shown, str(given), choices)
        case "unknown-language":
            known = str(values["languages"]).split(", ")
            return "unknown-language", with_suggestion(values, str(values["language"]), known)
        case kind if kind in _WRONG_TYPE:
            expected = _WRONG_TYPE[kind]
            return "wrong-type", {"expected": expected, "found": shape(given)} | _listed(
                expected, given
            )
        case kind:  # one of ours, or one of pydantic's which no field should lead to
            return (kind, values) if "_" not in kind else ("bad-value", {"value": _shown(given)})


def _listed(expected: str, given: object) -> Values:
    """A single value as the list it is expected to be."""
    is_single = expected == "list" and isinstance(given, str) and "\n" not in given
    return {"suggestion": f"[{given}]"} if is_single else {}


def _miscounted(kind: str, values: Values, last: str | int) -> tuple[str, Values]:
    """Too little or too much; what lacks an item of a list of fixed length is too short."""
    if kind == "too_long":
        return "too-many", {"most": values["max_length"]}
    if kind == "too_short":
        return "too-few", {"least": values["min_length"]}
    return (
        ("too-few", {"least": last + 1})
        if isinstance(last, int)
        else ("missing-key", {"key": last})
    )


def _keys(model: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys that are known at `path` of a model."""
    for part in path:
        if isinstance(part, int):
            continue
        field = next((f for name, f in model.model_fields.items() if part in (name, f.alias)), None)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return [
        field.alias or name
        for name, field in model.model_fields.items()
        if name not in ("id", "file", "path")
    ]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model a field's type holds, through optional, tuple and mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for arg in get_args(annotation) if (m := _model_in(arg))), None)


def with_suggestion(values: Mapping[str, str | int], wrong: str, known: Sequence[str]) -> Values:
    """The values of a problem, with the known word nearest to the wrong one."""
    return {**values, **nearest(wrong, known)}


def _choices(expected: str) -> list[str]:
    return [part for part in expected.replace(" or ", ", ").replace("'", "").split(", ") if part]


def _shown(value: object) -> str:
    return value if isinstance(value, str) else shape(value)
