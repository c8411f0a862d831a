"""Links that open a page at given words."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from builder.site.text_fragment import text_fragment


def test_a_short_text_is_named_whole_with_its_marks_encoded() -> None:
    address = text_fragment("https://x.example/a", "сауда-экономика, бірге & көп")

    directive = address.removeprefix("https://x.example/a#:~:text=")
    assert not set("-,& ") & set(directive)
    assert unquote(directive) == "сауда-экономика, бірге & көп"


def test_a_long_text_is_named_by_its_first_and_last_words() -> None:
    words = [f"сөз{number}" for number in range(20)]
    address = text_fragment("https://x.example/a#part", " ".join(words))

    start, end = address.removeprefix("https://x.example/a#part:~:text=").split(",")
    assert unquote(start) == " ".join(words[:5])
    assert unquote(end) == " ".join(words[-5:])


def test_the_letter_short_i_stays_whole() -> None:
    assert unquote(text_fragment("https://x.example/", "таи\u0306")).endswith("=тай")


@given(st.text(alphabet="абйқ -,&=#", min_size=1).filter(str.strip))
def test_only_the_comma_between_start_and_end_is_left_bare(text: str) -> None:
    directive = text_fragment("https://x.example/", text).partition(":~:text=")[2]

    assert directive.count(",") == (1 if len(text.split()) > 10 else 0)
