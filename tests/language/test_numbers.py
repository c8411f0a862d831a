import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language import LANGUAGES, Language
from tests.language.tables import rows

our_language = st.sampled_from(sorted(LANGUAGES)).map(LANGUAGES.__getitem__)
any_number = st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=4)
SCALES = {"": 0, "million": 6, "billion": 9, "trillion": 12} | dict(
    zip(("миллион", "миллиард", "триллион"), (6, 9, 12), strict=True)
)


@pytest.mark.parametrize(("value", "kk", "en"), rows("numbers.tsv"))
def test_a_number_has_every_digit(value: str, kk: str, en: str) -> None:
    assert LANGUAGES["kk"].number(Decimal(value)) == kk
    assert LANGUAGES["en"].number(Decimal(value)) == en


@pytest.mark.parametrize(("value", "kk", "en"), rows("large-numbers.tsv"))
def test_a_large_number_takes_a_word_only_where_that_is_exact(value: str, kk: str, en: str) -> None:
    assert LANGUAGES["kk"].large_number(Decimal(value)) == kk
    assert LANGUAGES["en"].large_number(Decimal(value)) == en


@pytest.mark.parametrize(("amount", "currency", "kk", "en"), rows("money.tsv"))
def test_a_sum_of_money(amount: str, currency: str, kk: str, en: str) -> None:
    assert LANGUAGES["kk"].money(Decimal(amount), currency) == kk
    assert LANGUAGES["en"].money(Decimal(amount), currency) == en


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("currency", ["XXX", "usd", "", "$"])
def test_an_unknown_currency_is_refused_and_the_known_are_named(code: str, currency: str) -> None:
    expected = f"unknown currency {currency!r}; known are EUR, JPY, KZT, USD"

    with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
        LANGUAGES[code].money(Decimal(1), currency)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "sNaN"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_no_number_is_refused(code: str, value: str) -> None:
    language, number = LANGUAGES[code], Decimal(value)

    with pytest.raises(ValueError, match="is not a finite number"):
        language.number(number)
    with pytest.raises(ValueError, match="is not a finite number"):
        language.large_number(number)
    with pytest.raises(ValueError, match="is not a finite number"):
        language.money(number, "USD")


@given(our_language, any_number)
def test_the_digits_of_a_number_survive(language: Language, value: int | Decimal) -> None:
    written = language.number(value)

    assert re.sub(r"\D", "", written) == re.sub(r"\D", "", f"{Decimal(value):f}")
    assert written.startswith("−") is (value < 0)


@given(our_language, any_number | st.integers(1, 9999).map(lambda n: n * 10**8))
def test_a_large_number_keeps_its_value(language: Language, value: int | Decimal) -> None:
    figure, _, word = language.large_number(value).partition(" ")
    decimal = language.numbers.decimal
    plain = figure.replace(language.numbers.group, "").replace(decimal, ".").replace("−", "-")

    assert Decimal(f"{plain}e{SCALES[word]}") == value
