"""Share images: their size, what stands on them, that it fits, and that it is always the same."""

import hashlib
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.cache import FOLDER, Cache
from builder.content.load import load
from builder.project import Project
from builder.site.assets import Assets, read_assets
from builder.site.drawing import MARGIN, Fonts, drawn
from builder.site.share_images import FONTS, HEIGHT, WIDTH, ShareImages
from builder.site.views.cards import LONGEST_ALT, Card, Cards, Mark
from tests.small_site import said, small_site

ROOT = Path(__file__).parent.parent.parent
SIZE = (WIDTH, HEIGHT)
QUOTE = Card(
    site="Шағын сапар",
    heading="Достық",
    words="«Біз екі елдің 25 жылдық достығын бағалаймыз»",
    name="Қонақтың аты",
    detail="төл сөз",
    mark=Mark.GUEST,
    is_rtl=False,
)
HOME = replace(QUOTE, heading="", words="Шағын сапар", mark=Mark.BOTH)
LONG = " ".join(f"Ұзын сөйлемнің {number}-сөзі," for number in range(200))
ENDLESS = "Ә" * 900


@cache
def assets() -> Assets:
    return read_assets((ROOT / "static",))


@cache
def fonts() -> Fonts:
    return Fonts(**{use: assets().bodies[assets().paths[file]] for use, file in FONTS.items()})


def image(card: Card) -> Image.Image:
    return Image.open(BytesIO(drawn(card, SIZE, fonts()))).convert("RGB")


def saying(card: Card, field: str, text: str) -> Card:
    """The card with one of its texts exchanged."""
    values = {**{name: getattr(card, name) for name in Card.__struct_fields__}, field: text}
    return Card(**values)


def difference(one: Card, other: Card) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(image(one), image(other)).getbbox()


@cache
def built(*, with_images: bool = True) -> Built:
    return build(Project(ROOT, share_images=with_images))


@pytest.mark.parametrize("card", [QUOTE, HOME, replace(QUOTE, words=LONG)])
def test_an_image_has_the_size_that_networks_ask_for_and_weighs_little(card: Card) -> None:
    body = drawn(card, SIZE, fonts())

    assert Image.open(BytesIO(body)).size == (1200, 630)
    assert len(body) < 60_000


@pytest.mark.parametrize("field", ["site", "heading", "words", "name", "detail"])
@pytest.mark.parametrize("text", ["Ү", LONG, ENDLESS, "ÄÇ ŪĪ [№ 25] «…» gjpqyӨ"])
@pytest.mark.parametrize("is_rtl", [False, True])
def test_every_text_is_drawn_and_keeps_to_the_margin(
    field: str, text: str, *, is_rtl: bool
) -> None:
    card = replace(QUOTE, is_rtl=is_rtl)

    box = difference(saying(card, field, text), saying(card, field, " "))

    assert box is not None
    left, top, right, bottom = box
    assert left >= MARGIN - 6  # a letter may lean out a little
    assert top >= MARGIN - 6
    assert right <= WIDTH - MARGIN + 6
    assert bottom <= HEIGHT - MARGIN + 12  # below the line go tails only


@pytest.mark.parametrize("field", ["words", "name", "detail"])
@pytest.mark.parametrize("text", ["Ү", LONG, ENDLESS])
def test_on_the_home_card_no_text_runs_into_the_suns(field: str, text: str) -> None:
    box = difference(saying(HOME, field, text), saying(HOME, field, " "))

    assert box is not None
    assert box[0] >= MARGIN - 6
    assert box[2] <= WIDTH - 520 - MARGIN + 6
    assert box[3] <= HEIGHT - MARGIN + 12


def test_the_words_stand_clear_of_what_is_above_and_below() -> None:
    box = difference(replace(QUOTE, words=LONG), replace(QUOTE, words=" "))
    above = difference(QUOTE, replace(QUOTE, heading=" "))
    below = difference(QUOTE, replace(QUOTE, name=" "))

    assert box is not None
    assert above is not None
    assert below is not None
    assert above[3] < box[1]
    assert box[3] < below[1]


def test_no_quote_or_title_of_the_real_site_is_cut_off() -> None:
    content = load(ROOT).content
    assert content is not None
    texts = [text for quote in content.quotes.values() for text in quote.text.values()]
    texts += [text for a in content.agreements.values() for text in a.title.values()]

    for text in texts:
        full = replace(QUOTE, words=f"«{text}»")
        assert difference(full, replace(full, words=f"«{text[:-2]}»")), text


def test_every_letter_of_both_alphabets_is_in_the_fonts() -> None:
    content = load(ROOT).content
    assert content is not None
    for language in content.languages:
        for letter in (*language.alphabet, *"".join(language.alphabet).lower()):
            assert all(fonts().has(use, letter) for use in FONTS)


def test_what_the_fonts_lack_leaves_a_mark_of_omission() -> None:
    assert fonts().drawable("words", "The word 貿易 was used") == "The word … was used"


def test_no_line_begins_with_a_dash() -> None:
    assert fonts().drawable("words", "one – two") == "one\u00a0– two"


