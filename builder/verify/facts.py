"""What a rendered page says of itself: plain values, the only thing the checks look at.

They are kept from build to build (`kept`), as arrays, which take less room than maps.
"""

from collections.abc import Mapping

from msgspec import Struct

from builder.site.page import Alternate, Page

INDEX = "index.html"


class Link(Struct, frozen=True, array_like=True):
    """A link a reader can follow; `language` is its own `lang`, `text` what it is called."""

    address: str
    text: str
    language: str | None
    hreflang: str | None
    relations: frozenset[str]
    in_header: bool


class Resource(Struct, frozen=True, array_like=True):
    """Something the page loads, or sends to: `<element attribute="address">`."""

    element: str
    attribute: str
    address: str


class Heading(Struct, frozen=True, array_like=True):
    """A heading, `level` from 1 to 6."""

    level: int
    text: str


class Image(Struct, frozen=True, array_like=True):
    """A picture, and whether it says what it shows: an empty `alt` says, nothing to tell."""

    address: str
    has_alternative: bool


class Run(Struct, frozen=True, array_like=True):
    """Text without a break in one language: of a block, or of the attribute named."""

    text: str
    language: str
    attribute: str = ""


class Facts(Struct, frozen=True, array_like=True):
    """What a rendered page says, each list in the order of the page.

    `metas` leads from the name or property of a `<meta>` to its content; `mains` are
    the ids of `<main>` elements; `inline_code` says how script or style stands in the
    page; `language_tags` are the values of every `lang` and `hreflang`; `characters` are
    those of all runs, once each, by language.
    """

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
    characters: Mapping[str, str]
    language_tags: tuple[str, ...]
    inline_code: tuple[str, ...]
    mains: tuple[str, ...]


class PageFacts(Facts, frozen=True, kw_only=True):
    """The facts of one page of the site."""

    page: Page

    @property
    def address(self) -> str:
        """The page's address below the site's root: `/`, `/404.html`, `/…/`."""
        return f"/{self.page.path.removesuffix(INDEX)}"

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may list the page."""
        return "noindex" not in self.metas.get("robots", "")
