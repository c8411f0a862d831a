"""What a report tells, as values: the same content gives the same report."""

from collections.abc import Mapping

from msgspec import Struct

from builder.checks.summary import Summary
from builder.problems import Severity

Texts = Mapping[str, str]
"""Language code -> a text."""

Counts = Mapping[str, int]
"""What was counted -> how many; by language where nothing else is said."""


class SiteTold(Struct, frozen=True):
    """Which site it is; `languages` leads from codes to what each calls itself."""

    name: Texts
    address: str
    languages: Texts
    policy: str


class CodeTold(Struct, frozen=True):
    """A problem that was looked for, and how often it was found."""

    code: str
    errors: int
    warnings: int


class RuleTold(Struct, frozen=True):
    """Problems of one sort: what one rule asks of a site.

    `was_checked` is false where what is judged was not there, as pages that were not rendered.
    """

    rule: str
    was_checked: bool
    codes: tuple[CodeTold, ...]

    @property
    def errors(self) -> int:
        """All errors of this sort."""
        return sum(code.errors for code in self.codes)

    @property
    def warnings(self) -> int:
        """All warnings of this sort."""
        return sum(code.warnings for code in self.codes)


class ProblemTold(Struct, frozen=True):
    """A problem, as `check --format json` has it, and the rule it is against."""

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str
    rule: str


class KindTold(Struct, frozen=True):
    """The segments of one kind.

    Attributes:
        kind: of the records they belong to; also `site`, `visit`, `correction`, `strings`.
        segments: how many there are, a text in several languages being one.
        texts: how many texts they have in each language.
        words: how many words these have.
        states: how many are in each state of review.
    """

    kind: str
    segments: int
    texts: Counts
    words: Counts
    states: Counts


class SourceTold(Struct, frozen=True):
    """A source of which the text is kept.

    `sha256` is the checksum of that text, `verbatim` the number of texts that are said to stand
    in it so, `found` those that do.
    """

    id: str
    name: Texts
    file: str
    sha256: str
    verbatim: int
    found: int


class TermsTold(Struct, frozen=True):
    """The terms of the glossary, those whose use is checked, and how often they stand in texts."""

    terms: int
    enforced: int
    uses: Counts


class WaiverTold(Struct, frozen=True):
    """A finding that stands as it is; `review` is the date to think of it again, if any."""

    file: str
    line: int
    column: int
    code: str
    text: str
    reason: Texts
    review: str


class Counted(Struct, frozen=True):
    """What there was to check.

    `facts` leads from the kinds of what was compared to how often each language states it;
    `pages` is the number of pages that were rendered and judged.
    """

    summary: Summary
    pages: int
    kinds: tuple[KindTold, ...]
    sources: tuple[SourceTold, ...]
    facts: Mapping[str, Counts]
    terms: TermsTold
    waivers: tuple[WaiverTold, ...]


class Report(Struct, frozen=True):
    """What was checked on a site, by which rules, and with which results.

    Attributes:
        sapar: the version of the generator.
        language: the code of the language that the problems are told in.
        is_good: whether the site may be published.
        errors: how many problems stop it.
        warnings: how many more there are.
        site: which site it is; None where it could not be read.
        counted: what there was to check; None where it could not be read.
        rules: what was looked for.
        problems: everything that was found.
    """

    sapar: str
    language: str
    is_good: bool
    errors: int
    warnings: int
    site: SiteTold | None
    counted: Counted | None
    rules: tuple[RuleTold, ...]
    problems: tuple[ProblemTold, ...]
