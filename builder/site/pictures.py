"""Pictures of records in several sizes: where each is published is known before it is made."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from PIL import __version__ as pillow

from builder.cache import Cache, key
from builder.content.pictures import Picture
from builder.problems import Problem, ProblemError

if TYPE_CHECKING:
    from builder.site.resizing import Resizer

FOLDER = "assets/pictures"
WIDTHS = (480, 960, 1440)  # pixels: the column of text on a phone, on a desk, and twice that
HASH_LENGTH = 10  # hexadecimal digits, as for static files


class Version(Struct, frozen=True):
    """A picture in one size and format: where it is published, and under what key it is kept."""

    path: str
    width: int
    height: int
    suffix: str
    key: str


class Pictures:
    """All pictures of a site: `versions` leads from the name of a file to what is published.

    The versions of a picture go from the narrowest to the widest, each in a format that
    current browsers have and in one that all have.
    """

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self._pictures = pictures
        self.versions: Mapping[str, tuple[Version, ...]] = MappingProxyType(
            {name: tuple(_versions(name, picture)) for name, picture in pictures.items()}
        )

    def bodies(self, cache: Cache) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of every version, made where the cache does not have it.

        Raises:
            ProblemError: pictures that cannot be decoded, every one.
        """
        problems: list[Problem] = []
        for name, versions in self.versions.items():
            try:
                yield from _bodies(self._pictures[name], versions, cache)
            except ProblemError as error:
                problems.extend(error.problems)
        if problems:
            raise ProblemError(problems)


def _versions(name: str, picture: Picture) -> Iterator[Version]:
    source = hashlib.sha256(picture.body).digest()
    maker = Path(__file__).with_name("resizing.py").read_bytes()
    for width in sorted({min(width, picture.width) for width in WIDTHS}):
        height = max(1, round(picture.height * width / picture.width))
        for suffix in ("webp", "png" if picture.is_transparent else "jpg"):
            made_from = key(source, maker, pillow, suffix, str(width), str(height))
            stem = f"{Path(name).stem}-{width}.{made_from[:HASH_LENGTH]}"
            yield Version(f"{FOLDER}/{stem}.{suffix}", width, height, suffix, made_from)


def _bodies(
    picture: Picture, versions: tuple[Version, ...], cache: Cache
) -> Iterator[tuple[str, bytes]]:
    resizer = None  # the picture is decoded once, and only if some version is not kept
    for version in versions:
        body = cache.get(version.key)
        if body is None:
            resizer = resizer or _resizer(picture)
            body = resizer.version((version.width, version.height), version.suffix)
            cache.keep(version.key, body)
        yield version.path, body


def _resizer(picture: Picture) -> "Resizer":
    from builder.site.resizing import Resizer  # noqa: PLC0415 (loads what takes long to load)

    return Resizer(picture)
