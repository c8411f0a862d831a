"""Everything that a page was handed to show."""

from collections.abc import Iterator
from types import MappingProxyType, NoneType

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import astuple

from builder.site.views.words import Words

_PLAIN = frozenset((str, int, bool, NoneType, Markup))


def shown(value: object) -> Iterator[Struct]:
    """A view with all views and words that are in it, in no order."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        kind = type(item)
        if kind in _PLAIN:
            continue
        if isinstance(item, Struct):
            yield item
            if kind is not Words:
                waiting.extend(astuple(item))
        elif isinstance(item, tuple):
            waiting.extend(item)
        elif isinstance(item, dict | MappingProxyType):
            waiting.extend(item.values())
