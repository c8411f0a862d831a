"""Pictures of records: sizes, formats, what is left of them, and what is kept."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from selectolax.lexbor import LexborHTMLParser

from builder.build import build
from builder.cache import Cache
from builder.content.pictures import Picture, look
from builder.problems import ProblemError
from builder.project import Project
from builder.site.pictures import Pictures
from builder.site.resizing import Resizer
from tests.small_site import SMALL, said, small_site

ROOT = Path(__file__).parent.parent.parent
IMAGES = SMALL / "content" / "images"
NONE = Cache()
UNSEEN = (b"A camera", b"2016:11:07", b"a comment", b"nobody", b"ICC_PROFILE", b"iCCP", b"Exif")


def small_picture(name: str) -> Picture:
    return look(name, (IMAGES / name).read_bytes())


def plain(width: int, height: int, mode: str = "RGB") -> Picture:
    body = BytesIO()
    Image.new(mode, (width, height)).save(body, "PNG")
    return look("plain.png", body.getvalue())


def opened(body: bytes) -> Image.Image:
    image = Image.open(BytesIO(body))
    image.load()
    return image


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((2000, 1000), [480, 960, 1440]),
        ((1000, 500), [480, 960, 1000]),
        ((960, 500), [480, 960]),
        ((480, 500), [480]),
        ((120, 80), [120]),
        ((1, 3000), [1]),
    ],
)
def test_a_picture_is_made_smaller_in_steps_and_never_larger(
    size: tuple[int, int], widths: list[int]
) -> None:
    pictures = Pictures({"plain.png": plain(*size)})

    versions = pictures.versions["plain.png"]
    bodies = dict(pictures.bodies(NONE))

    assert [v.width for v in versions if v.suffix == "webp"] == widths
    assert [v.width for v in versions if v.suffix == "jpg"] == widths
    for version in versions:
        assert opened(bodies[version.path]).size == (version.width, version.height)
        assert version.height == pytest.approx(version.width * size[1] / size[0], abs=0.5)


def test_what_can_be_seen_through_has_a_format_that_can() -> None:
    pictures = Pictures({"two-suns.png": small_picture("two-suns.png")})

    for path, body in pictures.bodies(NONE):
        image = opened(body).convert("RGBA")
        assert path.endswith((".png", ".webp"))
        assert image.getpixel((0, 0)) in ((0, 0, 0, 0), (255, 255, 255, 0))


@pytest.mark.parametrize("name", ["talks-table.jpg", "two-suns.png"])
def test_nothing_but_pixels_is_published(name: str) -> None:
    source = (IMAGES / name).read_bytes()
    assert any(mark in source for mark in UNSEEN)

    for _, body in Pictures({name: small_picture(name)}).bodies(NONE):
        image = opened(body)
        assert not any(mark in body for mark in UNSEEN)
        assert len(image.getexif()) == 0
        assert not {"icc_profile", "comment", "exif", "xmp", "Author"} & image.info.keys()


def test_a_photograph_stands_upright() -> None:
    body = Resizer(small_picture("talks-table.jpg")).version((600, 400), "jpg")

    golden, red = (
        opened(body).convert("RGB").getpixel(place) for place in ((160, 140), (440, 140))
    )
    assert golden == pytest.approx((243, 181, 44), abs=8)
    assert red == pytest.approx((207, 43, 52), abs=8)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_to_hold_a_camera_is_put_right(orientation: int) -> None:
    seen = Image.new("RGB", (60, 40), "white")
    seen.paste("red", (0, 0, 30, 20))  # above on the left
    undone = {5: 5, 6: 2, 7: 6, 8: 4, 2: 0, 3: 3, 4: 1}  # the transpositions that a camera did
    stored = seen if orientation == 1 else seen.transpose(Image.Transpose(undone[orientation]))
    exif, body = Image.Exif(), BytesIO()
    exif[0x0112] = orientation
    stored.save(body, "PNG", exif=exif)

    picture = look("a.png", body.getvalue())
    made = opened(Resizer(picture).version((picture.width, picture.height), "png"))

    assert made.size == (60, 40)
    assert made.tobytes() == seen.tobytes()


def test_sixteen_bits_a_pixel_keep_their_greys() -> None:
    body = BytesIO()
    Image.new("I;16", (4, 4), 0x8000).save(body, "PNG")

    made = opened(Resizer(look("a.png", body.getvalue())).version((4, 4), "png"))

    assert made.getpixel((0, 0)) == (128, 128, 128)


def profile(one: bytes, other: bytes) -> bytes:
    """The profile of sRGB with two of its tags exchanged."""
    body = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return body.replace(one, b"????").replace(other, one).replace(b"????", other)


def seen_with(icc_profile: bytes) -> object:
    body = BytesIO()
    Image.new("RGB", (8, 8), "red").save(body, "PNG", icc_profile=icc_profile)
    made = opened(Resizer(look("a.png", body.getvalue())).version((8, 8), "png"))
    return made.getpixel((0, 0))


def test_colours_are_those_that_the_profile_means() -> None:
    assert seen_with(profile(b"rXYZ", b"gXYZ")) == pytest.approx((0, 255, 0), abs=2)
    assert seen_with(profile(b"rXYZ", b"rXYZ")) == pytest.approx((255, 0, 0), abs=2)


def test_a_profile_that_makes_no_sense_is_left_out_of_account() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()

    assert seen_with(lab) == seen_with(b"no profile") == (255, 0, 0)


def test_the_same_picture_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import hashlib\n"
        "from tests.site.test_pictures import *\n"
        "names = ('talks-table.jpg', 'two-suns.png')\n"
        "made = Pictures({name: small_picture(name) for name in names}).bodies(NONE)\n"
        "print({path: hashlib.sha256(body).hexdigest() for path, body in made})\n"
    )

    said_by = [
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]

    assert said_by[0] == said_by[1]
    assert said_by[0].count(".webp") == 3


def test_a_kept_version_is_the_one_that_was_made(tmp_path: Path) -> None:
    pictures = Pictures({"talks-table.jpg": small_picture("talks-table.jpg")})
    made = dict(pictures.bodies(Cache(tmp_path)))
    keys = {version.key for version in pictures.versions["talks-table.jpg"]}

    assert {path.name for path in tmp_path.iterdir()} == keys
    assert dict(pictures.bodies(Cache(tmp_path))) == made == dict(pictures.bodies(NONE))


def test_a_damaged_entry_is_made_anew_and_mended(tmp_path: Path) -> None:
    pictures = Pictures({"two-suns.png": small_picture("two-suns.png")})
    made = dict(pictures.bodies(Cache(tmp_path)))
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-1] + b"?")

    assert dict(pictures.bodies(Cache(tmp_path))) == made
    assert all(not path.read_bytes().endswith(b"?") for path in tmp_path.iterdir())


def test_every_picture_that_cannot_be_decoded_is_told() -> None:
    body = (IMAGES / "talks-table.jpg").read_bytes()
    pictures = {name: look(name, body[:3000]) for name in ("a.jpg", "b.jpg")}

    with pytest.raises(ProblemError) as caught:
        list(Pictures(pictures).bodies(NONE))

    assert [(p.code, p.place.file) for p in caught.value.problems] == [
        ("picture-unreadable", "a.jpg"),
        ("picture-unreadable", "b.jpg"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        *("en/index.html", "en/talks/index.html", "en/timeline/index.html"),
        *("en/quotes/friendship/index.html", "en/agreements/memorandum/index.html"),
        *("en/people/hosts-name/index.html", "en/people/press-service/index.html"),
    ],
)
def test_each_kind_of_page_shows_its_pictures_with_their_words(path: str, tmp_path: Path) -> None:
    built = build(Project(small_site(tmp_path / "site")))
    assert said(built) == ""
    files = {artifact.path: artifact.body for artifact in built.artifacts}

    (figure,) = LexborHTMLParser(files[path].decode()).css("figure.picture")

    (image,) = figure.css("img")
    shown = image.attributes
    offered = [source.attributes["srcset"] or "" for source in figure.css("source, img")]
    addresses = [one.split()[0] for srcset in offered for one in srcset.split(", ")]
    assert all(address.removeprefix("/visit/") in files for address in addresses)
    assert shown["src"] in addresses
    assert shown["alt"] in ("Two suns", "A golden and a red sun above a table")
    assert (shown["width"], shown["height"]) in (("600", "400"), ("120", "80"))
    assert (shown["loading"], shown["decoding"]) == ("lazy", "async")
    assert "Picture: drawn for tests" in figure.text()
    assert "Anybody may use it" in figure.text() or "licences.example/free" in figure.text()


def test_a_site_without_pictures_does_not_load_what_makes_them() -> None:
    script = (
        "import sys; from pathlib import Path; from builder.build import build\n"
        "from builder.project import Project\n"
        "assert build(Project(Path())).is_good\n"
        "print([name for name in sys.modules if name.startswith('PIL.')])"
    )

    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout == "['PIL._version']\n"
