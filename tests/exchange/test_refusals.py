"""What is broken is refused, each text by itself, and the rest is taken."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from builder.exchange import reading
from builder.problems import Problem, ProblemError
from tests.exchange.translator import Change, Translator, bodies, tag, target_of, words
from tests.small_site import small_site

GOOD = {"quote:friendship/topic": "Friendship of both"}


@pytest.fixture
def translator(tmp_path: Path) -> Translator:
    one = Translator(small_site(tmp_path / "site"), "kk", "en")
    one.receive()
    return one


def without_code(target: etree._Element) -> None:
    target.remove(target[0])


def twice_the_code(target: etree._Element) -> None:
    target.append(etree.fromstring(etree.tostring(target[0])))


def another_code(target: etree._Element) -> None:
    target[0].set("id", "99")


def with_text(text: str) -> Change:
    """Puts words before the first code."""

    def change(target: etree._Element) -> None:
        target.text = text

    return change


def swapped(target: etree._Element) -> None:
    """Makes the second code of a text its first."""
    target.insert(0, target[1])


BROKEN = [
    pytest.param("strings:strings/search-found", without_code, "unit-markup", id="no placeholder"),
    pytest.param("strings:strings/search-found", twice_the_code, "unit-markup", id="two of them"),
    pytest.param("strings:strings/search-found", another_code, "unit-code", id="an unknown code"),
    pytest.param("strings:strings/read-on", words("Read {on}"), "unit-signs", id="new placeholder"),
    pytest.param("quote:trade/note", words("A word was used."), "unit-markup", id="no language"),
    pytest.param("quote:trade/topic", words("[[lang:ja|Trade]]"), "unit-signs", id="a mark typed"),
    pytest.param("quote:trade/topic", words("Trade ]]"), "unit-signs", id="half a mark"),
    pytest.param("article:talks/words-1", with_text("*A* guest "), "unit-signs", id="emphasis"),
    pytest.param("article:talks/words-1", with_text("- The guest "), "unit-signs", id="an item"),
    pytest.param("article:talks/words-1", with_text("The <b>guest "), "unit-signs", id="HTML"),
    pytest.param("article:talks/words-1", with_text("# The guest "), "unit-signs", id="a heading"),
    pytest.param("article:talks/subjects-1", without_code, "unit-markup", id="an item lost"),
    pytest.param("article:talks/signed-2", swapped, "unit-markup", id="cells in another order"),
    pytest.param(
        "article:talks/words-1", with_text("The\x96 guest "), "control-character", id="invisible"
    ),
    pytest.param(
        "quote:trade/topic", words("Trade\u2028"), "control-character", id="another line end"
    ),
    pytest.param(
        "visit:visit/title", words("The guest’s state visit"), "term-forbidden", id="term"
    ),
    pytest.param("visit:visit/title", words("The guest’s journey"), "term-missing", id="no term"),
]


@pytest.mark.parametrize(("name", "change", "code"), BROKEN)
def test_a_broken_text_is_refused_and_the_rest_is_taken(
    name: str, change: Change, code: str, translator: Translator
) -> None:
    before = bodies(translator.site)
    translator.change({name: change})
    translator.write(GOOD)

    imported = translator.send_back()

    assert [problem.code for problem in imported.refused] == [code]
    assert imported.names == tuple(GOOD)
    after = bodies(translator.site)
    assert [file for file in after if after[file] != before[file]] == list(imported.written)


def test_a_changed_number_is_refused(translator: Translator) -> None:
    translator.write(
        {"quote:trade/text": "The host side said that trade had reached 1.7 billion tenge.", **GOOD}
    )

    imported = translator.send_back()

    assert {problem.values["segment"] for problem in imported.refused} == {"quote:trade/text"}
    assert imported.names == tuple(GOOD)


def test_a_refusal_stands_at_the_line_of_its_text(translator: Translator) -> None:
    translator.change({"strings:strings/search-found": without_code})

    (problem,) = translator.send_back().refused

    line = translator.file.read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert problem.place.file == translator.file.name
    assert 'name="strings:strings/search-found"' in line


def test_a_text_that_changed_on_the_site_is_not_overwritten(translator: Translator) -> None:
    quote = translator.site / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8").replace("en: Trade}", "en: Commerce}")
    quote.write_text(text, encoding="utf-8")
    translator.write({"quote:trade/topic": "Exchange of goods"})

    (problem,) = translator.send_back().refused

    assert problem.code == "unit-changed"
    assert quote.read_text(encoding="utf-8") == text


def test_a_source_that_changed_on_the_site_or_in_the_file_is_told(translator: Translator) -> None:
    quote = translator.site / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8").replace("{kk: Сауда,", "{kk: Саудалар,")
    quote.write_text(text, encoding="utf-8")
    translator.edit("Ынтымақтастық туралы меморандум<", "Ынтымақтастық туралы қағаз<")
    translator.write({"quote:trade/topic": "Trades", "agreement:memorandum/title": "Memorandum"})

    imported = translator.send_back()

    assert [problem.code for problem in imported.refused] == ["unit-changed"] * 2


def test_what_was_taken_already_is_as_it_was_the_second_time(translator: Translator) -> None:
    translator.write(GOOD)
    translator.send_back()
    before = bodies(translator.site)

    imported = translator.send_back()

    assert (imported.written, imported.refused) == ({}, ())
    assert bodies(translator.site) == before


def test_a_text_the_site_does_not_know_is_told_with_the_nearest(translator: Translator) -> None:
    translator.edit('id="quote:trade.topic"', 'id="quote:trad.topic"')

    (problem,) = translator.send_back().refused

    assert (problem.code, problem.values["suggestion"]) == ("unit-unknown", "quote:trade.topic")


def test_a_text_that_stands_twice_is_taken_once(translator: Translator) -> None:
    translator.write(GOOD)
    root = translator.root()
    (unit,) = root.iterfind(".//{*}unit[@name='quote:friendship/topic']")
    parent = unit.getparent()
    assert parent is not None
    parent.append(etree.fromstring(etree.tostring(unit)))
    translator.save(root)

    imported = translator.send_back()

    assert imported.names == tuple(GOOD)
    assert [problem.code for problem in imported.refused] == ["unit-twice"]


def test_notes_and_segments_of_a_tool_do_no_harm(translator: Translator) -> None:
    """A tool may mark a term and cut a text in two."""
    root = translator.root()
    (unit,) = root.iterfind(".//{*}unit[@name='quote:friendship/topic']")
    target = target_of(unit)
    segment = unit[-1]
    source = segment[0]
    target.text = None
    mark = etree.SubElement(target, tag("mrk"), id="m1", type="term")
    mark.text = "Friendship"
    mark.tail = " "
    first, second = str(source.text)[:3], str(source.text)[3:]
    source.text = first
    more = etree.SubElement(unit, tag("segment"))
    etree.SubElement(more, tag("source")).text = second
    etree.SubElement(more, tag("target")).text = "of both"
    translator.save(root)

    imported = translator.send_back()

    assert imported.names == ("quote:friendship/topic",)
    quote = translator.site / "content" / "quotes" / "friendship.yaml"
    assert "en: Friendship of both" in quote.read_text(encoding="utf-8")


def edited(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


DECLARED = "<?xml version='1.0' encoding='UTF-8'?>"
FILES = [
    pytest.param(
        edited(DECLARED, f'{DECLARED}<!DOCTYPE xliff SYSTEM "file:///etc/passwd">'),
        "xliff-declaration",
        id="a document type",
    ),
    pytest.param(
        edited(DECLARED, f'{DECLARED}<!DOCTYPE xliff [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'),
        "xliff-declaration",
        id="entities",
    ),
    pytest.param(edited("small.example", "other.example"), "xliff-other-site", id="another site"),
    pytest.param(edited('trgLang="en"', 'trgLang="ja"'), "xliff-languages", id="a language"),
    pytest.param(edited('trgLang="en"', 'trgLang="kk"'), "xliff-languages", id="one language"),
    pytest.param(edited('version="2.0"', 'version="1.2"'), "not-xliff", id="an older version"),
    pytest.param(edited("</xliff>", ""), "xml-syntax", id="half a file"),
    pytest.param(edited(">Trade<", ">&trade;<"), "xml-syntax", id="an entity nobody knows"),
    pytest.param(lambda _: "<html/>", "not-xliff", id="something else"),
    pytest.param(lambda _: "", "xml-syntax", id="nothing"),
]


@pytest.mark.parametrize(("change", "code"), FILES)
def test_a_file_that_is_none_of_ours_changes_nothing(
    change: Callable[[str], str], code: str, translator: Translator
) -> None:
    translator.write(GOOD)
    text = translator.file.read_text(encoding="utf-8")
    assert change(text) != text
    translator.file.write_text(change(text), encoding="utf-8")
    before = bodies(translator.site)

    with pytest.raises(ProblemError) as refusal:
        translator.send_back()

    assert [problem.code for problem in refusal.value.problems] == [code]
    assert bodies(translator.site) == before


def refused(path: Path) -> Problem:
    with pytest.raises(ProblemError) as refusal:
        reading.read(path)
    (problem,) = refusal.value.problems
    return problem


def test_a_file_that_cannot_be_read_is_told(
    translator: Translator, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(translator.file.with_name("nothing.xlf")).code == "file-unreadable"
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert refused(translator.file).code == "file-too-large"


def test_a_file_in_another_encoding_is_told(translator: Translator) -> None:
    text = translator.file.read_text(encoding="utf-8").replace("UTF-8", "UTF-16")
    translator.file.write_bytes(text.encode("utf-16"))

    assert refused(translator.file).code == "not-utf-8"
