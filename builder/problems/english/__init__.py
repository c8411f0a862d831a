"""The sentences in English."""

from builder.problems.catalogue import Catalogue
from builder.problems.english.authoring import SENTENCES as AUTHORING
from builder.problems.english.content import SENTENCES as CONTENT
from builder.problems.english.evidence import SENTENCES as EVIDENCE
from builder.problems.english.exchange import SENTENCES as EXCHANGE
from builder.problems.english.files import SENTENCES as FILES
from builder.problems.english.pages import SENTENCES as PAGES
from builder.problems.english.parity import SENTENCES as PARITY
from builder.problems.english.reviews import SENTENCES as REVIEWS
from builder.problems.english.terms import SENTENCES as TERMS
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
        **PARITY,
        **REVIEWS,
        **TEXTS,
        **TERMS,
        **EXCHANGE,
    },
    severities={"error": "error", "warning": "warning"},
    hint="hint",
    words={
        "map": "a map (`key: value` lines)",
        "list": "a list (`[one, two]`, or lines that start with `- `)",
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
        "counted": "errors: {errors}, warnings: {warnings}",
        "good": "no problems that stop a build",
        "good-so-far": "nothing stops a build; look at the warnings above",
        "published": "{pages} pages in {folder}",
        "file-made": "made {file}; fill in: lines {lines}",
        "fill-in": "Then delete `draft: true`. `make serve` (or `sapar serve`) shows the draft "
        "as soon as nothing is empty; `check` names what is.",
        "site-made": "made {files} files in {folder}; `serve --site {folder}` shows the site",
        "mended": "mended: {times}",
        "would-mend": "could be mended: {times}",
        "serving": "The site    {site}\nThe desk    {desk}\nCtrl-C ends it.",
        "port-taken": "sapar: port {port} is in use\n  hint: choose another port: --port {other}",
        "port-taken-by": "sapar: port {port} is in use by {holder}\n"
        "  hint: end that program, or choose another port: --port {other}",
        "named": "{file}: changed where it names the record ({times})",
        "reported": "the report is in {file}",
        "nothing-exported": "no text is in such a state; nothing was written",
        "exported": "{texts} texts in {file}",
        "imported": "new texts: {texts}; as they were: {same}",
        "approve-all": "Record all texts that are open as reviewed ({texts})?",
        "approved": "texts recorded as reviewed: {texts}",
        "state-ok": "ok",
        "state-missing": "missing",
        "state-stale": "stale",
        "state-unreviewed": "unreviewed",
        "waived": "Waived:",
        "due": "due",
    },
)
