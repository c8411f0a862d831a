"""The ledger as it is written: digests that overlook how a text is set, and lines that are read."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.content.load import load
from builder.content.reviews import DIGITS, Review, digest, ledger_file, parse_review
from tests.small_site import small_site

SPACES = (
    " ",
    "\n",
    "\t",
    "\N{NO-BREAK SPACE}",
    "\N{NARROW NO-BREAK SPACE}",
    "\N{THIN SPACE}",
    "  ",
)
QUOTES = tuple(map(tuple, ("«»", "“”", "„“", '""', "‹›", "‘’", "''", "「」")))

words = st.text(st.characters(categories=("L", "N", "Po"), exclude_characters="'\""), min_size=1)


@st.composite
def set_in_two_ways(draw: st.DrawFn) -> tuple[str, str]:
    """A text with its words between other spaces and quotation marks, and in NFC or NFD."""
    parts = draw(st.lists(st.tuples(words, st.booleans()), min_size=1, max_size=6))
    told = []
    for _ in range(2):
        opening, closing = draw(st.sampled_from(QUOTES))
        text = draw(st.sampled_from(("", *SPACES)))
        for word, is_quoted in parts:
            text += f"{opening}{word}{closing}" if is_quoted else word
            text += draw(st.sampled_from(SPACES))
        told.append(unicodedata.normalize(draw(st.sampled_from(("NFC", "NFD"))), text))
    return told[0], told[1]


@given(set_in_two_ways())
def test_white_space_and_the_style_of_quotation_marks_change_no_digest(
    texts: tuple[str, str],
) -> None:
    one, other = texts

    assert digest(one) == digest(other)


@given(st.text(st.characters(categories=("L", "N"))), st.data())
def test_any_other_letter_changes_the_digest(text: str, data: st.DataObject) -> None:
    assume(text)
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters(categories=("L", "N")))
    changed = text[:place] + letter + text[place + 1 :]
    assume(unicodedata.normalize("NFC", changed) != unicodedata.normalize("NFC", text))

    assert digest(changed) != digest(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Шарт", "шарт"),
        ("7 қараша", "8 қараша"),
        ("a b", "ab"),
        ("well", "we’ll"),
        ("a-b", "a–b"),
        ("Yes.", "Yes"),
    ],
)
def test_letters_case_hyphens_and_stops_are_the_text(one: str, other: str) -> None:
    assert digest(one) != digest(other)


def test_a_digest_is_short_enough_to_be_read() -> None:
    assert len(digest("")) == len(digest("а" * 100_000)) == DIGITS == 20
    assert digest("Сауда") == "c62d73ee8282593db573"  # what is written stays valid


digests = st.text("0123456789abcdef", min_size=DIGITS, max_size=DIGITS)
reviews = st.builds(
    Review,
    st.dictionaries(st.sampled_from(["kk", "en", "ja", "zh-Hant", "qaa"]), digests, min_size=1),
    st.sampled_from(["", "2026", "2026-11", "2026-11-23"]),
    st.sampled_from(["", "A. Editor", "on=2026 by=B.", "Ә. Редактор: бас", "#1"]),
)


@given(reviews)
def test_a_line_is_read_as_it_was_written(review: Review) -> None:
    assert parse_review(str(review)) == review


@pytest.mark.parametrize(
    "line",
    [
        "",
        "reviewed",
        "kk=0123",
        "kk=0123456789abcdef0123 en",
        "kk=0123456789ABCDEF0123",
        "kk=0123456789abcdef0123en=0123456789abcdef0123",
        "on=2026-11-23",
        "kk=0123456789abcdef0123 on=2026-02-30",
        "kk=0123456789abcdef0123 on=yesterday",
        "kk=0123456789abcdef0123 by=A. Editor\non=2026",
    ],
)
def test_a_line_of_another_form_is_none(line: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(line)}$"):
        parse_review(line)


@pytest.mark.parametrize(
    ("file", "ledger"),
    [
        ("site.yaml", "content/reviews/site.yaml"),
        ("content/visit.yaml", "content/reviews/visit.yaml"),
        ("content/quotes/trade.yaml", "content/reviews/quotes/trade.yaml"),
        ("content/pages/talks.yaml", "content/reviews/pages/talks.yaml"),
        ("content/pages/talks.kk.md", "content/reviews/pages/talks.yaml"),
        ("content/strings/en.yaml", "content/reviews/strings.yaml"),
    ],
)
def test_each_file_of_content_has_a_file_of_the_ledger(file: str, ledger: str) -> None:
    assert ledger_file(file) == ledger


def test_the_ledger_is_read_with_the_site(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    ledger = site / "content" / "reviews" / "quotes"
    ledger.mkdir(parents=True)
    line = f"kk={digest('а')} en={digest('b')} on=2026-11-23 by=A. Editor"
    (ledger / "trade.yaml").write_text(f"quote:trade/text: {line}\n", encoding="utf-8")

    loaded = load(site)

    assert loaded.problems == ()
    assert loaded.content is not None
    assert loaded.content.reviews == {
        "content/reviews/quotes/trade.yaml": {"quote:trade/text": parse_review(line)}
    }
