"""What comes back as it was sent changes no byte; what was translated changes its own."""

import difflib
import re
import shutil
import unicodedata
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from lxml import etree

from builder.checks.reviews import State
from builder.content.load import load
from builder.content.segments import segments
from tests.exchange.translator import Translator, bodies, content_of, target_of
from tests.language.invented import INVENTED
from tests.small_site import ROOT, small_site, three_languages

PAIRS = [("kk", "en"), ("en", "kk")]
PUT_IN = {"kk": "йцук", "en": "qwert"}
"""A word that means nothing in a language, and is in its letters."""


def real_site(site: Path) -> Path:
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)
    return site


SITES = [
    pytest.param(real_site, 700, id="the real site"),
    pytest.param(small_site, 200, id="the small site"),
]


@pytest.mark.parametrize(("source", "target"), PAIRS)
@pytest.mark.parametrize(("make", "least"), SITES)
def test_what_comes_back_unchanged_changes_no_byte(
    make: object, least: int, source: str, target: str, tmp_path: Path
) -> None:
    assert callable(make)
    site = make(tmp_path / "site")
    before = bodies(site)
    translator = Translator(site, source, target)

    sent = translator.receive()
    imported = translator.send_back()

    assert sent > least
    assert (imported.unchanged, imported.refused, imported.written) == (sent, (), {})
    assert bodies(site) == before


@pytest.mark.parametrize(("source", "target"), [*permutations(["en", "kk", INVENTED.code], 2)])
def test_any_two_of_three_languages_can_be_exchanged(
    source: str, target: str, tmp_path: Path
) -> None:
    site = three_languages(tmp_path / "site")
    before = bodies(site)
    translator = Translator(site, source, target)

    sent = translator.receive()
    imported = translator.send_back()

    assert sent > 200
    assert (imported.unchanged, imported.refused) == (sent, ())
    assert bodies(site) == before


def texts(site: Path, language: str) -> dict[str, str]:
    return {
        segment.name: " ".join(segment.texts[language].text.split())
        for segment in segments(content_of(site))
        if language in segment.texts
    }


def put_in(target: etree._Element, word: str) -> None:
    """Puts a word where the text ends, behind its last code or inside it."""
    children = list(target)
    if not children:
        target.text = f"{target.text} {word}"
    elif children[-1].text and not children[-1].tail:
        children[-1].text += f" {word}"
    else:
        children[-1].tail = f"{children[-1].tail or ''} {word}"


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_each_text_of_the_real_site_can_be_changed_and_nothing_else_is(
    source: str, target: str, tmp_path: Path
) -> None:
    site, word = real_site(tmp_path / "site"), PUT_IN[target]
    before, former = bodies(site), texts(site, target)
    others = texts(site, source)
    translator = Translator(site, source, target)
    sent = translator.receive()
    root = translator.root()
    for unit in root.iter("{*}unit"):
        put_in(target_of(unit), word)
    translator.save(root)

    imported = translator.send_back()

    taken = sum(imported.written.values())
    assert taken + len(imported.refused) == sent
    assert taken > 0.97 * sent  # some end in a figure, which another word makes another one
    assert load(site).problems == ()
    now = texts(site, target)
    assert {name for name in now if now[name] != former[name]} == set(imported.names)
    assert all(now[name].replace(f" {word}", "") == former[name] for name in imported.names)
    assert texts(site, source) == others
    for file, body in bodies(site).items():
        words = re.sub(rf"\s+{word}", "", body.decode()).split()
        assert words == before[file].decode().split(), file


def changed_lines(before: bytes, after: bytes) -> Iterator[str]:
    lines = difflib.unified_diff(
        before.decode().splitlines(), after.decode().splitlines(), lineterm="", n=0
    )
    yield from (line for line in lines if not line.startswith(("---", "+++", "@@")))


ALT = '    alt: {kk: "Үстел үстіндегі алтын және қызыл күн", en: "'

CHANGES = [
    pytest.param(
        "quote:trade/topic",
        "Commerce",
        ["-topic: {kk: Сауда, en: Trade}", "+topic: {kk: Сауда, en: Commerce}"],
        id="a value in braces",
    ),
    pytest.param(
        "quote:trade/topic",
        "Trade, and more: [much]",
        ["-topic: {kk: Сауда, en: Trade}", '+topic: {kk: Сауда, en: "Trade, and more: [much]"}'],
        id="a value that needs quotation marks now",
    ),
    pytest.param(
        "agreement:memorandum/images-1-alt",
        'A golden and a red sun "above" a table',
        [
            f'-{ALT}A golden and a red sun above a table"}}',
            f'+{ALT}A golden and a red sun \\"above\\" a table"}}',
        ],
        id="a value in quotation marks",
    ),
    pytest.param(
        "site:site/description",
        "A small site: made for tests",
        ["-  en: A small site made for tests.", '+  en: "A small site: made for tests"'],
        id="a value on a line of its own",
    ),
    pytest.param(
        "article:talks/subjects",
        "What about it?",
        ["-### What about {#subjects}", "+### What about it? {#subjects}"],
        id="a heading",
    ),
    pytest.param(
        "article:talks/words-3",
        "Both countries want peace.",
        ["-> Both countries wish for peace.", "+> Both countries want peace."],
        id="a quotation",
    ),
]


