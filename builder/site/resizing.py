"""Pictures made smaller, turned upright and stripped of all that is not seen.

What a camera or a program writes beside the pixels (place, time, device, colour profile,
comments) is not published. The same bytes give the same bytes.
"""

import warnings
from contextlib import suppress
from io import BytesIO

from PIL import Image, ImageCms

from builder.content.pictures import FORMATS, Picture, unreadable

_SAVED: dict[str, tuple[str, dict[str, object]]] = {
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
    "png": ("PNG", {"optimize": True}),
    "webp": ("WEBP", {"quality": 80, "method": 4}),
}

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""Orientation (Exif 2.32, tag 0x0112) -> what makes a picture upright."""


class Resizer:
    """One picture, decoded.

    Raises:
        ProblemError: the picture cannot be decoded.
    """

    def __init__(self, picture: Picture) -> None:
        try:
            with (
                warnings.catch_warnings(action="ignore"),
                Image.open(BytesIO(picture.body), formats=FORMATS) as image,
            ):
                pixels = _plain(image, "RGBA" if picture.is_transparent else "RGB")
        except Exception as error:  # decoders raise what they please over broken bytes
            raise unreadable(picture.file, error) from error
        turn = _TURNS.get(picture.orientation)
        self._image = pixels if turn is None else pixels.transpose(turn)

    def version(self, size: tuple[int, int], suffix: str) -> bytes:
        """The picture in another size, in pixels, and a format."""
        form, options = _SAVED[suffix]
        saved = BytesIO()
        self._image.resize(size, Image.Resampling.LANCZOS).save(saved, form, **options)
        return saved.getvalue()


def _plain(image: Image.Image, mode: str) -> Image.Image:
    """The pixels alone, in sRGB, which is what a picture without a profile is taken to be in."""
    if image.mode.startswith("I"):  # 16 bits a pixel, of which Pillow would cut off the upper 8
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode not in ("CMYK", "L", "RGB", "RGBA"):
        image = image.convert(mode)
    profile = image.info.get("icc_profile")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):  # a broken one: the numbers are all there is
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            output = "RGBA" if image.mode == "RGBA" else "RGB"
            converted = ImageCms.profileToProfile(image, given, srgb, outputMode=output)
            image = converted or image
    plain = Image.new(mode, image.size)
    plain.paste(image.convert(mode))
    return plain
