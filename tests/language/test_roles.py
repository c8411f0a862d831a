"""What names do in a sentence, told by their cases and prepositions."""

import pytest

from builder.language.reading.names import Form, Mention, NameRules, finder
from builder.language.reading.roles import exchanged, is_same_doer


def mention(key: str, role: str = "") -> Mention:
    return Mention(key, 0, 1, is_name=True, is_whole=True, role=role)


@pytest.mark.parametrize(
    ("ones", "others", "expected"),
    [
        (["Japan to", "China from"], ["Japan to", "China from"], None),
        (["Japan to", "China from"], ["China to", "Japan from"], ("Japan", "China")),
        (["Japan to", "China in"], ["China to", "Japan from"], None),
        (["Japan to", "China from"], ["China to", "Japan in", "Japan from"], None),
        (["Japan", "China whom"], ["China", "Japan whom"], ("Japan", "China")),
        (["Japan", "China by"], ["Japan whom", "China"], None),
        (["Japan by", "Japan"], ["China", "Japan whom"], None),
    ],
)
def test_roles_that_are_exchanged(
    ones: list[str], others: list[str], expected: tuple[str, str] | None
) -> None:
    found = exchanged(
        [mention(*one.split()) for one in ones], [mention(*one.split()) for one in others]
    )

    assert (found and tuple(name.key for name in found)) == expected


@pytest.mark.parametrize(
    ("ones", "others", "expected"),
    [
        (["Japan", "China whom"], ["China by", "Japan whom"], False),
        (["Japan", "China whom"], ["Japan by", "China"], True),
        (["China whom", "Japan"], ["Japan", "China"], True),
        (["China whom", "Japan"], ["China", "Japan"], False),
        (["Japan", "China"], ["Japan", "China"], False),
    ],
)
def test_who_does_it_in_both_texts(ones: list[str], others: list[str], *, expected: bool) -> None:
    found = is_same_doer(
        [mention(*one.split()) for one in ones], [mention(*one.split()) for one in others]
    )

    assert found is expected


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Will Abe came.", True),
        ("Shinzo Abe came.", False),
        ("They will Abe see.", False),  # a word like a first name, in small letters
        ("Will\nAbe", False),  # items of a list
    ],
)
def test_a_family_name_behind_the_first_name_of_another(text: str, *, is_told: bool) -> None:
    forms = (
        Form("abe", "Abe", first=("Shinzo",)),
        Form("grey", "Grey", first=("Will",)),
    )

    found = finder(forms, NameRules()).mentions(text)

    assert ("?abe" in [name.key for name in found]) is is_told
