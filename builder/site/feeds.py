"""What was corrected and added, one Atom feed a language (RFC 4287)."""

from collections.abc import Iterable, Iterator
from html import escape

from builder.site.artifacts import Artifact
from builder.site.page import Page
from builder.site.views.sources import CorrectionView, FeedView


def feeds(pages: Iterable[Page]) -> Iterator[Artifact]:
    """The feed that each page offers, if any."""
    for page in pages:
        feed = page.context.get("feed")
        if isinstance(feed, FeedView):
            yield Artifact(feed.path, _atom(feed, page.view.canonical or "").encode())


def _atom(feed: FeedView, page: str) -> str:
    """The feed of the changes listed on `page`, a full address."""
    head = (
        f"<id>{escape(feed.address)}</id>",
        f"<title>{escape(feed.title)}</title>",
        f"<updated>{_instant(feed.updated)}</updated>",
        f"<author><name>{escape(feed.site)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(feed.address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
    )
    entries = (line for change in feed.changes for line in _entry(change, page))
    start = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(feed.language)}">'
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', start, *head, *entries, "</feed>")
    return "".join(f"{line}\n" for line in lines)


def _entry(change: CorrectionView, page: str) -> tuple[str, ...]:
    address = escape(f"{page}#{change.id}")
    about = f": {change.record.label.text}" if change.record else ""
    language = escape(change.text.language)
    return (
        "<entry>",
        f"<id>{address}</id>",
        f"<title>{escape(change.kind + about)}</title>",
        f"<updated>{_instant(change.day)}</updated>",
        f'<link rel="alternate" type="text/html" href="{address}"/>',
        f'<content type="text" xml:lang="{language}">{escape(change.text.text)}</content>',
        "</entry>",
    )


def _instant(day: str) -> str:
    """The beginning of a day, since editors write no hours (RFC 3339)."""
    return f"{day}T00:00:00Z"
