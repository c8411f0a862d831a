"""Which pages one language's edition has, each with its template and what it shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from msgspec import Struct

from builder.content.content import Content
from builder.content.kinds import Form
from builder.content.model import Agreement, Article, Organisation, Person, Quote
from builder.content.records import Illustrated, Record
from builder.site.routes import HOME, SEARCH, PageKey
from builder.site.search import SearchIndex, search_files
from builder.site.views.agreements import agreement_summary, agreement_view
from builder.site.views.agreements import in_order_of_source as in_order_of_list
from builder.site.views.articles import article_view
from builder.site.views.edition import Edition
from builder.site.views.entries import letters
from builder.site.views.events import timeline
from builder.site.views.people import organisation_summary, organisation_view, person_view
from builder.site.views.person_summary import PersonSummary, in_order_of_visit, person_summary
from builder.site.views.pictures import picture_views
from builder.site.views.quotes import (
    QuoteSummary,
    in_order_of_source,
    quote_summary,
    quote_view,
)
from builder.site.views.sources import data_view, feed_view, source_view, term_view
from builder.site.views.visit import visit_view
from builder.site.views.words import Words

R = TypeVar("R", bound=Record)

DESCRIPTION_LENGTH = 160  # characters that result pages show of a description


class Draft(Struct, frozen=True):
    """A page before it knows its counterparts in other languages."""

    key: PageKey
    template: str
    origin: str
    title: Words
    description: str
    context: Mapping[str, object]


class Speaker(Struct, frozen=True):
    """A person with what they said, on the list of quotes."""

    person: PersonSummary
    direct: tuple[QuoteSummary, ...]
    reported: tuple[QuoteSummary, ...]


Maker: TypeAlias = Callable[[], Draft]


def drafts(
    edition: Edition, indexes: Callable[[], Iterable[SearchIndex]]
) -> Mapping[PageKey, Maker]:
    """Every page of the edition, in a fixed order: home, sections, articles, records.

    Args:
        edition: the edition.
        indexes: gives the search files of all editions, in the order of the languages.
    """
    content = edition.content
    makers: dict[PageKey, Maker] = {HOME: partial(_home, edition)}
    for name, context in _SECTIONS.items():
        makers[PageKey(name)] = partial(_section, edition, name, context)
    makers[SEARCH] = partial(_search, edition, indexes)
    for article in content.articles.values():
        if article.id in content.prose:
            makers[_key(article)] = partial(_article, edition, article)
    for _, of_source in groupby(_quotes(content), key=lambda quote: quote.source):
        for before, quote, after in _neighbours(tuple(of_source)):
            makers[_key(quote)] = partial(_quote, edition, quote, before, after)
    for first, agreement, last in _neighbours(_agreements(content)):
        makers[_key(agreement)] = partial(_agreement, edition, agreement, first, last)
    for person in in_order_of_visit(content):
        makers[_key(person)] = partial(_person, edition, person)
    for body in content.organisations.values():
        makers[_key(body)] = partial(_organisation, edition, body)
    return MappingProxyType(makers)


def _home(edition: Edition) -> Draft:
    content = edition.content
    visit = content.visit
    assert visit is not None  # without a visit nothing is planned
    context = {
        "visit": visit_view(edition, visit),
        "quotes": tuple(quote_summary(edition, q) for q in _opening_words(content)),
        "agreements": tuple(
            agreement_summary(edition, agreement) for agreement in _agreements(content)
        ),
        "sections": {name: edition.page(name) for name in content.site.sections.slugs()},
        "images": picture_views(edition, visit.images),
    }
    title = edition.words(content.site.name)
    description = edition.words(content.site.description).text
    return Draft(HOME, "pages/home.html", visit.file, title, description, context)


def _list_of_quotes(edition: Edition) -> Mapping[str, object]:
    return {"speakers": tuple(_speakers(edition))}


def _register(edition: Edition) -> Mapping[str, object]:
    agreements = _agreements(edition.content)
    return {"agreements": tuple(agreement_summary(edition, a) for a in agreements)}


def _list_of_people(edition: Edition) -> Mapping[str, object]:
    content, key = edition.content, edition.language.sort_key
    bodies = [organisation_summary(edition, body) for body in content.organisations.values()]
    return {
        "people": tuple(person_summary(edition, person) for person in in_order_of_visit(content)),
        "organisations": tuple(sorted(bodies, key=lambda body: key(body.link.label.text))),
    }


def _timeline(edition: Edition) -> Mapping[str, object]:
    return {"timeline": timeline(edition)}


def _list_of_sources(edition: Edition) -> Mapping[str, object]:
    sources = [edition.content.sources[source] for source in edition.source_numbers]
    return {
        "sources": tuple(source_view(edition, source) for source in sources),
        "feed": feed_view(edition),
        "data": data_view(edition),
    }


def _list_of_terms(edition: Edition) -> Mapping[str, object]:
    key = edition.language.sort_key
    terms = [term_view(edition, term) for term in edition.content.terms.values()]
    return {"terms": tuple(sorted(terms, key=lambda term: key(term.term.text)))}


_SECTIONS: Mapping[str, Callable[[Edition], Mapping[str, object]]] = MappingProxyType(
    {
        "quotes": _list_of_quotes,
        "agreements": _register,
        "people": _list_of_people,
        "timeline": _timeline,
        "sources": _list_of_sources,
        "terms": _list_of_terms,
    }
)
"""Section -> what its page shows."""


def _section(
    edition: Edition, name: str, context: Callable[[Edition], Mapping[str, object]]
) -> Draft:
    title = edition.plain(edition.label("section", name))
    description = edition.label("section-description", name)
    origin = edition.content.site.file
    return Draft(PageKey(name), f"pages/{name}.html", origin, title, description, context(edition))


def _search(edition: Edition, indexes: Callable[[], Iterable[SearchIndex]]) -> Draft:
    def context(edition: Edition) -> Mapping[str, object]:
        of_languages = {index.language: index for index in indexes()}
        return {
            "letters": letters(edition.language, of_languages[edition.code].entries),
            "files": search_files(edition, of_languages.values()),
        }

    return _section(edition, SEARCH.kind, context)


def _article(edition: Edition, article: Article) -> Draft:
    view = article_view(edition, article)
    return _draft(edition, article, view.title, view.summary.text, view)


def _quote(edition: Edition, quote: Quote, before: Quote | None, after: Quote | None) -> Draft:
    view = quote_view(edition, quote, before, after)
    opening = _opening(edition.words(quote.text).text)
    return _draft(edition, quote, view.summary.topic.label, opening, view)


def _agreement(
    edition: Edition, agreement: Agreement, before: Agreement | None, after: Agreement | None
) -> Draft:
    view = agreement_view(edition, agreement, before, after)
    title = edition.words(agreement.short_title)
    return _draft(edition, agreement, title, view.summary.title.text, view)


def _person(edition: Edition, person: Person) -> Draft:
    view = person_view(edition, person)
    return _draft(edition, person, view.name, view.office.text, view)


def _organisation(edition: Edition, body: Organisation) -> Draft:
    view = organisation_view(edition, body)
    return _draft(edition, body, view.name, view.kind, view)


def _draft(edition: Edition, record: Record, title: Words, description: str, view: object) -> Draft:
    """The page of a record; its template reads the view under the name of the kind."""
    kind = record.kind_name
    context = {kind: view}
    if isinstance(record, Illustrated):
        context["images"] = picture_views(edition, record.images)
    return Draft(_key(record), f"pages/{kind}.html", record.file, title, description, context)


def _key(record: Record) -> PageKey:
    return PageKey(record.kind_name, record.id)


def _agreements(content: Content) -> tuple[Agreement, ...]:
    return in_order_of_list(tuple(content.agreements.values()))


def _quotes(content: Content) -> tuple[Quote, ...]:
    return in_order_of_source(content, content.quotes.values())


def _neighbours(records: tuple[R, ...]) -> Iterator[tuple[R | None, R, R | None]]:
    """Each record with the ones before and after it."""
    yield from zip((None, *records[:-1]), records, (*records[1:], None), strict=True)


def _opening_words(content: Content) -> tuple[Quote, ...]:
    """The first direct quote of everyone who is quoted so."""
    direct = [quote for quote in _quotes(content) if quote.form is Form.DIRECT]
    return tuple({quote.speaker: quote for quote in reversed(direct)}.values())[::-1]


def _speakers(edition: Edition) -> Iterator[Speaker]:
    """Everyone who is quoted, in the order in which they first speak."""
    said_by: dict[str, list[QuoteSummary]] = {}
    for quote in _quotes(edition.content):
        said_by.setdefault(quote.speaker, []).append(quote_summary(edition, quote))
    for identity, said in said_by.items():
        yield Speaker(
            person_summary(edition, edition.content.people[identity]),
            tuple(quote for quote in said if quote.is_direct),
            tuple(quote for quote in said if not quote.is_direct),
        )


def _opening(text: str) -> str:
    """The beginning of a long text, whole words, as search engines show it."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
