"""What was meant is guessed where it is near, and not where it would mislead."""

import pytest

from builder.content.suggestions import as_address, as_date, as_id, as_time, nearest


@pytest.mark.parametrize(
    ("wrong", "known", "meant"),
    [
        ("kz", ["en", "kk"], "kk"),
        ("frendship", ["friendship", "trade"], "friendship"),
        ("ru", ["en", "kk"], None),
        ("anything", ["trade"], None),
        ("trade", [], None),
    ],
)
def test_the_nearest_word_is_meant_if_it_is_near(
    wrong: str, known: list[str], meant: str | None
) -> None:
    assert nearest(wrong, known).get("suggestion") == meant


def test_the_order_of_known_words_changes_nothing() -> None:
    assert nearest("ab", ["ac", "bb"]) == nearest("ab", ["bb", "ac"])


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("Trade 2", "trade-2"),
        ("On_the--way.", "on-the-way"),
        ("../x", None),
        ("Сауда", None),
        ("", None),
        (" ", None),
    ],
)
def test_an_id_is_meant_if_its_letters_allow(wrong: str, meant: str | None) -> None:
    assert as_id(wrong).get("suggestion") == meant


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("07.11.2016", "2016-11-07"),
        ("7-11-2016", "2016-11-07"),
        ("2016/11/7", "2016-11-07"),
        ("31.11.2016", None),
        ("11/07/2016", None),  # the month may come first
        ("2016-11-07", None),
        ("soon", None),
    ],
)
def test_a_date_is_meant_if_it_can_be_only_one(wrong: str, meant: str | None) -> None:
    assert as_date(wrong).get("suggestion") == meant


@pytest.mark.parametrize(
    ("wrong", "meant"), [("18.23", "18:23"), ("8:05", "08:05"), ("24:00", None), ("18:60", None)]
)
def test_a_time_is_meant_if_there_is_one(wrong: str, meant: str | None) -> None:
    assert as_time(wrong).get("suggestion") == meant


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("ministry.example/visit", "https://ministry.example/visit"),
        ("ministry.example", "https://ministry.example"),
        ("ministry", None),
        ("report.pdf see there", None),
        ("javascript:go()", None),
    ],
)
def test_an_address_is_meant_if_it_lacks_only_its_beginning(wrong: str, meant: str | None) -> None:
    assert as_address(wrong).get("suggestion") == meant
