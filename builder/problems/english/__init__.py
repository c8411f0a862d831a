"""The sentences in English."""

from builder.problems.catalogue import Catalogue
from builder.problems.english.content import SENTENCES as CONTENT
from builder.problems.english.files import SENTENCES as FILES
from builder.problems.english.pages import SENTENCES as PAGES
from builder.problems.english.verification import SENTENCES as VERIFICATION

CATALOGUE = Catalogue(
    sentences={**FILES, **CONTENT, **PAGES, **VERIFICATION},
    severities={"error": "error", "warning": "warning"},
    hint="hint",
    words={
        "map": "a map (`key: value` lines)",
        "list": "a list (lines that start with `- `)",
        "text": "a text",
        "number": "a whole number",
        "nothing": "nothing",
    },
)
