"""What is exported is XLIFF 2.0, and tools of translators open it."""

from pathlib import Path

import pytest
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from tests.exchange.test_round_trip import PAIRS, SITES
from tests.exchange.translator import PREFIX, Translator, target_of
from tests.small_site import small_site

GRAMMAR = Path(__file__).with_name("xliff-core.rng")


def sent(tmp_path: Path) -> Translator:
    translator = Translator(small_site(tmp_path / "site"), "kk", "en")
    translator.receive()
    return translator


def unit(translator: Translator, name: str) -> etree._Element:
    (found,) = [one for one in translator.units() if one.get("name") == name]
    return found


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize(("make", "least"), SITES)
def test_a_file_keeps_the_rules_of_the_core(
    make: object, least: int, source: str, target: str, tmp_path: Path
) -> None:
    assert callable(make)
    translator = Translator(make(tmp_path / "site"), source, target)
    translator.receive()
    root = translator.root()

    etree.RelaxNG(etree.parse(GRAMMAR)).assertValid(root)

    units = list(translator.units())
    assert len(units) > least
    assert len({one.get("id") for one in units}) == len(units)
    assert (root.get("srcLang"), root.get("trgLang")) == (source, target)
    for one in units:
        data = {element.get("id") for element in one.iter("{*}data")}
        for side in one.iter("{*}source", "{*}target"):
            codes = list(side.iter("{*}ph", "{*}pc"))
            ids = [code.get("id") for code in codes]
            assert len(set(ids)) == len(ids)
            refers = {v for c in codes for k, v in c.attrib.items() if k.startswith("dataRef")}
            assert refers <= data


def test_translate_toolkit_opens_it_with_each_text(tmp_path: Path) -> None:
    translator = sent(tmp_path)

    body = translator.file.read_bytes()
    opened = Xliff2File.parsestring(body)  # type: ignore[no-untyped-call]  # it has no types

    by_id = {one.getid(): one for one in opened.units}
    assert len(by_id) == len(list(translator.units()))
    trade = by_id["quote:trade.topic"]
    assert (trade.source, trade.target) == ("Сауда", "Trade")


def test_codes_stand_where_nobody_can_break_them(tmp_path: Path) -> None:
    one = unit(sent(tmp_path), "article:talks/start-1")

    data = [element.text for element in one.iter("{*}data")]
    assert data[:2] == ["[[person:guest|", "]]"]
    assert "[[person:host]]" in data
    assert [side.xpath("string()") for side in one.iter("{*}source", "{*}target")] == [
        "Қонақ пен  келіссөз жүргізді. Бұл туралы хабарда айтылған; жапонша ол 会談 деп аталады.",
        "The guest and  held talks. The report says so; in Japanese they are called 会談.",
    ]


def test_a_placeholder_is_a_code_on_both_sides(tmp_path: Path) -> None:
    one = unit(sent(tmp_path), "strings:strings/search-found")

    (source,), (target,) = (list(side) for side in one.iter("{*}source", "{*}target"))
    assert source.get("disp") == target.get("disp") == "{count}"
    assert source.get("id") == target.get("id")


def test_notes_tell_the_place_the_state_and_the_terms(tmp_path: Path) -> None:
    one = unit(sent(tmp_path), "visit:visit/title")

    notes = {note.get("category"): note.text for note in one.iterfind(".//x:note", PREFIX)}
    stamp = notes.pop("stamp")
    assert stamp
    assert notes == {
        "place": "content/visit.yaml:2:13",
        "state": "unreviewed; kk: unreviewed; en: unreviewed",
        "term": "ресми сапар → official visit / official trip (≠ state visit)",
    }


def test_a_text_without_a_translation_has_no_target(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    quote = site / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8").replace("{kk: Сауда, en: Trade}", "{kk: Сауда}")
    quote.write_text(text, encoding="utf-8")
    translator = Translator(site, "kk", "en")
    translator.receive()

    one = unit(translator, "quote:trade/topic")

    assert one[-1].get("state") == "initial"
    assert [side.tag for side in one[-1]] == [f"{{{PREFIX['x']}}}source"]
    assert target_of(unit(translator, "quote:trade/text")).text
