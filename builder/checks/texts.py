"""What the texts say, and how they are written: the checks that look at segments."""

from builder.checks import lengths, parity, provenance, sentences, terms, writing
from builder.checks.sound import Checks, of_site

TEXTS: Checks = (
    *of_site(provenance.check, lengths.check),
    sentences.check,
    parity.check,
    writing.check,
    terms.check,
)
