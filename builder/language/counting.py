"""Nouns after numbers, for languages in which they do not take the plural there (CLDR-17370)."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from builder.language.faults import Fault


class CountedNouns(Struct, frozen=True, kw_only=True, eq=False):
    """How a language would form the plural that does not stand after its numbers.

    Attributes:
        pattern: a number and a word that may be such a plural, with the groups `noun` (the word),
            `singular`, `plural` (its ending) and `more` (what endings follow).
        is_plural: whether the ending is that of a plural of the singular, or part of the word.
    """

    pattern: re.Pattern[str]
    is_plural: Callable[[str, str], bool]

    def faults(self, text: str) -> Iterator[Fault]:
        """Each noun in the plural after a number; the mend is known where no ending follows."""
        for found in self.pattern.finditer(text):
            singular, plural = found["singular"], found["plural"]
            if self.is_plural(singular.lower(), plural):
                mend = None if found["more"] else singular
                yield Fault("plural-after-number", *found.span("noun"), mend)
