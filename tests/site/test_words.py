"""Words: text that never forgets its language."""

import pytest
from markupsafe import escape

from builder.site.views.words import Words


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
        ("Сондай-ақ алма-ау, қарым-қатынас", "{Сондай-ақ} {алма-ау}, қарым-қатынас"),
        ("Қазақстан–Жапония, ЭКСПО-2017", "Қазақстан–Жапония, ЭКСПО-2017"),
        (
            '[[lang:de-AT|Jänner 6–9]] "6–9"',
            '<span lang="de-AT">Jänner {6–9}</span> &#34;{6–9}&#34;',
        ),
    ],
)
def test_no_line_ends_within_a_range_or_before_a_short_ending(text: str, shown: str) -> None:
    shown = shown.replace("{", '<span class="whole">').replace("}", "</span>")

    assert escape(Words(text, "kk")).replace("\N{NO-BREAK SPACE}", " ") == shown
