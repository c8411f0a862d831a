"""The months in English, for reading and for writing them."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The months in their order, as they stand inside a sentence, but in small letters."""
