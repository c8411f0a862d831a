"""Everything that a page was handed to show."""

from collections.abc import Iterator
from types import MappingProxyType, NoneType

from markupsafe import Markup
from msgspec import Struct

from builder.site.views.words import Words

_WHOLE = frozenset((str, int, bool, NoneType, Markup, Words))


def shown(value: object) -> Iterator[object]:
    """A view with all that is in it, down to words and numbers, in no order."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        kind = type(item)
        yield item
        if kind in _WHOLE:
            continue
        if isinstance(item, tuple):
            waiting.extend(item)
        elif isinstance(item, dict | MappingProxyType):
            waiting.extend(item.values())
        elif isinstance(item, Struct):
            waiting.extend([getattr(item, name) for name in item.__struct_fields__])
