import pytest

from tests.language.invented import LANGUAGES_AND_ONE_MORE as LANGUAGES
from tests.language.tables import rows

TABLE = rows("ordinals.tsv")


@pytest.mark.parametrize(("number", "spoken", "kk", "en"), TABLE)
def test_an_ordinal(number: str, spoken: str, kk: str, en: str) -> None:
    """The Kazakh ending is also that of the spoken word, which the table spells out."""
    assert LANGUAGES["kk"].ordinal(int(number)) == kk
    assert LANGUAGES["en"].ordinal(int(number)) == en
    assert spoken.endswith(kk[-2:])


def test_the_table_holds_1_to_200_and_the_round_numbers_to_a_million() -> None:
    numbers = {int(row[0]) for row in TABLE}
    steps = (10, 100, 1000, 10_000, 100_000)

    assert numbers >= set(range(1, 201))
    assert numbers >= {step * n for step in steps for n in range(1, 11)}


@pytest.mark.parametrize(
    ("code", "phrase"),
    [("kk", "6-отырыс"), ("en", "6th отырыс"), ("art-x-sapar", None)],
)
def test_an_ordinal_before_its_noun(code: str, phrase: str | None) -> None:
    language = LANGUAGES[code]

    assert language.ordinal_with(6, "отырыс") == (phrase or f"{language.ordinal(6)} отырыс")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("number", [0, -1])
def test_nothing_is_ordinal_below_one(code: str, number: int) -> None:
    with pytest.raises(ValueError, match=f"^an ordinal number counts from 1, not {number}$"):
        LANGUAGES[code].ordinal(number)
