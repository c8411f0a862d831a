"""A share image drawn: the two suns, the site's name, the words, who said them.

The colours are those of the site's light scheme. No letter stands nearer to
an edge than the margin, so that whoever crops the image a little cuts none off.
"""

from functools import cache, partial
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

from PIL import Image, ImageColor, ImageDraw, ImageFont

from builder.site import suns
from builder.site.lines import Box, fitted
from builder.site.views.cards import Card, Mark

MARGIN = 64

_PAPER, _INK, _QUIET, _LINK = "#fdfbf6", "#1b2530", "#55606b", "#0b5874"
_SHADES = 24  # from one colour to another, at the edge of a letter
_FINER = 4  # shapes are drawn so many times larger, then made smaller: smooth edges

_SIGN, _BESIDE = 56, MARGIN + 56 + 22  # how high a small sun is, and where text begins beside it
_SKIES, _LARGE_SIGN = 520, 400
_LEADING = 1.28
_MARKS = {Mark.GUEST: suns.guest, Mark.HOST: suns.host, Mark.BOTH: suns.both}
_MEASURED = 100  # pixels: a size in which roundings do not show


class _Style(NamedTuple):
    """The font, its largest and smallest size in pixels, and the colour of a text."""

    use: str
    size: int
    least: int
    colour: str


_SITE = _Style("name", 30, 30, _QUIET)
_HEADING = _Style("name", 28, 28, _LINK)
_WORDS = _Style("words", 66, 26, _INK)
_TITLE = _Style("words", 96, 40, _INK)
_NAME = _Style("name", 32, 26, _INK)
_DETAIL = _Style("detail", 25, 25, _QUIET)


