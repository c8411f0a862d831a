"""What is no missing glyph."""

import pytest

from builder.verify import verify
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.verify.good_site import BASE, artifacts, good_files

STYLESHEET = "assets/css/main.css"
TEXT = "took place in"


def codes(text: str, stylesheet: str | None = None) -> list[str]:
    """The codes of what is told once `text` stands on a page, with another stylesheet if given."""
    files = good_files()
    assert files["en/index.html"].count(TEXT) == 1
    files["en/index.html"] = files["en/index.html"].replace(TEXT, f"{TEXT} {text} ")
    if stylesheet is not None:
        files[STYLESHEET] = stylesheet
    return [p.code for p in verify(artifacts(files), BASE, LANGUAGES_AND_ONE_MORE)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<span lang="ja">東京</span>', id="another-language"),
        pytest.param('<span lang="fr">Sœur</span>', id="another-language-in-the-same-letters"),
        pytest.param("co\u00adope\u00adra\u00adtion", id="soft-hyphens"),
        pytest.param("\u2068Tokyo\u2069", id="marks-of-direction"),
        pytest.param('<abbr aria-label="Tōkyō" title="Tōkyō">T.</abbr>', id="what-is-not-shown"),
    ],
)
def test_what_is_not_set_in_the_typefaces_may_have_any_character(text: str) -> None:
    assert codes(text) == []


def test_a_word_in_foreign_letters_is_told_once_as_foreign() -> None:
    assert codes("東京") == ["foreign-text"]


@pytest.mark.parametrize(
    "stylesheet",
    [
        pytest.param("", id="no-typeface"),
        pytest.param('@font-face { src: local("Arial"); unicode-range: U+41 }', id="local"),
        pytest.param("@font-face { src: url(../images/mark.svg) }", id="no-range"),
    ],
)
def test_typefaces_that_do_not_state_what_they_have_are_not_judged(stylesheet: str) -> None:
    assert codes("Tōkyō") == ["missing-glyph"]
    assert codes("Tōkyō", stylesheet=stylesheet) == []
