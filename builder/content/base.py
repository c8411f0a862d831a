"""What all that editors write has in common."""

from functools import cached_property
from typing import Any, dataclass_transform

from msgspec import Struct, StructMeta, field

from builder.content.leaves import Leaf, leaves


class _Frozen(StructMeta):
    """Makes classes whose values never change, and whose fields are given by name."""

    def __new__(  # noqa: PYI034 (in a metaclass, Self is refused)
        cls, name: str, bases: tuple[type, ...], names: dict[str, Any], /, *, frozen: bool = True
    ) -> "_Frozen":
        return super().__new__(cls, name, bases, names, frozen=frozen, kw_only=True, dict=True)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Model(Struct, metaclass=_Frozen, frozen=True):
    """A record or a part of one; its fields and their types say what may be written."""

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every reference to a record and every translated text in it, with its path."""
        return tuple(leaves(self))
