"""Words: text that never forgets its language."""

from pathlib import Path

import pytest
from markupsafe import escape
from selectolax.lexbor import LexborHTMLParser

from builder.build import build
from builder.project import Project
from builder.site.views.words import Words
from tests.small_site import small_site


def test_own_words_are_escaped_and_bare() -> None:
    assert escape(Words("a < b & c", "en")) == "a &lt; b &amp; c"


def test_foreign_words_say_their_language() -> None:
    assert (
        escape(Words("сапар <b>", "kk", foreign=True)) == '<span lang="kk">сапар &lt;b&gt;</span>'
    )


def test_a_marked_run_says_its_language_and_is_plain_in_attributes() -> None:
    words = Words("title [[lang:ja|声明 & <b>]] end", "en")

    assert escape(words) == 'title <span lang="ja">声明 &amp; &lt;b&gt;</span> end'
    assert words.text == "title 声明 & <b> end"
    assert words.inner == escape(words)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("in 2017–2018, 18:23–19:18", "in {2017–2018}, {18:23–19:18}"),
        ("2016–2017–2018", "{2016–2017–2018}"),
        ("Сондай-ақ алма-ау, қарым-қатынас", "{Сондай-ақ} {алма-ау}, қарым-қатынас"),
        ("25-ші, 2017-ге, well-to-do", "{25-ші}, {2017-ге}, {well-to-do}"),
        ("Қазақстан–Жапония, ЭКСПО-2017", "Қазақстан–Жапония, {ЭКСПО-2017}"),
        (f"{'а' * 17}-ақ {'声' * 17}-ab", f"{'а' * 17}-ақ {'声' * 17}-ab"),
        (
            '[[lang:de-AT|Jänner 6–9]] "6–9"',
            '<span lang="de-AT">Jänner {6–9}</span> &#34;{6–9}&#34;',
        ),
    ],
)
def test_no_line_ends_within_a_range_or_before_a_short_ending(text: str, shown: str) -> None:
    shown = shown.replace("{", '<span class="whole">').replace("}", "</span>")

    assert escape(Words(text, "kk")).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_prose_is_held_together_in_its_words_and_not_in_its_addresses(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    for code in ("kk", "en"):
        page = site / "content" / "pages" / f"talks.{code}.md"
        page.write_text(
            '[[event:talks|6–9]] in 2016–2017, [7\nmore](https://a.example/x-ab "1–2 x-ab").\n\n'
            + page.read_text(encoding="utf-8"),
            encoding="utf-8",
        )
    made = build(Project(site))

    body = next(a.body for a in made.artifacts if a.path == "en/talks/index.html")
    first = LexborHTMLParser(body.decode()).css("#start-1")[0]
    assert [piece.text() for piece in first.css(".whole")] == ["6–9", "2016–2017"]
    assert "7\N{NO-BREAK SPACE}more" in first.text()
    link = first.css("a[href^=https]")[0].attributes
    assert (link["href"], link["title"]) == ("https://a.example/x-ab", "1–2 x-ab")


@pytest.mark.parametrize("piece", ["a", "ab-cd ", "1", "1–", "ab-", "<", "&"])
def test_a_long_text_of_one_kind_loses_nothing(piece: str) -> None:
    text = piece * 20_000

    shown = str(escape(Words(text, "kk")))
    assert shown.replace('<span class="whole">', "").replace("</span>", "") == escape(text)
