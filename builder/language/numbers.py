"""Writing numbers and sums of money by the patterns of a language, never rounding."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

_MINUS = "\N{MINUS SIGN}"
_POWERS = (12, 9, 6)  # of ten, for the words in `NumberPatterns.scales`
_MOST_DECIMALS = 3


class NumberPatterns(Struct, frozen=True, kw_only=True):
    """How one language writes numbers.

    Attributes:
        group: the sign between groups of three digits.
        decimal: the sign before the decimals.
        scales: the words for 10^12, 10^9 and 10^6.
        money: a sum, from `{amount}` and `{currency}`.
        currencies: ISO 4217 codes, each with the word or sign that `money` takes.
    """

    group: str
    decimal: str
    scales: tuple[str, str, str]
    money: str
    currencies: Mapping[str, str]

    def number(self, value: int | Decimal) -> str:
        """Write every digit of the value, and no other.

        Raises:
            ValueError: the value is not finite.
        """
        exact = _finite(value)
        return _signed(exact, self._digits(exact.copy_abs()))

    def large_number(self, value: int | Decimal) -> str:
        """Write the value in millions or more, with at most three decimals.

        A value below a million, or one that this would round, is written out in full.

        Raises:
            ValueError: the value is not finite.
        """
        exact = _finite(value)
        return _signed(exact, self._large(exact.copy_abs()))

    def sum_of_money(self, amount: int | Decimal, currency: str) -> str:
        """Write an amount, as `large_number` does, with its currency (ISO 4217).

        Raises:
            ValueError: the currency is unknown or the amount not finite.
        """
        if currency not in self.currencies:
            known = ", ".join(sorted(self.currencies))
            raise ValueError(f"unknown currency {currency!r}; known are {known}")
        exact = _finite(amount)
        written = self._large(exact.copy_abs())
        return _signed(exact, self.money.format(amount=written, currency=self.currencies[currency]))

    def _large(self, magnitude: Decimal) -> str:
        for power, word in zip(_POWERS, self.scales, strict=True):
            if magnitude >= 10**power:
                share = _divided(magnitude, power)
                _, _, decimals = f"{share:f}".partition(".")
                if len(decimals) <= _MOST_DECIMALS:
                    return f"{self._digits(share)} {word}"
                break
        return self._digits(magnitude)

    def _digits(self, magnitude: Decimal) -> str:
        return f"{magnitude:,f}".translate(str.maketrans(",.", self.group + self.decimal))


def _finite(value: int | Decimal) -> Decimal:
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{value} is not a finite number")
    return exact


def _signed(value: Decimal, written: str) -> str:
    return _MINUS + written if value < 0 else written


def _divided(magnitude: Decimal, power: int) -> Decimal:
    """Divide by a power of ten. By way of text, because decimal arithmetic rounds."""
    shifted = f"{Decimal(f'{magnitude:f}e-{power}'):f}"
    return Decimal(shifted.rstrip("0").rstrip(".") if "." in shifted else shifted)
