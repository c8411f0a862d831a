"""Which pages one language's edition has, each with its template and what it shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from builder.content.content import Content
from builder.content.kinds import Form
from builder.content.model import Illustrated, Person, Quote, Record
from builder.site.routes import HOME, PageKey
from builder.site.search import SearchIndex, search_files
from builder.site.views.agreements import agreement_summary, agreement_view
from builder.site.views.agreements import in_order_of_source as in_order_of_list
from builder.site.views.articles import article_view
from builder.site.views.edition import Edition
from builder.site.views.entries import letters
from builder.site.views.events import timeline
from builder.site.views.people import (
    PersonSummary,
    organisation_summary,
    organisation_view,
    person_summary,
    person_view,
)
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A page before it knows its counterparts in other languages."""

    key: PageKey
    template: str
    origin: str
    title: Words
    description: str
    context: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person with what they said, on the list of quotes."""

    person: PersonSummary
    direct: tuple[QuoteSummary, ...]
    reported: tuple[QuoteSummary, ...]


def drafts(edition: Edition, indexes: Mapping[str, SearchIndex]) -> Iterator[Draft]:
    """Every page of the edition: home, sections, articles, records.

    Args:
        edition: the edition.
        indexes: language -> the search file of its edition.
    """
    yield _home(edition)
    yield from _sections(edition, indexes)
    for article in edition.content.articles.values():
        if article.id in edition.content.prose:
            view = article_view(edition, article)
            yield _draft(edition, article, "article", view.title, view.summary.text, article=view)
    yield from _records(edition)


def _home(edition: Edition) -> Draft:
    content = edition.content
    visit = content.visit
    assert visit is not None  # without a visit nothing is planned
    context = {
        "visit": visit_view(edition, visit),
        "quotes": tuple(quote_summary(edition, q) for q in _opening_words(content)),
        "agreements": tuple(
            agreement_summary(edition, a)
            for a in in_order_of_list(tuple(content.agreements.values()))
        ),
        "sections": {name: edition.page(name) for name in content.site.sections.slugs()},
        "images": picture_views(edition, visit.images),
    }
    title = edition.words(content.site.name)
    description = edition.words(content.site.description).text
    return Draft(HOME, "pages/home.html", visit.file, title, description, context)


def _sections(edition: Edition, indexes: Mapping[str, SearchIndex]) -> Iterator[Draft]:
    content = edition.content
    agreements = in_order_of_list(tuple(content.agreements.values()))
    people = [person_summary(edition, person) for person in _people(content)]
    bodies = [organisation_summary(edition, body) for body in content.organisations.values()]
    terms = [term_view(edition, term) for term in content.terms.values()]
    sources = [source_view(edition, content.sources[s]) for s in edition.source_numbers]
    key = edition.language.sort_key
    contexts: dict[str, dict[str, object]] = {
        "quotes": {"speakers": tuple(_speakers(edition))},
        "agreements": {"agreements": tuple(agreement_summary(edition, a) for a in agreements)},
        "people": {
            "people": tuple(people),
            "organisations": tuple(sorted(bodies, key=lambda b: key(b.link.label.text))),
        },
        "timeline": {"timeline": timeline(edition)},
        "sources": {
            "sources": tuple(sources),
            "feed": feed_view(edition),
            "data": data_view(edition),
        },
        "terms": {"terms": tuple(sorted(terms, key=lambda term: key(term.term.text)))},
        "search": {
            "letters": letters(edition.language, indexes[edition.code].entries),
            "files": search_files(edition, indexes.values()),
        },
    }
    for name, context in contexts.items():
        title = edition.plain(edition.label("section", name))
        description = edition.label("section-description", name)
        page = PageKey(name)
        yield Draft(page, f"pages/{name}.html", content.site.file, title, description, context)


def _records(edition: Edition) -> Iterator[Draft]:
    content = edition.content
    for _, of_source in groupby(_quotes(content), key=lambda quote: quote.source):
        for before, quote, after in _neighbours(tuple(of_source)):
            quote_page = quote_view(edition, quote, before, after)
            topic = quote_page.summary.topic.label
            opening = _opening(quote_page.summary.text.text)
            yield _draft(edition, quote, "quote", topic, opening, quote=quote_page)
    agreements = in_order_of_list(tuple(content.agreements.values()))
    for agreement_before, agreement, agreement_after in _neighbours(agreements):
        view = agreement_view(edition, agreement, agreement_before, agreement_after)
        title = edition.words(agreement.short_title)
        description = view.summary.title.text
        yield _draft(edition, agreement, "agreement", title, description, agreement=view)
    for person in content.people.values():
        person_page = person_view(edition, person)
        office = person_page.office.text
        yield _draft(edition, person, "person", person_page.name, office, person=person_page)
    for body in content.organisations.values():
        page = organisation_view(edition, body)
        yield _draft(edition, body, "organisation", page.name, page.kind, organisation=page)


def _draft(
    edition: Edition,
    record: Record,
    template: str,
    title: Words,
    description: str,
    **context: object,
) -> Draft:
    """The page of a record."""
    key = PageKey(record.kind_name, record.id)
    if isinstance(record, Illustrated):
        context["images"] = picture_views(edition, record.images)
    return Draft(key, f"pages/{template}.html", record.file, title, description, context)


def _quotes(content: Content) -> tuple[Quote, ...]:
    return in_order_of_source(content, content.quotes.values())


def _neighbours(records: tuple[R, ...]) -> Iterator[tuple[R | None, R, R | None]]:
    """Each record with the ones before and after it."""
    yield from zip((None, *records[:-1]), records, (*records[1:], None), strict=True)


def _opening_words(content: Content) -> tuple[Quote, ...]:
    """The first direct quote of everyone who is quoted so."""
    direct = [quote for quote in _quotes(content) if quote.form is Form.DIRECT]
    return tuple({quote.speaker: quote for quote in reversed(direct)}.values())[::-1]


def _people(content: Content) -> list[Person]:
    """The people of the visit in its order, then all others."""
    first = [*content.visit.people] if content.visit else []
    order = {str(identity): number for number, identity in enumerate(first)}
    return sorted(content.people.values(), key=lambda p: (order.get(p.id, len(order)), p.id))


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
