"""Words: text that never forgets its language."""

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
