"""The sentences in English."""

from builder.problems.catalogue import Catalogue
from builder.problems.english.authoring import SENTENCES as AUTHORING
from builder.problems.english.content import SENTENCES as CONTENT
from builder.problems.english.evidence import SENTENCES as EVIDENCE
from builder.problems.english.files import SENTENCES as FILES
from builder.problems.english.pages import SENTENCES as PAGES
from builder.problems.english.reviews import SENTENCES as REVIEWS
from builder.problems.english.texts import SENTENCES as TEXTS
from builder.problems.english.verification import SENTENCES as VERIFICATION

CATALOGUE = Catalogue(
    language="en",
    sentences={
        **FILES,
        **CONTENT,
        **PAGES,
        **VERIFICATION,
        **AUTHORING,
        **EVIDENCE,
        **REVIEWS,
        **TEXTS,
    },
    severities={"error": "error", "warning": "warning"},
    hint="hint",
    words={
        "map": "a map (`key: value` lines)",
        "list": "a list (lines that start with `- `)",
        "text": "a text",
        "number": "a whole number",
        "nothing": "nothing",
    },
    blocks={
        "heading": "heading",
        "paragraph": "paragraph",
        "list": "list",
        "quotation": "quotation",
        "table": "table",
        "embed": "embed",
    },
    outcomes={
        "counted": "{errors} errors, {warnings} warnings",
        "good": "no problems that stop a build",
        "published": "{pages} pages in {folder}",
        "file-made": "made {file}; fill in: lines {lines}",
        "fill-in": "Then delete `draft: true`. `make serve` (or `sapar serve`) shows the draft "
        "as soon as nothing is empty; `check` names what is.",
        "site-made": "made {files} files in {folder}; next: cd {folder} && sapar check",
        "named": "{file}: changed where it names the record ({times})",
    },
)