@pytest.mark.parametrize(("name", "text", "lines"), CHANGES)
def test_a_text_is_written_as_the_one_before_it_was(
    name: str, text: str, lines: list[str], tmp_path: Path
) -> None:
    site = small_site(tmp_path / "site")
    before = bodies(site)
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.write({name: text})

    imported = translator.send_back()

    assert imported.names == (name,)
    (file,) = imported.written
    after = bodies(site)
    assert list(changed_lines(before[file], after[file])) == lines
    assert {**after, file: before[file]} == before


def test_a_folded_block_keeps_its_width_and_a_list_its_signs(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "content" / "quotes" / "trade.yaml"
    text = path.read_text(encoding="utf-8")
    folded = (
        "  en: >-\n    The host side said that trade\n    had reached 1.6 billion tenge.\nnote:"
    )
    path.write_text(
        text.replace(
            "  en: The host side said that trade had reached 1.6 billion tenge.\nnote:", folded
        ),
        encoding="utf-8",
    )
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.write(
        {"quote:trade/text": "The host side said that their trade had reached 1.6 billion tenge."}
    )
    root = translator.root()
    (unit,) = root.iterfind(".//{*}unit[@name='article:talks/subjects-1']")
    target = target_of(unit)
    target.text = "commerce"
    translator.save(root)

    imported = translator.send_back()

    assert sorted(imported.names) == ["article:talks/subjects-1", "quote:trade/text"]
    assert (
        "  en: >-\n    The host side said that their trade had reached 1.6\n    billion tenge.\n"
        in path.read_text(encoding="utf-8")
    )
    prose = (site / "content" / "pages" / "talks.en.md").read_text(encoding="utf-8")
    assert "- commerce\n- friendship\n" in prose


def test_the_ends_of_lines_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "content" / "quotes" / "trade.yaml"
    body = path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig")
    path.write_bytes(body)
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.write({"quote:trade/topic": "Commerce"})

    translator.send_back()

    assert path.read_bytes() == body.replace(b"en: Trade}", b"en: Commerce}")


def test_only_texts_in_the_states_that_are_asked_for_are_sent(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    quote = site / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8").replace("{kk: Сауда, en: Trade}", "{kk: Сауда}")
    quote.write_text(text, encoding="utf-8")
    translator = Translator(site, "kk", "en")

    assert translator.receive(State.MISSING) == 1
    assert [unit.get("name") for unit in translator.units()] == ["quote:trade/topic"]
    assert translator.receive(State.OK) == 0


def test_words_of_a_source_are_not_sent_into_its_language(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    translator = Translator(site, "en", "kk")
    translator.receive()

    names = {unit.get("name") for unit in translator.units()}
    assert "quote:trade/topic" in names
    assert "quote:trade/text" not in names


def test_what_is_missing_gets_a_place_of_its_own(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    quote = site / "content" / "quotes" / "trade.yaml"
    words = site / "content" / "strings" / "en.yaml"
    prose = site / "content" / "pages" / "talks.en.md"
    former = {path: path.read_text(encoding="utf-8") for path in (quote, words, prose)}
    translator = Translator(site, "kk", "en")
    translator.receive()
    translated = {unit.get("name"): target_of(unit) for unit in translator.units()}
    quote.write_text(former[quote].replace(", en: Trade}", "}"), encoding="utf-8")
    words.write_text(
        "".join(x for x in former[words].splitlines(True) if not x.startswith("read-on:")),
        encoding="utf-8",
    )
    prose.unlink()
    translator.receive(State.MISSING)
    root = translator.root()
    for unit in root.iterfind(".//{*}unit"):
        unit[-1].append(translated[unit.get("name")])
    translator.save(root)

    imported = translator.send_back()

    assert imported.refused == ()
    assert quote.read_text(encoding="utf-8") == former[quote]
    assert sorted(words.read_text(encoding="utf-8").splitlines()) == sorted(
        former[words].splitlines()
    )
    assert prose.read_text(encoding="utf-8") == former[prose]


def test_one_block_that_an_article_lacks_has_no_place(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    prose = site / "content" / "pages" / "talks.en.md"
    text = prose.read_text(encoding="utf-8")
    prose.write_text(text.replace("\n> Both countries wish for peace.\n", ""), encoding="utf-8")
    translator = Translator(site, "kk", "en")
    translator.receive(State.MISSING)
    before = bodies(site)
    translator.write({"article:talks/words-3": "Both countries wish for peace."})

    imported = translator.send_back()

    assert [problem.code for problem in imported.refused] == ["unit-no-place"]
    assert bodies(site) == before


def test_letters_that_a_tool_wrote_as_two_characters_are_written_as_one(tmp_path: Path) -> None:
    translator = Translator(small_site(tmp_path / "site"), "en", "kk")
    translator.receive()
    topic = "Елдер арасындағы сауда йй"
    translator.write({"quote:trade/topic": unicodedata.normalize("NFD", topic)})

    assert translator.send_back().names == ("quote:trade/topic",)

    assert topic in (translator.site / "content/quotes/trade.yaml").read_text(encoding="utf-8")
    assert load(translator.site).problems == ()
