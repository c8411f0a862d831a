"""Every segment of a stored source is told by some record or block, and none is invented."""

from collections.abc import Iterator

from builder.content.content import Content
from builder.content.model import Agreement, Article, Event, Quote, Source
from builder.content.source import KeyPath
from builder.content.suggestions import nearest
from builder.problems import Place, Problem

_COVERING = {model.kind_name for model in (Quote, Agreement, Event, Article)}


def check(content: Content) -> Iterator[Problem]:
    """Segments that nothing covers or two sources have, and `covers:` that name no segment.

    Where a record could not be read, nobody can say what it covers or which segments it has.
    """
    unread = {kind for kind, _ in content.unreadable}
    known: dict[str, Source] = {}
    for source in content.sources.values():
        for segment in source.stored.segments if source.stored else ():
            if (other := known.setdefault(segment, source)) is not source:
                values = {"segment": segment, "source": other.id}
                yield Problem("duplicate-segment", _place(content, source, segment), values)
    covered: set[str] = set()
    for segment, file, path in _covers(content):
        covered.add(segment)
        if segment not in known and Source.kind_name not in unread:
            values = {"segment": segment, **nearest(segment, known)}
            yield Problem("unknown-segment", content.place(file, path), values)
    if content.visit is None or unread & _COVERING:
        return
    for segment, source in known.items():
        if segment not in covered:
            yield Problem(
                "uncovered-segment", _place(content, source, segment), {"segment": segment}
            )


def _place(content: Content, source: Source, segment: str) -> Place:
    return content.place(source.file, ("stored", "segments", segment), key=True)


def _covers(content: Content) -> Iterator[tuple[str, str, KeyPath]]:
    """Each segment that is said to be told: its id, and where that is said."""
    for file, path, record in content.documents():
        if isinstance(record, Quote | Agreement | Event):
            for number, segment in enumerate(record.covers):
                yield segment, file, (*path, "covers", number)
    if content.visit:
        for number, segment in enumerate(content.visit.covers):
            yield segment, content.visit.file, ("covers", number)
    for article in content.articles.values():
        for block, segments in article.covers.items():
            for number, segment in enumerate(segments):
                yield segment, article.file, ("covers", block, number)
