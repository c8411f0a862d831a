"""What an element loads, or sends to, by its attributes."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from builder.verify.facts import Resource

Attributes = Mapping[str, str | None]

# Attributes that hold an address to load or send to (HTML standard, index of attributes).
_LOADING = MappingProxyType(
    {
        "audio": ("src",),
        "button": ("formaction",),
        "embed": ("src",),
        "form": ("action",),
        "iframe": ("src",),
        "image": ("href", "xlink:href"),
        "img": ("src", "srcset"),
        "input": ("src", "formaction"),
        "object": ("data",),
        "script": ("src",),
        "source": ("src", "srcset"),
        "track": ("src",),
        "use": ("href", "xlink:href"),
        "video": ("src", "poster"),
    }
)
LOADING_ELEMENTS = frozenset((*_LOADING, "link", "meta"))
_NAMING = frozenset(("alternate", "author", "bookmark", "canonical", "help", "license"))
"""Relations of `<link>` that name a page and load nothing."""
_SHARED = frozenset(("og:image", "og:url", "twitter:image"))
"""Addresses in `<meta>` that others load when the page is shared."""
REFRESH = "refresh"
"""What a `<meta>` is called that sends readers to another page."""
_REFRESH = re.compile(r"\d+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)


def words(attributes: Attributes, name: str) -> frozenset[str]:
    """The words of an attribute in which neither case nor order matters."""
    return _words(attributes.get(name) or "")


@cache  # a site has few of them, and most elements none
def _words(value: str) -> frozenset[str]:
    return frozenset(value.lower().split())


def resources(tag: str, attributes: Attributes) -> Iterator[Resource]:
    """The resources an element names."""
    for name in _LOADING.get(tag, ()):
        value = attributes.get(name) or ""
        if name == "srcset":
            for candidate in filter(str.strip, value.split(",")):
                yield Resource(tag, name, candidate.split()[0])
        elif name in attributes:
            yield Resource(tag, name, value.strip())
    if tag == "link" and not words(attributes, "rel") & _NAMING:
        yield Resource(tag, "href", (attributes.get("href") or "").strip())
    elif tag == "meta":
        yield from _in_meta(attributes)


def _in_meta(attributes: Attributes) -> Iterator[Resource]:
    content = (attributes.get("content") or "").strip()
    name = attributes.get("property") or attributes.get("name") or ""
    if name in _SHARED:
        yield Resource("meta", name, content)
    elif words(attributes, "http-equiv") == {REFRESH} and (refresh := _REFRESH.match(content)):
        yield Resource("meta", REFRESH, refresh[1].strip())
