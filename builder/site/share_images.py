"""The pictures that stand for pages where these are shared: where each is, and its bytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import astuple
from PIL import __version__ as pillow

from builder.cache import Cache, key
from builder.problems import Place, Problem, ProblemError
from builder.site.assets import Assets
from builder.site.views.cards import Card, Cards, ShareImage

if TYPE_CHECKING:
    from builder.site.drawing import Fonts

FOLDER = "assets/share"
HASH_LENGTH = 16  # hexadecimal digits: all that tells one image from another
WIDTH, HEIGHT = 1200, 630  # pixels: what networks ask for (Open Graph, X summary_large_image)
FONTS = {
    "words": "fonts/sapar-serif-400.woff2",
    "name": "fonts/sapar-sans-600.woff2",
    "detail": "fonts/sapar-sans-400.woff2",
}
"""What a font is for -> the static file that holds it."""

_DRAWN_BY = ("drawing.py", "lines.py", "suns.py")


class ShareImages:
    """The share images of a site, drawn with the fonts among its static files."""

    def __init__(self, assets: Assets) -> None:
        self._bodies = {use: assets.bodies[assets.paths[file]] for use, file in FONTS.items()}
        code = (Path(__file__).with_name(name).read_bytes() for name in _DRAWN_BY)
        self._drawn_with = key(pillow, *code, *self._bodies.values())
        self._fonts: Fonts | None = None

    def image(self, card: Card, base: str) -> ShareImage:
        """The image of a card, on a site whose full address is `base`, with a final slash."""
        return ShareImage(f"{base}{self._path(card)}", card.alt, WIDTH, HEIGHT)

    def bodies(self, cards: Cards, cache: Cache) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of every share image, drawn where the cache does not have it.

        Raises:
            ProblemError: a font cannot be read.
        """
        for card in dict.fromkeys(cards.values()):
            name = self._key(card)
            body = cache.get(name)
            if body is None:
                body = self._drawn(card)
                cache.keep(name, body)
            yield self._path(card), body

    def _path(self, card: Card) -> str:
        return f"{FOLDER}/{self._key(card)[:HASH_LENGTH]}.png"

    def _key(self, card: Card) -> str:
        return key(self._drawn_with, *map(str, astuple(card)))

    def _drawn(self, card: Card) -> bytes:
        from builder.site.drawing import Fonts, drawn  # noqa: PLC0415 (loads Pillow as a whole)

        if self._fonts is None:
            try:
                self._fonts = Fonts(**self._bodies)
            except OSError as error:
                values = {"said": str(error)}
                place = Place(f"static/{next(iter(FONTS.values()))}")
                raise ProblemError([Problem("font-unreadable", place, values)]) from error
        return drawn(card, (WIDTH, HEIGHT), self._fonts)
