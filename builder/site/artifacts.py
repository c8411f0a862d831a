"""What a build makes: a path below the site's root, and its bytes."""

from msgspec import Struct

from builder.site.page import Page


class Artifact(Struct, frozen=True):
    """A file of the published site; `page` is what it was rendered from, if anything."""

    path: str
    body: bytes
    page: Page | None = None
