"""What a page tells machines it is about: linked data in the terms of schema.org."""

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct

from builder.content.content import Content
from builder.site.drafts import Draft
from builder.site.routes import HOME, RECORDS, Routes
from builder.site.schema_org import (
    Node,
    agreement_node,
    event_node,
    organisation_node,
    person_node,
    quotation,
    reference,
    source_node,
    term_node,
    visit_event,
)
from builder.site.views.edition import Edition
from builder.site.views.words import Link

_WEBSITE = "#website"
_PAGES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("quotes", "agreements", "people", "timeline", "sources", "terms"), "CollectionPage"
        ),
        "person": "ProfilePage",
    }
)
_UNSAFE = "<>&\u2028\u2029"


def script_data(nodes: Iterable[Node]) -> Markup:
    """Nodes as JSON-LD for a `<script>`, which nothing that stands in them can end."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign in _UNSAFE:  # a search for each is quicker than a look at every character
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 (no sign of HTML is left in it)


def linked_data(
    edition: Edition, draft: Draft, languages: tuple[str, ...], breadcrumbs: tuple[Link, ...]
) -> Markup:
    """The linked data of a page of one language.

    Args:
        edition: the edition the page belongs to.
        draft: the page.
        languages: those in which the page is complete.
        breadcrumbs: the pages above it.
    """
    routes, key = edition.routes, draft.key
    address = routes.absolute(key, edition.code)
    website = {"@id": f"{routes.absolute(HOME, edition.code)}{_WEBSITE}"}
    page: Node = {
        "@type": _PAGES.get(key.kind, "WebPage"),
        "@id": address,
        "url": address,
        "name": draft.title.text,
        "description": draft.description,
        "inLanguage": edition.code,
        "isPartOf": website,
    }
    if breadcrumbs:
        page["breadcrumb"] = _trail(routes, breadcrumbs, draft.title.text, address)
    maker = _MAIN.get(key.kind)
    if maker:
        page["mainEntity"] = maker(_Subject(edition, draft, languages))
    return script_data([page, _edition(edition)] if key == HOME else [page])


def whole_site(editions: Iterable[Edition], base: str) -> Markup:
    """The linked data of the page at `base`, which leads into every language."""
    parts = [_edition(edition) for edition in editions]
    site: Node = {
        "@type": "WebSite",
        "@id": f"{base}{_WEBSITE}",
        "url": base,
        "name": [{"@value": part["name"], "@language": part["inLanguage"]} for part in parts],
        "inLanguage": [part["inLanguage"] for part in parts],
        "hasPart": [{"@type": "WebSite", "@id": part["@id"]} for part in parts],
    }
    return script_data([site])


def _edition(edition: Edition) -> Node:
    """The site in one language."""
    home = edition.routes.absolute(HOME, edition.code)
    return {
        "@type": "WebSite",
        "@id": f"{home}{_WEBSITE}",
        "url": home,
        "name": edition.words(edition.content.site.name).text,
        "description": edition.words(edition.content.site.description).text,
        "inLanguage": edition.code,
        "isPartOf": {"@id": f"{edition.routes.base}{_WEBSITE}"},
    }


def _trail(routes: Routes, breadcrumbs: Iterable[Link], name: str, address: str) -> Node:
    steps = [(link.label.text, routes.full(link.href)) for link in breadcrumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": item}
            for position, (name, item) in enumerate((*steps, (name, address)), start=1)
        ],
    }


def _listed(items: Iterable[Node]) -> Node:
    elements = [
        {"@type": "ListItem", "position": position, "item": item}
        for position, item in enumerate(items, start=1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(elements), "itemListElement": elements}


class _Subject(Struct, frozen=True):
    """A page, as the maker of its main entity sees it."""

    edition: Edition
    draft: Draft
    languages: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.draft.key.id

    @property
    def content(self) -> Content:
        return self.edition.content

    def references(self, kind: str, identities: Iterable[str]) -> list[Node]:
        return [reference(self.edition, kind, identity) for identity in identities]


def _visit(page: _Subject) -> Node:
    visit = page.content.visit
    assert visit is not None  # without a visit nothing is planned
    return visit_event(page.edition, visit)


def _article(page: _Subject) -> Node:
    visit, article = page.content.visit, page.content.articles[page.id]
    node: Node = {
        "@type": "Article",
        "@id": f"{page.edition.routes.absolute(page.draft.key, page.edition.code)}#article",
        "headline": page.draft.title.text,
        "description": page.draft.description,
        "inLanguage": page.edition.code,
    }
    if article.sources:
        node["isBasedOn"] = page.references("source", article.sources)
    if visit and visit.article == article.id:
        node["about"] = {"@type": "Event", "@id": page.edition.routes.identity("visit")}
    return node


def _open_data(page: _Subject) -> Node:
    """The records as data, and the sources they rest on."""
    edition = page.edition
    records = edition.routes.full(edition.routes.local(RECORDS))
    return {
        "@type": "Dataset",
        "@id": records,
        "name": edition.label("open-data", "title"),
        "description": edition.label("open-data", "description"),
        "inLanguage": [language.code for language in page.content.languages],
        "distribution": {
            "@type": "DataDownload",
            "contentUrl": records,
            "encodingFormat": "application/json",
        },
        "isBasedOn": [source_node(edition, source) for source in page.content.sources.values()],
    }


def _terms(page: _Subject) -> Node:
    return {
        "@type": "DefinedTermSet",
        "@id": page.edition.routes.identity("term"),
        "name": page.draft.title.text,
        "hasDefinedTerm": [term_node(page.edition, t) for t in page.content.terms.values()],
    }


_MAIN: Mapping[str, Callable[[_Subject], Node]] = MappingProxyType(
    {
        "home": _visit,
        "quotes": lambda page: _listed(page.references("quote", page.content.quotes)),
        "agreements": lambda page: _listed(page.references("agreement", page.content.agreements)),
        "people": lambda page: _listed(page.references("person", page.content.people)),
        "timeline": lambda page: _listed(
            event_node(page.edition, event) for event in page.content.events.values()
        ),
        "sources": _open_data,
        "terms": _terms,
        "quote": lambda page: quotation(page.edition, page.content.quotes[page.id], page.languages),
        "agreement": lambda page: agreement_node(page.edition, page.content.agreements[page.id]),
        "person": lambda page: person_node(page.edition, page.content.people[page.id]),
        "organisation": lambda page: organisation_node(
            page.edition, page.content.organisations[page.id]
        ),
        "article": _article,
    }
)
"""What makes the main entity of each kind of page; a page of another kind has none."""
