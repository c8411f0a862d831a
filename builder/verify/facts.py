"""What a rendered page says of itself: plain values, the only thing the checks look at.

There are tens of thousands of them, and tuples are made and compared fastest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from builder.site.page import Alternate, Page

INDEX = "index.html"


class Link(NamedTuple):
    """A link a reader can follow; `language` is its own `lang`, `text` what it is called."""

    address: str
    text: str
    language: str | None
    hreflang: str | None
    relations: frozenset[str]
    in_header: bool


class Resource(NamedTuple):
    """Something the page loads, or sends to: `<element attribute="address">`."""

    element: str
    attribute: str
    address: str


class Heading(NamedTuple):
    """A heading, `level` from 1 to 6."""

    level: int
    text: str


class Image(NamedTuple):
    """A picture, and whether it says what it shows: an empty `alt` says, nothing to tell."""

    address: str
    has_alternative: bool


class Run(NamedTuple):
    """Text without a break in one language: of a block, or of the attribute named."""

    text: str
    language: str
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of one rendered page, each list in the order of the page.

    `metas` leads from the name or property of a `<meta>` to its content; `mains` are
    the ids of `<main>` elements; `inline_code` says how script or style stands in the
    page; `language_tags` are the values of every `lang` and `hreflang`.
    """

    page: Page
    language: str | None
    direction: str | None
    title: str
    metas: Mapping[str, str]
    canonicals: tuple[str, ...]
    alternates: tuple[Alternate, ...]
    ids: tuple[str, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    resources: tuple[Resource, ...]
    images: tuple[Image, ...]
    runs: tuple[Run, ...]
    language_tags: tuple[str, ...]
    inline_code: tuple[str, ...]
    mains: tuple[str, ...]

    @property
    def address(self) -> str:
        """The page's address below the site's root: `/`, `/404.html`, `/…/`."""
        return f"/{self.page.path.removesuffix(INDEX)}"

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may list the page."""
        return "noindex" not in self.metas.get("robots", "")
