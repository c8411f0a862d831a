"""The typefaces in static/: what they have, what they weigh, under which name and licence."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from builder.language import LANGUAGES
from builder.site.assets import Assets
from tools.fonts.kerning import kerning
from tools.fonts.typefaces import FAMILIES, REPERTOIRE, Face, Family

STATIC = Path(__file__).parent.parent / "static"
FONTS = STATIC / "fonts"
STYLESHEET = (STATIC / "css" / "fonts.css").read_text(encoding="utf-8")
FACES = [(family, face) for family in FAMILIES for face in family.faces]
FIRST_VIEW = {"sapar-serif-400.woff2", "sapar-serif-700.woff2", "sapar-sans-400.woff2"}

each_face = pytest.mark.parametrize(
    ("family", "face"), FACES, ids=[family.file(face) for family, face in FACES]
)


@dataclass(frozen=True)
class Rule:
    """A rule of the stylesheet: its descriptors, by name."""

    descriptors: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.descriptors[name]

    @property
    def is_for(self) -> tuple[str, str, str]:
        return (self["font-family"].strip('"'), self["font-weight"], self["font-style"])

    @property
    def codes(self) -> set[int]:
        """The code points of its `unicode-range`."""
        found = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", self["unicode-range"])
        return {
            code
            for first, last in found
            for code in range(int(first, 16), int(last or first, 16) + 1)
        }


def rules() -> list[Rule]:
    bodies = re.findall(r"@font-face \{\n(.*?)\}\n", STYLESHEET, re.DOTALL)
    return [Rule(dict(re.findall(r"([a-z-]+): ([^;]+);", body))) for body in bodies]


def rule_of(name: str, face: Face) -> Rule:
    (rule,) = (one for one in rules() if one.is_for == (name, str(face.weight), face.style))
    return rule


def font(family: Family, face: Face) -> Any:  # fontTools has no types
    return TTFont(FONTS / family.file(face))


@each_face
def test_a_file_has_what_its_rule_declares_and_no_more(family: Family, face: Face) -> None:
    rule = rule_of(family.name, face)

    assert rule.codes == set(font(family, face).getBestCmap())
    assert rule["src"] == f'url("../fonts/{family.file(face)}") format("woff2")'
    assert rule["font-display"] == "swap"


@each_face
def test_a_file_draws_every_letter_of_every_language(family: Family, face: Face) -> None:
    opened = font(family, face)
    alphabets = "".join(letter for one in LANGUAGES.values() for letter in one.alphabet)
    letters = set(alphabets + alphabets.lower())

    assert len(letters) == 2 * (42 + 26)
    glyphs = {letter: opened.getBestCmap().get(ord(letter)) for letter in letters}
    assert [letter for letter, glyph in glyphs.items() if glyph is None] == []
    empty = [x for x, glyph in glyphs.items() if not opened["glyf"][glyph].numberOfContours]
    assert empty == []


@each_face
def test_a_file_has_the_whole_repertoire(family: Family, face: Face) -> None:
    assert set(map(ord, REPERTOIRE)) == font(family, face).getBestCmap().keys()


@each_face
def test_a_file_is_of_the_weight_and_style_it_is_declared_as(family: Family, face: Face) -> None:
    opened = font(family, face)

    assert opened["OS/2"].usWeightClass == face.weight
    assert bool(opened["OS/2"].fsSelection & 1) == (face.style == "italic")


@each_face
def test_a_file_bears_our_name_and_tells_its_owner_and_licence(family: Family, face: Face) -> None:
    names = {record.nameID: record.toUnicode() for record in font(family, face)["name"].names}
    reserved = re.findall(r"Reserved Font Name\W+(\w+)", names[0])

    assert reserved == (["Source"] if family.name == "Sapar Serif" else [])
    assert names[1] == family.name
    assert names[4].startswith(family.name)
    assert not any(word in names[number] for word in reserved for number in (1, 3, 4, 6))
    licence = (FONTS / f"LICENSE-{family.slug}.txt").read_text(encoding="utf-8")
    assert licence.startswith(names[0])
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name" in licence
    assert licence.rstrip().endswith("OTHER DEALINGS IN THE FONT SOFTWARE.")


@each_face
def test_letters_that_were_cut_apart_are_kerned_as_those_alike(family: Family, face: Face) -> None:
    between = kerning(font(family, face))

    assert between("Т", ".") == between("T", ".") < 0  # Cyrillic, Latin
    assert between("Ғ", "а") == between("Г", "а") < 0
    assert between("Т", "ө") == between("Т", "о") < 0
    assert between("Т", "а") < 0  # from one file: as it was


def test_the_files_are_light() -> None:
    sizes = {path.name: path.stat().st_size for path in FONTS.glob("*.woff2")}

    assert sizes.keys() == {family.file(face) for family, face in FACES}
    assert sum(sizes.values()) < 100_000
    assert sum(sizes[name] for name in FIRST_VIEW) < 60_000


@each_face
def test_what_stands_in_has_the_lines_of_the_face_it_stands_in_for(
    family: Family, face: Face
) -> None:
    lines, em = font(family, face)["hhea"], font(family, face)["head"].unitsPerEm

    assert len(family.fallbacks) == 2
    for fallback in family.fallbacks:
        rule = rule_of(fallback.name, face)
        size = percent(rule["size-adjust"])
        assert 0.9 < size < 1.2
        assert size * percent(rule["ascent-override"]) == pytest.approx(lines.ascent / em, abs=1e-3)
        assert size * percent(rule["descent-override"]) == pytest.approx(
            -lines.descent / em, abs=1e-3
        )
        assert size * percent(rule["line-gap-override"]) == lines.lineGap / em
        assert all(f'local("{name}' in rule["src"] for name in fallback.local)
        assert "url(" not in rule["src"]


def percent(value: str) -> float:
    return float(value.removesuffix("%")) / 100


def test_the_stylesheet_is_published_with_the_addresses_of_the_published_files() -> None:
    files = {
        path.relative_to(STATIC).as_posix(): path.read_bytes()
        for path in (*FONTS.iterdir(), STATIC / "css" / "fonts.css")
    }
    assets = Assets({**files, "css/main.css": b'@import "fonts.css";\n'})

    published = assets.bodies[assets.paths["css/main.css"]].decode()
    addresses = [f"assets/{one}" for one in re.findall(r'url\("\.\./([^"]+)"\)', published)]

    assert addresses == [assets.paths[f"fonts/{family.file(face)}"] for family, face in FACES]
