"""How a language sets its texts: quotation marks, dashes, spaces, and nouns after numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from builder.language.faults import Fault

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
_SPACES = re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)")
_SPACED_HYPHEN = re.compile(r"(?<=[^\S\n])(?:-{1,3}|[‒—―−])(?=[^\S\n])|^(?:-|[‒—―])(?=[^\S\n])", re.M)
_LONG_DASH = re.compile(r"(?<=\S)(?:[‒—―]|--)(?=\S)")
_YEARS = re.compile(r"(?<![\w.-])((?:1[89]|20)\d\d)[-‒—](?=(?:1[89]|20)\d\d(?![\w-]))")
_MARK = re.compile("[\"'«»“”„‟‘’‚‛‹›＂]")
_OPENED_BY = frozenset("([{–—-/\ue000")
_BEFORE_OPEN = frozenset("«“„‟‘‚‛‹")
_APOSTROPHE = "’"

FOREIGN = "\ue000"
"""Stands for each character of a run in another language, which has rules of its own."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Typography:
    """The signs of a language, and the words it does not count with.

    Attributes:
        dash: what parts or joins parts of a sentence, with spaces around it.
        counted: a number with a noun after it in a form that nouns do not take after numbers;
            its group `singular` is the noun as it should be, where that can be said.
    """

    dash: str = "–"
    counted: re.Pattern[str] | None = None
    confused: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    telltales: frozenset[str] = frozenset()

    def faults(self, text: str, quotation_marks: tuple[str, str, str, str]) -> Iterator[Fault]:
        """What is wrong in a text whose runs in other languages are `FOREIGN`.

        Args:
            text: the text.
            quotation_marks: outer opening, outer closing, inner opening, inner closing.
        """
        for spaces in _SPACES.finditer(text):
            yield Fault("double-space", *spaces.span(), mend=" ", is_safe=True)
        yield from _quotation_marks(text, quotation_marks)
        yield from self._dashes(text)
        for noun in self.counted.finditer(text) if self.counted else ():
            yield Fault("plural-after-number", *noun.span("noun"), mend=noun["singular"])

    def _dashes(self, text: str) -> Iterator[Fault]:
        for dash in _SPACED_HYPHEN.finditer(text):
            if dash[0] != self.dash:
                yield Fault("wrong-dash", *dash.span(), mend=self.dash, is_safe=True)
        for dash in _LONG_DASH.finditer(text):
            yield Fault("wrong-dash", *dash.span(), mend=f" {self.dash} ")
        for years in _YEARS.finditer(text):
            yield Fault("wrong-dash", years.end() - 1, years.end(), mend="–")
