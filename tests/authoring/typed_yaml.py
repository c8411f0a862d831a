"""YAML as an editor's server reads it: version 1.2, with numbers and booleans typed."""

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """The core schema of YAML 1.2.2 (10.3.2), where no text is a date and `no` is a text."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 (a class attribute of the base class)


_CORE = {
    "null": r"null|Null|NULL|~|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
}
for _name, _form in _CORE.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"(?:{_form})$"), None)


def _whole(_: _Core, node: yaml.ScalarNode) -> int | float:
    """A whole number; 010 is ten, and one of thousands of digits is infinite, as in JavaScript."""
    if len(node.value) > 400:
        return float("inf")
    return int(node.value, 0 if node.value[:2] in ("0o", "0x") else 10)


_Core.add_constructor("tag:yaml.org,2002:int", _whole)


def read_typed(text: str) -> Any:
    """The one document of a file."""
    return yaml.load(text, _Core)  # noqa: S506 (a safe loader)
