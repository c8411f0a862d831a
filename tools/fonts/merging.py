"""The files of a face to one font, with the characters that are wanted, under our name."""

from collections.abc import Iterable
from io import BytesIO

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from tools.fonts.kerning import mend
from tools.fonts.typefaces import REPERTOIRE, STAND_INS, Face, Family

_FEATURES = ["kern", "liga", "tnum"]  # the rest is for other languages, or costs more than it gives
_DROPPED = ["BASE", "STAT", "vhea", "vmtx"]  # of vertical lines, and of variable fonts

# Names in a font (OpenType, "name").
_COPYRIGHT, _FAMILY, _STYLE, _ID, _FULL, _VERSION, _POSTSCRIPT = range(7)
_DESCRIPTION, _LICENCE_ADDRESS = 10, 14
_WINDOWS = (3, 1, 0x409)  # platform, encoding and language: what browsers read


def merged(family: Family, face: Face, fonts: Iterable[TTFont]) -> TTFont:
    """One font out of the files of a face.

    Raises:
        SystemExit: none of the files has a character that is wanted.
    """
    left = set(map(ord, REPERTOIRE))
    homes: dict[str, int] = {}
    parts, times = [], []
    for number, font in enumerate(fonts):
        _add_stand_ins(font)
        own = left & font.getBestCmap().keys()
        left -= own
        homes |= {chr(code): number for code in own}
        if own:
            parts.append(_stored(_subset(font, own)))
            times.append(font["head"].modified)
    if left:
        raise SystemExit(f"{family.original} lacks {sorted(map(chr, left))}")
    whole = TTFont(_stored(Merger().merge(parts)), recalcTimestamp=False)
    whole = _subset(whole, map(ord, REPERTOIRE))  # each part brought a glyph for what is missing
    mend(whole, homes)
    whole["head"].created = whole["head"].modified = max(times)
    _name(whole, family, face)
    return whole


def woff2(font: TTFont) -> bytes:
    """The font as it is published."""
    font.flavor = "woff2"
    return _stored(font).getvalue()


def copyright_line(font: TTFont) -> str:
    """Whose the font is, as it says itself."""
    return str(font["name"].getDebugName(_COPYRIGHT))


def version(font: TTFont) -> str:
    """Which version of the original it comes from."""
    return str(font["name"].getDebugName(_VERSION)).partition(";")[0]


def _add_stand_ins(font: TTFont) -> None:
    for table in font["cmap"].tables:
        for character, drawn_as in STAND_INS.items():
            if ord(drawn_as) in table.cmap:
                table.cmap.setdefault(ord(character), table.cmap[ord(drawn_as)])


def _subset(font: TTFont, characters: Iterable[int]) -> TTFont:
    options = Options()
    options.layout_features = _FEATURES
    options.drop_tables += _DROPPED
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def _stored(font: TTFont) -> BytesIO:
    font.recalcTimestamp = False
    stored = BytesIO()
    font.save(stored)
    stored.seek(0)
    return stored


def _name(font: TTFont, family: Family, face: Face) -> None:
    table = font["name"]
    style = face.name
    postscript = f"{family.name}-{style}".replace(" ", "")
    names = {
        _COPYRIGHT: copyright_line(font),
        _FAMILY: family.name,
        _STYLE: style,
        _ID: f"{version(font)};{postscript}",
        _FULL: f"{family.name} {style}",
        _VERSION: version(font),
        _POSTSCRIPT: postscript,
        _DESCRIPTION: f"A modified version of {family.original}: some of its characters.",
        _LICENCE_ADDRESS: "https://openfontlicense.org",
    }
    table.names = []
    for number, text in names.items():
        table.setName(text, number, *_WINDOWS)
