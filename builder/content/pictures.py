"""The pictures of records: their files, looked at but not yet decoded."""

import warnings
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from builder.content.reader import Reader
from builder.content.source import KeyPath
from builder.content.suggestions import nearest
from builder.memory import stamp
from builder.problems import Place, Problem, ProblemError

FOLDER = "content/images"
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MAX_PIXELS = 64_000_000
MAX_BYTES = 40_000_000

_ORIENTATION = 0x0112  # the Exif tag that says how the camera was held
_ON_SIDE = (5, 6, 7, 8)


class Picture(Struct, frozen=True):
    """A picture file: its bytes, and its size in pixels as it is to be seen.

    `orientation` is that of Exif, 1 to 8: how the pixels must be turned to be seen so.
    """

    file: str
    body: bytes
    width: int
    height: int
    orientation: int
    is_transparent: bool

    def __repr__(self) -> str:
        return f"Picture({self.file!r})"


def read_pictures(
    reader: Reader,
    named: Iterable[tuple[str, KeyPath, str]],
    files: AbstractSet[str],
    *,
    is_every_record: bool,
) -> Mapping[str, Picture]:
    """Name of a picture -> the picture.

    Args:
        reader: the run.
        named: file, place in it and name wherever a record names a picture.
        files: the files that lie in the folder of pictures.
        is_every_record: whether all records could be read; only then is it known that
            none names a picture.
    """
    pictures: dict[str, Picture] = {}
    seen: set[str] = set()
    for record, path, name in named:
        file = f"{FOLDER}/{name}"
        if file not in files:
            near = nearest(name, (Path(other).name for other in files))
            reader.note("picture-missing", record, path, name=file, **near)
        elif file not in seen:
            path_on_disk = reader.root / file
            look_at = partial(reader.attempt, partial(_read, path_on_disk, file))
            picture = reader.once_for(str(path_on_disk), stamp(path_on_disk), look_at)
            if picture:
                pictures[name] = picture
        seen.add(file)
    for file in sorted(files - seen) if is_every_record else ():
        reader.note_file("picture-unnamed", file)
    return MappingProxyType(pictures)


def _read(path: Path, file: str) -> Picture:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refusal("file-too-large", file, limit=MAX_BYTES)
        body = path.read_bytes()
    except OSError as error:
        raise _refusal("file-unreadable", file, reason=error.strerror or "?") from error
    return look(file, body)


def look(file: str, body: bytes) -> Picture:
    """What the header of a picture says of it; no pixel is decoded.

    Raises:
        ProblemError: it is no picture of a known format, is animated, or holds more pixels
            than a photograph does, however few bytes they take.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 (a site without pictures does without it)

    try:
        with (
            warnings.catch_warnings(action="ignore"),  # what matters is told as a problem
            Image.open(BytesIO(body), formats=FORMATS) as image,
        ):
            width, height = image.size
            frames = getattr(image, "n_frames", 1) if image.format != "MPO" else 1
            exif = Image.Exif()
            exif.load(image.info.get("exif", b""))
            orientation = int(exif.get(_ORIENTATION, 1))
            is_transparent = image.has_transparency_data
    except UnidentifiedImageError as error:
        raise _refusal("picture-format", file) from error
    except Image.DecompressionBombError as error:
        raise _refusal("picture-too-large", file, limit=MAX_PIXELS) from error
    except Exception as error:  # decoders raise what they please over broken bytes
        raise unreadable(file, error) from error
    if width * height > MAX_PIXELS:
        raise _refusal("picture-too-large", file, limit=MAX_PIXELS)
    if frames > 1:
        raise _refusal("picture-animated", file, frames=frames)
    if orientation in _ON_SIDE:
        width, height = height, width
    return Picture(file, body, width, height, orientation, is_transparent)


def unreadable(file: str, error: Exception) -> ProblemError:
    """The problem of a picture that cannot be decoded."""
    return _refusal("picture-unreadable", file, said=str(error))


def _refusal(code: str, file: str, **values: str | int) -> ProblemError:
    return ProblemError([Problem(code, Place(file), values)])
