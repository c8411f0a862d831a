"""Picture files: what is read of them, and what is refused before it is decoded."""

import random
from io import BytesIO

import pytest
from PIL import Image

from builder.content.pictures import FORMATS, look
from builder.problems import ProblemError
from builder.site.resizing import Resizer
from tests.small_site import SMALL

PHOTOGRAPH = (SMALL / "content" / "images" / "talks-table.jpg").read_bytes()


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    body = BytesIO()
    image.save(body, form, **options)
    return body.getvalue()


def test_a_photograph_taken_sideways_has_the_size_in_which_it_is_seen() -> None:
    with Image.open(BytesIO(PHOTOGRAPH)) as stored:
        assert stored.size == (400, 600)

    picture = look("talks-table.jpg", PHOTOGRAPH)

    assert (picture.width, picture.height, picture.orientation) == (600, 400, 6)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_every_known_format_is_read(form: str, mode: str) -> None:
    if (form, mode) == ("JPEG", "RGBA"):
        mode = "CMYK"  # what else a JPEG may be in
    picture = look("a", saved(Image.new(mode, (30, 20)), form))

    assert (picture.width, picture.height) == (30, 20)
    assert picture.is_transparent == (mode == "RGBA")


def test_a_format_that_is_not_known_is_refused() -> None:
    with pytest.raises(ProblemError) as caught:
        look("a.png", saved(Image.new("RGB", (30, 20)), "TIFF"))

    assert [problem.code for problem in caught.value.problems] == ["picture-format"]


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_a_picture_that_moves_is_refused(form: str) -> None:
    first, second = Image.new("RGB", (30, 20)), Image.new("RGB", (30, 20), "red")

    with pytest.raises(ProblemError) as caught:
        look("a", saved(first, form, save_all=True, append_images=[second]))

    (problem,) = caught.value.problems
    assert (problem.code, problem.values["frames"]) == ("picture-animated", 2)


def test_a_photograph_with_a_preview_in_it_does_not_move() -> None:
    preview = Image.new("RGB", (3, 2))
    body = saved(Image.new("RGB", (30, 20)), "MPO", save_all=True, append_images=[preview])

    assert look("a.jpg", body).width == 30


@pytest.mark.parametrize("name", ["talks-table.jpg", "two-suns.png"])
def test_a_picture_gone_wrong_gives_a_problem_or_a_picture(name: str) -> None:
    body = (SMALL / "content" / "images" / name).read_bytes()
    chance = random.Random(name)  # noqa: S311 (nothing secret)
    outcomes = set()
    for _ in range(100):
        broken = bytearray(body)
        for _ in range(chance.randint(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        del broken[chance.randrange(len(broken) // 2, 2 * len(broken)) :]
        try:
            picture = look(name, bytes(broken))
            outcomes.add("picture" if Resizer(picture).version((30, 20), "webp") else "nothing")
        except ProblemError as error:
            outcomes |= {problem.code for problem in error.problems}

    assert {"picture", "picture-unreadable"} <= outcomes
    assert "nothing" not in outcomes
