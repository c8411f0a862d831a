"""What a build makes: a path below the site's root, and its bytes."""

from dataclasses import dataclass

from builder.site.page import Page


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the published site; `page` is what it was rendered from, if anything."""

    path: str
    body: bytes
    page: Page | None = None
