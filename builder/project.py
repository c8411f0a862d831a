"""What is to be built, and how."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from builder.cache import Cache
from builder.language import LANGUAGES, Language

_PACKAGE = Path(__file__).resolve().parent


class Project(Struct, frozen=True):
    """What to build.

    Args:
        root: the folder that holds `site.yaml`.
        base_url: the full address to publish at, in place of the one in `site.yaml`.
        is_strict: whether warnings stop the build too, and every text must have been reviewed.
        cache: where pictures, and all that is made from what has not changed, are kept.
        drafts: whether records in draft are shown, marked; never where a site is published.
        share_images: whether to draw the images that stand for pages where these are shared.
        languages: the languages the language layer knows, by code.
    """

    root: Path
    base_url: str | None = None
    is_strict: bool = False
    cache: Cache = field(default_factory=Cache)
    drafts: bool = False
    share_images: bool = False
    languages: Mapping[str, Language] = field(default_factory=lambda: LANGUAGES)

    def folders(self, name: str) -> tuple[Path, ...]:
        """Where `templates` or `static` are: the site's own, then those of Sapar."""
        own = self.root / name
        packaged = _PACKAGE / name
        ours = packaged if packaged.is_dir() else _PACKAGE.parent / name
        return tuple(folder for folder in dict.fromkeys((own.resolve(), ours)) if folder.is_dir())