class Fonts:
    """The three fonts of a card, in any size.

    Raises:
        OSError: one of them cannot be read; for woff2, Pillow must have come with Brotli, as its
            wheels do.
    """

    def __init__(self, words: bytes, name: bytes, detail: bytes) -> None:
        self._bodies = {"words": words, "name": name, "detail": detail}
        self.of = cache(self._of)
        self.has = cache(self._has)
        for use in self._bodies:
            self.of(use, _MEASURED)

    def _of(self, use: str, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(BytesIO(self._bodies[use]), size)

    def _has(self, use: str, character: str) -> bool:
        """Whether a font has a character: what it lacks is drawn as what no font has."""
        font = self.of(use, _MEASURED)
        return character.isspace() or _drawing(font, character) != _drawing(font, "\uffff")

    def width(self, use: str, text: str) -> float:
        """How wide a text is, in heights of the font."""
        return self.of(use, _MEASURED).getlength(text) / _MEASURED

    def drawable(self, use: str, text: str) -> str:
        """A text with a mark of omission for what the font lacks; no line begins with a dash."""
        runs = groupby(text, key=partial(self.has, use))
        shown = "".join("".join(run) if is_there else "…" for is_there, run in runs)
        return shown.replace(" – ", "\u00a0– ")


def _drawing(font: ImageFont.FreeTypeFont, character: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(character)
    return mask.size, bytes(mask)


def drawn(card: Card, size: tuple[int, int], fonts: Fonts) -> bytes:
    """A card as PNG; the same card and fonts give the same bytes."""
    canvas = _Canvas(size, fonts, is_rtl=card.is_rtl)
    if card.heading:
        _draw_page_of_record(canvas, card)
    else:
        _draw_home(canvas, card)
    saved = BytesIO()
    few = canvas.image.quantize(palette=_palette(), dither=Image.Dither.NONE)
    few.save(saved, "PNG", compress_level=6)
    return saved.getvalue()


@cache
def _palette() -> Image.Image:
    """The colours of a card with the shades between those that meet: a third of the bytes."""
    on_paper = (_INK, _QUIET, _LINK, suns.GUEST_SKY, suns.HOST_SKY, suns.GOLD, suns.RED)
    meeting = (
        *((_PAPER, colour) for colour in on_paper),
        (suns.GUEST_SKY, suns.GOLD),
        (suns.HOST_SKY, suns.RED),
    )
    shades: dict[tuple[int, ...], None] = {}
    for one, other in meeting:
        ends = list(zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True))
        for step in range(_SHADES + 1):
            shades[tuple(a + (b - a) * step // _SHADES for a, b in ends)] = None
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for shade in shades for part in shade])
    return palette


def _draw_page_of_record(canvas: "_Canvas", card: Card) -> None:
    bottom = canvas.height - MARGIN
    canvas.sun(suns.badge, MARGIN, MARGIN, _SIGN)
    canvas.line(card.site, _SITE, _BESIDE, MARGIN + 38)
    canvas.line(card.heading, _HEADING, MARGIN, MARGIN + 106)
    canvas.block(card.words, _WORDS, MARGIN + 120, (canvas.end - MARGIN, bottom - 96))
    canvas.rule(bottom - 84, canvas.end - MARGIN)
    canvas.sun(_MARKS[card.mark], MARGIN, bottom - _SIGN - 2, _SIGN)
    canvas.line(card.name, _NAME, _BESIDE, bottom - (36 if card.detail else 20))
    canvas.line(card.detail, _DETAIL, _BESIDE, bottom - 3)


def _draw_home(canvas: "_Canvas", card: Card) -> None:
    bottom = canvas.height - MARGIN
    canvas.skies(_SKIES)
    room = canvas.end - MARGIN
    canvas.block(card.words, _TITLE, MARGIN, (room, bottom - 170 if card.name else bottom))
    if card.name:
        canvas.rule(bottom - 150, room)
        canvas.block(card.name, _NAME, bottom - 140, (room, bottom - 46))
    canvas.line(card.detail, _DETAIL, MARGIN, bottom - 3)


class _Canvas:
    """The image while it is drawn; `x` counts from the side where the language begins.

    `end` is where text must end, next to the margin.
    """

    def __init__(self, size: tuple[int, int], fonts: Fonts, *, is_rtl: bool) -> None:
        self.image = Image.new("RGB", size, _PAPER)
        self.width, self.height = size
        self.end = self.width - MARGIN
        self._draw = ImageDraw.Draw(self.image)
        self._fonts = fonts
        self._is_rtl = is_rtl

    def line(self, text: str, style: _Style, x: int, baseline: float) -> None:
        """One line, cut off where it would not end in time."""
        box = Box(self.end - x, style.size, 1)
        size, lines = self._fitted(text, style, box)
        self._line(lines[0], style, size, (x, baseline))

    def block(self, text: str, style: _Style, top: int, end: tuple[int, int]) -> None:
        """Lines of even width from the margin, as large as there is room for.

        Args:
            text: what they say.
            style: how they look.
            top: where they may begin.
            end: how wide they may be, and where they must end; they stand in the middle.
        """
        width, bottom = end
        size, lines = self._fitted(text, style, Box(width, bottom - top, _LEADING))
        step = size * _LEADING
        first = (top + bottom - len(lines) * step) / 2 + step * 0.74  # to the first baseline
        for number, line in enumerate(lines):
            self._line(line, style, size, (MARGIN, first + number * step))

    def rule(self, y: int, width: int) -> None:
        """A thin line from the margin."""
        self._fill((MARGIN, y, MARGIN + width, y + 2), _LINK)

    def skies(self, width: int) -> None:
        """The two skies at the far edge, from top to bottom, with the two suns where they meet."""
        left, seam = self.width - width, self.width - width // 2
        self.end = left - MARGIN
        self._fill((left, 0, seam, self.height), suns.GUEST_SKY)
        self._fill((seam, 0, self.width, self.height), suns.HOST_SKY)
        top = (self.height - _LARGE_SIGN) // 2
        self.sun(suns.in_skies, seam - round(_LARGE_SIGN * suns.SEAM), top, _LARGE_SIGN)

    def sun(self, draw: suns.Sun, x: int, y: int, height: int) -> None:
        """A sun, from its corner."""
        width = round(height * (suns.WIDTH if draw in (suns.both, suns.in_skies) else 1))
        drawn = Image.new("RGB", (width * _FINER, height * _FINER), _PAPER)
        draw(ImageDraw.Draw(drawn), height * _FINER)
        left, top, *_ = self._mirrored((x, y, x + width, y + height))
        self.image.paste(drawn.resize((width, height), Image.Resampling.BOX), (left, top))

    def _fitted(self, text: str, style: _Style, box: Box) -> tuple[int, tuple[str, ...]]:
        drawable = self._fonts.drawable(style.use, text)
        sizes = range(style.size, style.least - 1, -2)
        return fitted(drawable, box, sizes, partial(self._fonts.width, style.use))

    def _line(self, text: str, style: _Style, size: int, place: tuple[int, float]) -> None:
        x, baseline = place
        x, anchor = (self.width - x, "rs") if self._is_rtl else (x, "ls")
        font = self._fonts.of(style.use, size)
        self._draw.text((x, round(baseline)), text, style.colour, font, anchor)

    def _fill(self, box: tuple[int, int, int, int], colour: str) -> None:
        self.image.paste(colour, self._mirrored(box))

    def _mirrored(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        left, top, right, bottom = box
        return (self.width - right, top, self.width - left, bottom) if self._is_rtl else box
