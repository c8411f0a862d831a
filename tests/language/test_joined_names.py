"""Names that a text joins are found, those within the name of a body apart from all others."""

import pytest

from builder.language.en_reading import READING
from builder.language.reading.joined import joined, otherwise
from builder.language.reading.names import Form, Mention, finder

FORMS = (
    *("Kazakhstan", "Japan", "China", "Shinzo Abe", "Commission of Kazakhstan and Japan"),
    *("Ministry of Kazakhstan", "Japan Fund"),
)
NAMES = finder(tuple(Form(name, name) for name in FORMS), READING.standing)


def pairs(text: str) -> list[tuple[Mention, Mention]]:
    return joined(text, NAMES.mentions(text), READING.lists.last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan and Japan met.", [("Kazakhstan", "Japan")]),
        ("Japan, Kazakhstan and Shinzo Abe met.", [("Kazakhstan", "Shinzo Abe")]),
        ("Kazakhstan’s ministers and those of Japan met.", []),
        ("Japan met Kazakhstan.", []),
        ("Japan met Kazakhstan, and China did.", []),
        ("The Commission of Kazakhstan and Japan met.", [("Kazakhstan", "Japan")]),
        (
            "China and the Commission of Kazakhstan and Japan met.",
            [("China", "Commission of Kazakhstan and Japan"), ("Kazakhstan", "Japan")],
        ),
        (
            "The Ministry of Kazakhstan and the Japan Fund met.",
            [("Ministry of Kazakhstan", "Japan Fund")],
        ),
    ],
)
def test_names_are_joined(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.key, other.key) for one, other in pairs(text)] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Kazakhstan and Japan", "Kazakhstan and Japan", None),
        ("Kazakhstan and Japan", "Japan and Kazakhstan", ("Kazakhstan", "Japan")),
        ("Kazakhstan and Japan", "Japan, Kazakhstan", None),
        ("Japan and China", "Japan and Kazakhstan", None),
        ("Kazakhstan and Kazakhstan’s guests", "Kazakhstan and Japan", None),
        (
            "The Commission of Kazakhstan and Japan",
            "Japan and Kazakhstan",
            ("Kazakhstan", "Japan"),
        ),
        (
            "Kazakhstan and Kazakhstan, Japan and Japan",
            "Kazakhstan and Japan",
            ("Kazakhstan", "Japan"),
        ),
    ],
)
def test_what_is_joined_otherwise_is_told(
    one: str, other: str, expected: tuple[str, str] | None
) -> None:
    found = otherwise(pairs(one), pairs(other))

    assert (found and tuple(mention.key for mention in found)) == expected
