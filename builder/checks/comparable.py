"""The segments whose texts can be compared: nothing that is told already is told again."""

from collections.abc import Iterator
from functools import lru_cache

from builder.content.content import Content
from builder.content.model import Article
from builder.content.segments import Segment, segments


def comparable(content: Content) -> Iterator[Segment]:
    """All segments but those that are broken, and articles whose languages are built unlike.

    Broken is what could not be read as a whole, and what names a record that is not there. Past
    the first block that has no twin, a block's neighbours are compared with something else.
    """
    return iter(_comparable(content))


@lru_cache(maxsize=2)  # one check after another asks; with drafts and without
def _comparable(content: Content) -> tuple[Segment, ...]:
    unlike = {
        (Article.kind_name, article)
        for article, texts in content.prose.items()
        if len({tuple(block.shape for block in blocks) for blocks in texts.values()}) > 1
    }
    return tuple(
        segment
        for segment in segments(content)
        if (segment.kind, segment.record) not in content.unreadable
        and not ((segment.kind, segment.record) in unlike and _is_block(content, segment))
        and _is_whole(content, segment)
    )


def _is_block(content: Content, segment: Segment) -> bool:
    """Whether a segment of an article is of its prose, and not a field such as its title."""
    texts = content.prose[segment.record].values()
    return any(block.segment == segment.id for blocks in texts for block in blocks)


def _is_whole(content: Content, segment: Segment) -> bool:
    return all(
        identity in content.records.get(kind, {})
        for text in segment.texts.values()
        for kind, identity in text.references
    )