def test_the_speakers_sun_stands_beside_the_name() -> None:
    boxes = [difference(replace(QUOTE, mark=mark), QUOTE) for mark in (Mark.HOST, Mark.BOTH)]

    assert all(box and box[1] > HEIGHT / 2 and box[2] < MARGIN + 70 for box in boxes)


def test_the_colours_are_those_of_the_site() -> None:
    code = "".join(
        (ROOT / "builder" / "site" / name).read_text() for name in ("drawing.py", "suns.py")
    )
    shapes = (ROOT / "static").rglob("*.svg")
    known = "".join(
        path.read_text() for path in (*shapes, ROOT / "static" / "css" / "tokens.css")
    ).lower()
    colours = {word.strip('",') for word in code.split() if word.startswith('"#')}

    assert len(colours) == 8
    assert {colour for colour in colours if colour not in known} == set()


def test_another_process_draws_the_same_bytes() -> None:
    script = (
        "import hashlib\n"
        "from tests.site.test_share_images import *\n"
        "for card in (HOME, QUOTE, replace(QUOTE, words=LONG)):\n"
        "    print(hashlib.sha256(drawn(card, SIZE, fonts())).hexdigest())\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    drawn_here = [drawn(card, SIZE, fonts()) for card in (HOME, QUOTE, replace(QUOTE, words=LONG))]
    assert run.stdout.split() == [hashlib.sha256(body).hexdigest() for body in drawn_here]


def test_what_goes_in_decides_where_an_image_is() -> None:
    cards: Cards = {(None, "kk"): QUOTE, (None, "en"): replace(QUOTE, detail="төлеу сөз")}
    other_fonts = {name: assets().bodies[assets().paths[name]] for name in FONTS.values()}
    other_fonts[FONTS["words"]] = other_fonts[FONTS["detail"]]

    paths = [path for path, _ in ShareImages(assets()).bodies(cards, Cache())]
    others = [path for path, _ in ShareImages(Assets(other_fonts)).bodies(cards, Cache())]

    assert len({*paths, *others}) == 4


def test_a_kept_image_is_the_one_that_was_drawn(tmp_path: Path) -> None:
    cards: Cards = {(None, "kk"): QUOTE}
    first, second, uncached = (
        dict(ShareImages(assets()).bodies(cards, cache))
        for cache in (Cache(tmp_path), Cache(tmp_path), Cache())
    )

    assert first == second == uncached
    assert len(list(tmp_path.iterdir())) == 1


def test_a_long_alternative_text_is_cut_at_a_word() -> None:
    alt = replace(QUOTE, words=LONG).alt

    assert len(alt) <= LONGEST_ALT + 1
    assert LONG.startswith(alt.removesuffix("…"))
    assert LONG[len(alt) - 1] in " ,"


def test_home_every_quote_and_every_agreement_has_one_in_each_language() -> None:
    content = load(ROOT).content
    assert content is not None
    assert said(built()) == ""
    images = {a.path for a in built().artifacts if a.path.startswith("assets/share/")}
    shared: dict[str, set[str]] = {}
    for artifact in built().artifacts:
        if artifact.page and artifact.page.key:
            view = artifact.page.view
            assert view.share_image
            assert view.share_image.address.removeprefix(content.site.address) in images
            shared.setdefault(artifact.page.key.kind, set()).add(view.share_image.address)

    count = len(content.languages)
    assert len(shared["quote"]) == count * len(content.quotes)
    assert len(shared["agreement"]) == count * len(content.agreements)
    assert shared["home"] == shared["person"] == shared["sources"]
    assert len(shared["home"]) == count
    own = len(shared["quote"]) + len(shared["agreement"]) + count
    assert len(images) == own + 1  # and one for the page on which a reader chooses a language


def test_pages_name_their_image_in_full(tmp_path: Path) -> None:
    small = build(Project(small_site(tmp_path / "site"), share_images=True))
    files = {artifact.path: artifact.body for artifact in small.artifacts}
    head = LexborHTMLParser(files["en/quotes/friendship/index.html"].decode())

    (tag,) = head.css('meta[property="og:image"]')
    (alt,) = head.css('meta[property="og:image:alt"]')

    address = tag.attributes["content"] or ""
    assert address.startswith("https://small.example/visit/assets/share/")
    assert address.removeprefix("https://small.example/visit/") in files
    assert alt.attributes["content"] == (
        "“We value the 25 years of friendship of the two countries” – Guest’s name"
    )


def test_the_build_command_keeps_what_it_made_and_check_writes_nothing(tmp_path: Path) -> None:
    site, cache = small_site(tmp_path / "site"), tmp_path / "site" / FOLDER
    templates = len(list((ROOT / "templates").rglob("*.html")))
    for command, kept in (
        (["check"], 0),
        (["build", "--no-share-images"], templates + 11),
        (["build"], templates + 22),
    ):
        subprocess.run(
            [sys.executable, "-m", "builder", *command, "--site", str(site)], cwd=ROOT, check=True
        )
        assert len(list(cache.glob("*"))) == kept

    images = (site / "public" / "assets" / "share").glob("*.png")
    assert len(list(images)) == 11


def test_without_share_images_none_is_made_or_named() -> None:
    for artifact in built(with_images=False).artifacts:
        assert not artifact.path.startswith("assets/share/")
        assert b"og:image" not in artifact.body
