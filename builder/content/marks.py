"""How a type says by which function its values are read, and how that says what is wrong."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct


class FaultError(ValueError):
    """What is wrong with one value.

    Args:
        code: that of the problem it is told as.
        key: the one key of a map that is at fault, if the value is a map.
        values: what the sentence of the problem tells.
    """

    def __init__(self, code: str, /, *, key: str | None = None, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.key = key
        self.values = values


class Read(Struct, frozen=True):
    """Marks a type whose values a function makes of what stands in YAML.

    `by` takes that and the codes of the site's languages, and raises `FaultError`.
    """

    by: Callable[[object, tuple[str, ...]], object]


class Then(Struct, frozen=True):
    """Marks a type that asks more of a value which was read; `check` raises `FaultError`."""

    check: Callable[[Any], None]
