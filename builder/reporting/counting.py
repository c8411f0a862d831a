"""What there was to check on a site, counted from its content."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from builder.checks.parity import stated
from builder.checks.provenance import compared
from builder.checks.reviews import State, standings
from builder.checks.summary import summary
from builder.checks.waivers import waivers
from builder.content.content import Content
from builder.content.evidence import FOLDER
from builder.content.glossary import glossaries, longest
from builder.content.segments import Segment, segments
from builder.reporting.values import (
    Counted,
    Counts,
    KindTold,
    SourceTold,
    TermsTold,
    WaiverTold,
)


def counted(content: Content, pages: int) -> Counted:
    """Everything that was there to be checked.

    Args:
        content: the site as its readers see it.
        pages: how many pages were rendered.
    """
    return Counted(
        summary=summary(content),
        pages=pages,
        kinds=tuple(_kinds(content)),
        sources=tuple(_sources(content)),
        facts=_facts(content),
        terms=_terms(content),
        waivers=tuple(_waivers(content)),
    )


def _kinds(content: Content) -> Iterator[KindTold]:
    """The kinds of segments, in the order of the site's files."""
    of_kind: dict[str, list[Segment]] = {}
    for segment in segments(content):
        if any(text.text.strip() for text in segment.texts.values()):
            of_kind.setdefault(segment.kind, []).append(segment)
    states: dict[str, Counter[State]] = {}
    for standing in standings(content):
        states.setdefault(standing.segment.kind, Counter())[standing.state] += 1
    for kind, found in of_kind.items():
        own = states.get(kind, Counter())
        yield KindTold(
            kind,
            len(found),
            _by_language(content, ((t.language, 1) for s in found for t in s.texts.values())),
            _by_language(
                content,
                ((t.language, len(t.text.split())) for s in found for t in s.texts.values()),
            ),
            MappingProxyType({state.value: own[state] for state in State}),
        )


def _by_language(content: Content, numbers: Iterable[tuple[str, int]]) -> Counts:
    counts = {language.code: 0 for language in content.languages}
    for code, number in numbers:
        counts[code] += number
    return MappingProxyType(counts)


def _sources(content: Content) -> Iterator[SourceTold]:
    found = Counter((one.text.verbatim, one.stands) for one in compared(content))
    for source in content.sources.values():
        if source.stored:
            stands, does_not = found[source.id, True], found[source.id, False]
            yield SourceTold(
                source.id,
                source.called,
                f"{FOLDER}/{source.stored.file}",
                source.stored.sha256,
                stands + does_not,
                stands,
            )


def _facts(content: Content) -> Mapping[str, Counts]:
    found = stated(content)
    kinds = sorted({kind for _, kind in found})
    codes = [language.code for language in content.languages]
    return MappingProxyType(
        {kind: MappingProxyType({code: found[code, kind] for code in codes}) for kind in kinds}
    )


def _terms(content: Content) -> TermsTold:
    words = glossaries(content)
    uses = (
        (
            text.language,
            sum(1 for hit in longest(words[text.language].all_hits(text.text)) if hit.right),
        )
        for segment in segments(content)
        for text in segment.texts.values()
    )
    return TermsTold(
        len(content.terms),
        sum(1 for term in content.terms.values() if term.enforced),
        _by_language(content, uses),
    )


def _waivers(content: Content) -> Iterator[WaiverTold]:
    for placed in waivers(content):
        waiver, place = placed.waiver, content.place(placed.file, placed.path)
        review = waiver.review.isoformat() if waiver.review else ""
        yield WaiverTold(
            place.file,
            place.line,
            place.column,
            waiver.code,
            placed.segment,
            waiver.reason,
            review,
        )
