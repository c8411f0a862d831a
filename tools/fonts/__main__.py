"""`python -m tools.fonts`: makes static/fonts/ and static/css/fonts.css anew."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

from tools.fonts.merging import copyright_line, merged, version, woff2
from tools.fonts.packages import Unpacked, fetched
from tools.fonts.stylesheet import face_rule, fallback_rule, metrics
from tools.fonts.typefaces import FAMILIES, Family, Package

STATIC = Path(__file__).parent.parent.parent / "static"
FONTS = STATIC / "fonts"
STYLESHEET = STATIC / "css" / "fonts.css"

_INTRODUCTION = """\
/* The faces of the site, and what stands in for each until it is there, at our widths. Made by
   `make fonts`, which says how. `unicode-range` is just what a file has; the build holds every
   text against it. */
"""
_NOTE = """\
{ours} is a modified version of {original}, {version}: some of its characters, in one
file a face, under another name. Its licence is the same.
"""


def main() -> None:
    """Makes every file, once all packages are there."""
    packages = {
        package
        for family in FAMILIES
        for package in (family.package, *(one.package for one in family.fallbacks))
    }
    with tempfile.TemporaryDirectory() as name:
        folders = {
            package: fetched(package, Path(name) / package.digest)
            for package in sorted(packages, key=lambda package: package.name)
        }
        FONTS.mkdir(exist_ok=True)
        rules = [rule for family in FAMILIES for rule in _made(family, folders)]
    STYLESHEET.write_text(_INTRODUCTION + "".join(rules), encoding="utf-8")


def _made(family: Family, folders: Mapping[Package, Unpacked]) -> list[str]:
    """Writes the files of a family; gives its rules."""
    ours, instead = [], []
    source = folders[family.package]
    for face in family.faces:
        font = merged(family, face, source.fonts(face))
        ours.append(face_rule(family, face, font.getBestCmap()))
        for fallback in family.fallbacks:
            theirs = folders[fallback.package].fonts(face.common)
            instead.append(fallback_rule(fallback, face, metrics([font]), metrics(theirs)))
        _write_licence(family, font, source)
        body = woff2(font)
        (FONTS / family.file(face)).write_bytes(body)
        print(f"{family.file(face):<28} {len(body):>6,} bytes")
    return ours + instead


def _write_licence(family: Family, font: TTFont, source: Unpacked) -> None:
    note = _NOTE.format(ours=family.name, original=family.original, version=version(font))
    text = f"{copyright_line(font)}\n\n{note}\n{source.licence()}\n"
    (FONTS / f"LICENSE-{family.slug}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
