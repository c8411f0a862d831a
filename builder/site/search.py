"""What the search in the browser reads: one file a language, under a name of its content.

The file holds texts as they stand. All that knows how words are matched is in
`static/js/search.js`, which makes its own lists of words from them.
"""

import json
from collections.abc import Iterable

from msgspec import Struct

from builder.site.assets import hashed
from builder.site.views.edition import Edition
from builder.site.views.entries import Entry, entries

FOLDER = "search"


class SearchIndex(Struct, frozen=True):
    """A language's file: its path below the site's root, and what it holds."""

    language: str
    entries: tuple[Entry, ...]
    path: str
    body: bytes

    def __repr__(self) -> str:
        return f"SearchIndex({self.path!r})"


def search_index(edition: Edition) -> SearchIndex:
    """The search file of an edition: JSON (RFC 8259), the same bytes for the same content.

    It holds columns, which pack better than rows: of each entry the address, the title with
    its language where that is another one, the number of its label, its text, its names in
    other languages and the numbers of the entries it is about.
    """
    found = entries(edition)
    labels = {label: number for number, label in enumerate({e.label: None for e in found})}
    numbers = {entry.link.href: number for number, entry in enumerate(found)}
    titles = [entry.link.label for entry in found]
    data = {
        "labels": list(labels),
        "href": [entry.link.href for entry in found],
        "title": [title.text for title in titles],
        "lang": [title.language if title.missing else "" for title in titles],
        "label": [labels[entry.label] for entry in found],
        "names": [entry.names for entry in found],
        "about": [[numbers[href] for href in entry.about if href in numbers] for entry in found],
        "text": [entry.text for entry in found],
    }
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    path = hashed(f"{FOLDER}/{edition.code}.json", body)
    return SearchIndex(edition.code, found, path, body)


class SearchFileView(Struct, frozen=True):
    """A search file as the search page names it; `label` is the page's word for its language."""

    language: str
    label: str
    is_foreign: bool
    href: str


def search_files(edition: Edition, indexes: Iterable[SearchIndex]) -> tuple[SearchFileView, ...]:
    """The files of all languages, the edition's own first."""
    views = (
        SearchFileView(
            index.language,
            edition.language_name(index.language),
            index.language != edition.code,
            f"{edition.routes.root}{index.path}",
        )
        for index in indexes
    )
    return tuple(sorted(views, key=lambda view: view.is_foreign))
