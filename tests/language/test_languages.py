from datetime import time
from decimal import Decimal

import pytest

from builder.language import LANGUAGES, PartialDate
from tests.language.invented import INVENTED, LANGUAGES_AND_ONE_MORE


def test_each_language_is_found_under_its_own_code() -> None:
    assert {code: language.code for code, language in LANGUAGES.items()} == {"kk": "kk", "en": "en"}


def test_the_languages_cannot_be_added_to() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        LANGUAGES["xx"] = INVENTED  # type: ignore[index]


def test_languages_name_themselves() -> None:
    told = [(language.name, language.locale, language.direction) for language in LANGUAGES.values()]

    assert told == [("Қазақша", "kk_KZ", "ltr"), ("English", "en_GB", "ltr")]


@pytest.mark.parametrize("code", LANGUAGES_AND_ONE_MORE)
def test_the_data_of_a_language_is_whole(code: str) -> None:
    language = LANGUAGES_AND_ONE_MORE[code]

    assert len(set(language.alphabet)) == len(language.alphabet)
    assert all(len(letter) == 1 and letter.isupper() for letter in language.alphabet)
    assert len(set(language.full_dates.months)) == len(set(language.short_dates.months)) == 12
    assert len(set(language.quotation_marks)) == 4
    assert language.foreign_runs(" ".join((*language.alphabet, language.name))) == ()


def test_a_third_language_is_written_by_its_own_data() -> None:
    """Through the same calls, with nothing of Kazakh or English in the result."""
    first, last = PartialDate(2016, 11, 6), PartialDate(2016, 11, 9)

    assert INVENTED.date(first) == "2016: oka 6"
    assert INVENTED.date(PartialDate(2016, 11)) == "2016: oka"
    assert INVENTED.date(PartialDate(2016)) == "su 2016"
    assert INVENTED.date(first, "short") == "2016/6oka"
    assert INVENTED.date_range(first, last) == "2016: oka 6–9"
    assert INVENTED.date_range(PartialDate(2016, 10, 30), last) == "2016: ota 30 – oka 9"
    assert INVENTED.date_range(PartialDate(2015), PartialDate(2017)) == "su-su 2015–2017"
    assert INVENTED.time_range(time(9), time(10)) == "09:00–10:00"
    assert INVENTED.number(Decimal("-1234.5")) == "−1'234·5"
    assert INVENTED.money(1_500_000_000, "KZT") == "1·5 breT"
    assert INVENTED.ordinal(1) == "1mo"
    assert INVENTED.ordinal(12) == "12ma"
