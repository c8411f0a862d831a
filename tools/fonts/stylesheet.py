"""The faces as a stylesheet declares them, and what stands in until they are there.

While a face loads, a reader sees a typeface of the machine. So that no line breaks elsewhere when
ours takes its place, the other one is drawn at the size at which a text is as wide (`size-adjust`)
and sits in lines as ours does (`ascent-override` and its kin; CSS Fonts 5, section 9). All four
are worked out from the fonts' own metrics:

    size-adjust     = mean width of our letters / mean width of its letters
    ascent-override = our ascent / size-adjust, for size-adjust scales overrides too

The mean is that of `SAMPLE`, over the characters that both have.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fontTools.ttLib import TTFont

from tools.fonts.typefaces import Face, Fallback, Family

# Letters as often as pages have them, in both languages alike.
SAMPLE = (
    "Қазақстан Республикасының Президенті Жапонияға ресми сапармен барды. Келіссөздер барысында "
    "екі ел арасындағы ынтымақтастықтың жай-күйі мен болашағы, сауда-экономикалық байланыстар "
    "және өңірлік қауіпсіздік мәселелері талқыланды. 2016 жылғы 7 қараша. "
    "The President of Kazakhstan paid an official visit to Japan. The talks were about the state "
    "of cooperation between the two countries and what lies ahead of it, trade and investment, "
    "and the security of the region, as the two sides told the press. 7 November 2016."
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Of a face, in ems: the widths of characters, and the parts of a line."""

    widths: Mapping[str, float]
    ascent: float
    descent: float
    gap: float


def metrics(fonts: Iterable[TTFont]) -> Metrics:
    """What the files of a face say of it; the first speaks for the lines."""
    opened = tuple(fonts)
    em, lines = opened[0]["head"].unitsPerEm, opened[0]["hhea"]
    widths = {
        chr(code): font["hmtx"][glyph][0] / em
        for font in opened
        for code, glyph in font.getBestCmap().items()
    }
    return Metrics(widths, lines.ascent / em, -lines.descent / em, lines.lineGap / em)


def ranges(codes: Iterable[int]) -> str:
    """Code points as `unicode-range` has them."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def face_rule(family: Family, face: Face, codes: Iterable[int]) -> str:
    """The rule of a face of ours."""
    return _rule(
        family.name,
        face,
        {
            "font-display": "swap",
            "src": f'url("../fonts/{family.file(face)}") format("woff2")',
            "unicode-range": ranges(codes),
        },
    )


def fallback_rule(fallback: Fallback, face: Face, ours: Metrics, theirs: Metrics) -> str:
    """The rule of what stands in for a face of ours."""
    size = _width(ours, theirs) / _width(theirs, ours)
    common = face.common.name
    endings = ("", " Regular") if common == "Regular" else (f" {common}",)
    names = (f"{name}{ending}" for name in fallback.local for ending in endings)
    return _rule(
        fallback.name,
        face,
        {
            "src": ", ".join(f'local("{name}")' for name in names),
            "size-adjust": _percent(size),
            "ascent-override": _percent(ours.ascent / size),
            "descent-override": _percent(ours.descent / size),
            "line-gap-override": _percent(ours.gap / size),
        },
    )


def _width(font: Metrics, other: Metrics) -> float:
    return sum(font.widths[one] for one in SAMPLE if one in font.widths and one in other.widths)


def _percent(value: float) -> str:
    return f"{100 * value:.2f}".rstrip("0").rstrip(".") + "%"


def _rule(family: str, face: Face, descriptors: Mapping[str, str]) -> str:
    lines = {
        "font-family": f'"{family}"',
        "font-style": face.style,
        "font-weight": f"{face.weight}",
        **descriptors,
    }
    body = "".join(f"  {name}: {value};\n" for name, value in lines.items())
    return f"@font-face {{\n{body}}}\n"
