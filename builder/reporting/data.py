"""A report as JSON (RFC 8259)."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from builder.reporting.values import Report


def as_json(report: Report) -> bytes:
    """The report, each value under the name it has in `builder.reporting.values`."""
    return f"{json.dumps(_data(report), ensure_ascii=False, indent=1)}\n".encode()


def _data(value: object) -> object:
    """A value as JSON has it: objects for values with names, lists for rows of them."""
    if is_dataclass(value):
        return {field.name: _data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: _data(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return [_data(inner) for inner in value]
    return value
