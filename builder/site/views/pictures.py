"""Pictures of a record as its page shows them."""

from collections.abc import Iterable

from msgspec import Struct

from builder.content.fields import Translated
from builder.content.parts import Image
from builder.site.pictures import Version
from builder.site.views.edition import Edition
from builder.site.views.words import Words


class PictureView(Struct, frozen=True):
    """A picture with its words.

    `src` is a version that every browser can show and `srcset` are all of these; `modern`
    are the same in a smaller format. `width` and `height` are those of the widest version.
    """

    src: str
    srcset: str
    modern: str
    width: int
    height: int
    alt: Words
    caption: Words | None
    credit: Words
    licence: Words | None
    licence_address: str | None


def picture_views(edition: Edition, images: Iterable[Image]) -> tuple[PictureView, ...]:
    """Pictures, in the order of their record."""
    return tuple(_picture_view(edition, image) for image in images)


def _picture_view(edition: Edition, image: Image) -> PictureView:
    versions = edition.pictures.versions[image.file]
    modern = [version for version in versions if version.suffix == versions[0].suffix]
    plain = [version for version in versions if version.suffix != versions[0].suffix]
    widest, licence = versions[-1], image.licence
    return PictureView(
        src=f"{edition.routes.root}{plain[min(1, len(plain) - 1)].path}",
        srcset=_srcset(edition, plain),
        modern=_srcset(edition, modern),
        width=widest.width,
        height=widest.height,
        alt=edition.words(image.alt),
        caption=edition.words(image.caption),
        credit=edition.words(image.credit),
        licence=edition.words(licence) if isinstance(licence, Translated) else None,
        licence_address=licence if isinstance(licence, str) else None,
    )


def _srcset(edition: Edition, versions: list[Version]) -> str:
    root = edition.routes.root
    return ", ".join(f"{root}{version.path} {version.width}w" for version in versions)
