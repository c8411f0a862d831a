"""Kerning between letters that came from different files, which neither file could hold.

A pair that was cut apart takes the kerning of a pair alike in one file: ҒА that of ГА, and Т with
a full stop that of the Latin T with one. What counts of the first of two characters is its right
side, of the second its left side.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from fontTools.otlLib.builder import buildLookup, buildPairPosGlyphs, buildValue
from fontTools.ttLib import TTFont

_MARKS = frozenset(".,:;-\u2010\u2011–—«»“”‘’()!?")
_LEAST = 8  # thousandths of an em: a third of a pixel in a heading of 40
_PAIRS, _EXTENSION = 2, 9  # types of lookups (OpenType, "GPOS")


def _alike(pairs: str) -> dict[str, str]:
    """A table from letters to letters, each with those alike, best first."""
    return {pair[0]: pair[1:] for pair in pairs.split()}


_RIGHT_SIDES = _alike(
    "ҒГT ҚКK ҢНH ҮҰY ӨОO ӘЭO ғгr қкk ңнn үұv өоo әэo"
    " АA ВB ГT ЕE КK МM НH ОO РP СC ТT УY ҰY ХX ЭO аa вo гr еe кk оo рp сc уy ұv хx эo юo"
)
_LEFT_SIDES = _alike(
    "ҒГH ҚКK ҢНH ҮҰY ӨОO ӘЭ ғгn қкn ңнn үұv өоo әэ"
    " АA ВB ГH ЕE КK МM НH ОO РP СC ТT УY ҰY ХX ІI аa еe оo рp сc уy ұv хx"
)


def kerning(font: TTFont) -> Callable[[str, str], int]:
    """A function that says how much further (below 0, nearer) the second of two characters is."""
    glyphs = font.getBestCmap()
    lookups = [list(_subtables(one)) for one in font["GPOS"].table.LookupList.Lookup]

    def of(first: str, second: str) -> int:
        pair = glyphs[ord(first)], glyphs[ord(second)]
        return sum(_value(subtables, *pair) for subtables in lookups)

    return of


def mend(font: TTFont, homes: Mapping[str, int]) -> None:
    """Add to a merged font the kerning it lacks; `homes` has the file of each character."""
    table, glyphs, known = font["GPOS"].table, font.getBestCmap(), kerning(font)
    pairs = {
        (glyphs[ord(first)], glyphs[ord(second)]): (buildValue({"XAdvance": value}), None)
        for (first, second), models in _cut_apart(homes)
        if abs(value := known(*models)) >= _LEAST
    }
    added = buildPairPosGlyphs(pairs, font.getReverseGlyphMap())
    table.LookupList.Lookup.append(buildLookup(added))
    table.LookupList.LookupCount += 1
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            record.Feature.LookupListIndex.append(table.LookupList.LookupCount - 1)
            record.Feature.LookupCount += 1


def _cut_apart(homes: Mapping[str, int]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Each pair of characters from two files, with a pair alike from one."""
    for first, second in product(sorted(homes), repeat=2):
        if homes[first] != homes[second] and _may_meet(first, second):
            models = product(
                first + _RIGHT_SIDES.get(first, ""), second + _LEFT_SIDES.get(second, "")
            )
            alike = next((pair for pair in models if homes[pair[0]] == homes[pair[1]]), None)
            if alike:
                yield (first, second), alike


def _may_meet(first: str, second: str) -> bool:
    """Two Cyrillic letters, or one and a mark of punctuation."""
    return all(one in _MARKS or _is_cyrillic(one) for one in (first, second))


def _is_cyrillic(character: str) -> bool:
    return unicodedata.name(character).startswith("CYRILLIC")


def _subtables(lookup: Any) -> Iterator[Any]:
    for subtable in lookup.SubTable:
        inner = subtable.ExtSubTable if lookup.LookupType == _EXTENSION else subtable
        if inner.LookupType == _PAIRS:
            yield inner


def _value(subtables: Iterable[Any], first: str, second: str) -> int:
    """What a lookup adds between two glyphs: the first of its subtables that knows them says."""
    for one in subtables:
        if first not in one.Coverage.glyphs:
            continue
        if one.Format == 1:
            records = one.PairSet[one.Coverage.glyphs.index(first)].PairValueRecord
            found = next((record for record in records if record.SecondGlyph == second), None)
        else:
            row = one.Class1Record[one.ClassDef1.classDefs.get(first, 0)]
            found = row.Class2Record[one.ClassDef2.classDefs.get(second, 0)]
        if found:
            return getattr(found.Value1, "XAdvance", 0)
    return 0
