"""Which documents a page of the site shows."""

from collections.abc import Iterator

from builder.content.content import Content
from builder.content.model import Agreement, Event, Organisation, Person, Quote, Source, Term
from builder.devserver.desk_texts import CORRECTION, SITE, STRINGS, VISIT, Document, documents
from builder.site.routes import CHOOSER, HOME, NOT_FOUND, PageKey, Routes

_SHOWN = {
    HOME.kind: (VISIT, SITE),
    "quotes": (Quote.kind_name,),
    "agreements": (Agreement.kind_name,),
    "people": (Person.kind_name, Organisation.kind_name),
    "timeline": (Event.kind_name,),
    "sources": (Source.kind_name, CORRECTION),
    "terms": (Term.kind_name,),
}
"""Pages of no single record -> the kinds of document that they show."""


def documents_of_page(content: Content, routes: Routes, path: str) -> tuple[Document, ...]:
    """The documents that a page shows; none where there is no such page.

    Args:
        content: the site.
        routes: its addresses.
        path: the page's path on its host, with or without `index.html`.
    """
    local = path.removeprefix(routes.root).removesuffix(CHOOSER)
    if local in ("", NOT_FOUND) or (path.endswith(f"/{CHOOSER}") and not local):
        return tuple(d for d in documents(content) if d.kind in (SITE, STRINGS))
    known = {of_page.rstrip("/"): key for (key, _), of_page in routes.paths.items()}
    key = known.get(local.rstrip("/"))
    return tuple(_shown_on(content, key)) if key else ()


def _shown_on(content: Content, key: PageKey) -> Iterator[Document]:
    if key.id:
        yield from (d for d in documents(content) if (d.kind, d.id) == (key.kind, key.id))
        return
    kinds = _SHOWN.get(key.kind, (STRINGS,))
    yield from sorted(
        (document for document in documents(content) if document.kind in kinds),
        key=lambda document: kinds.index(document.kind),
    )
