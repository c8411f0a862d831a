from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.invented import INVENTED
from tests.language.invented import LANGUAGES_AND_ONE_MORE as LANGUAGES
from tests.language.tables import items, rows


@pytest.mark.parametrize(("code", "cell", "expected"), rows("lists.tsv"))
def test_a_list_in_running_text(code: str, cell: str, expected: str) -> None:
    assert LANGUAGES[code].join(items(cell)) == expected


def test_separators_stand_between_the_items() -> None:
    assert LANGUAGES["kk"].list_separators(4) == (", ", ", ", " және ")
    assert LANGUAGES["en"].list_separators(2) == (" and ",)
    assert LANGUAGES["en"].list_separators(1) == LANGUAGES["en"].list_separators(0) == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_of_less_than_nothing_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"^a list cannot have -1 items$"):
        LANGUAGES[code].list_separators(-1)


@given(st.lists(st.text()))
def test_items_and_separators_interleave_to_the_list(names: list[str]) -> None:
    separators = INVENTED.list_separators(len(names))

    pairs = zip_longest(names, separators, fillvalue="")
    assert "".join(name + separator for name, separator in pairs) == INVENTED.join(names)


@pytest.mark.parametrize(("code", "text", "expected"), rows("quotes.tsv"))
def test_a_text_in_quotation_marks(code: str, text: str, expected: str) -> None:
    assert LANGUAGES[code].quote(text) == expected


@pytest.mark.parametrize("code", LANGUAGES)
@given(text=st.text(alphabet="аa «»“”‘’‹›"))
def test_a_quotation_opens_once_and_closes_once(code: str, text: str) -> None:
    opening, closing, *_ = LANGUAGES[code].quotation_marks
    quoted = LANGUAGES[code].quote(text)

    assert (quoted[0], quoted[-1]) == (opening, closing)
    assert quoted.count(opening) == quoted.count(closing) == 1
    assert len(quoted) == len(text) + 2
