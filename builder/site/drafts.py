"""Which pages one language's edition has, each with its template and what it shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.content.content import Content
from builder.content.kinds import Form
from builder.content.model import Person, Quote, Record
from builder.site.routes import HOME, PageKey
from builder.site.views.agreements import agreement_summary, agreement_view
from builder.site.views.agreements import in_order_of_source as in_order_of_list
from builder.site.views.articles import article_view
from builder.site.views.edition import Edition
from builder.site.views.events import timeline
from builder.site.views.people import (
    PersonSummary,
    organisation_summary,
    organisation_view,
    person_summary,
    person_view,
)
from builder.site.views.quotes import (
    QuoteSummary,
    in_order_of_source,
    quote_summary,
    quote_view,
)
from builder.site.views.sources import correction_view, source_view, term_view
from builder.site.views.visit import visit_view
from builder.site.views.words import Words

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


def drafts(edition: Edition) -> Iterator[Draft]:
    """Every page of the edition: home, sections, articles, records."""
    yield _home(edition)
    yield from _sections(edition)
    for article in edition.content.articles.values():
        if article.id in edition.content.prose:
            view = article_view(edition, article)
            yield _draft(article, "article", view.title, view.summary.text, article=view)
    yield from _records(edition)


def _home(edition: Edition) -> Draft:
    content = edition.content
    visit = content.visit
    assert visit is not None  # without a visit nothing is planned
    context = {
        "visit": visit_view(edition, visit),
        "quotes": tuple(quote_summary(edition, q) for q in _direct(_quotes(content))),
        "agreements": tuple(
            agreement_summary(edition, a)
            for a in in_order_of_list(tuple(content.agreements.values()))
        ),
        "sections": {name: edition.page(name) for name in content.site.sections.slugs()},
    }
    title = edition.words(content.site.name)
    description = edition.words(content.site.description).text
    return Draft(HOME, "pages/home.html", visit.file, title, description, context)


def _sections(edition: Edition) -> Iterator[Draft]:
    content = edition.content
    agreements = in_order_of_list(tuple(content.agreements.values()))
    people = [person_summary(edition, person) for person in _people(content)]
    bodies = [organisation_summary(edition, body) for body in content.organisations.values()]
    terms = [term_view(edition, term) for term in content.terms.values()]
    sources = [source_view(edition, source) for source in content.sources.values()]
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
            "corrections": tuple(correction_view(edition, c) for c in content.corrections),
        },
        "terms": {"terms": tuple(sorted(terms, key=lambda term: key(term.term.text)))},
    }
    for name, context in contexts.items():
        title = edition.plain(edition.label("section", name))
        description = edition.label("section-description", name)
        page = PageKey(name)
        yield Draft(page, f"pages/{name}.html", content.site.file, title, description, context)


def _records(edition: Edition) -> Iterator[Draft]:
    content = edition.content
    quotes = _quotes(content)
    for number, quote in enumerate(quotes):
        before = quotes[number - 1] if number else None
        after = quotes[number + 1] if number + 1 < len(quotes) else None
        quote_page = quote_view(edition, quote, before, after)
        topic = quote_page.summary.topic.label
        yield _draft(
            quote, "quote", topic, _opening(quote_page.summary.text.text), quote=quote_page
        )
    for agreement in content.agreements.values():
        view = agreement_view(edition, agreement)
        title = edition.words(agreement.short_title)
        description = view.summary.title.text
        yield _draft(agreement, "agreement", title, description, agreement=view)
    for person in content.people.values():
        person_page = person_view(edition, person)
        office = person_page.office.text
        yield _draft(person, "person", person_page.name, office, person=person_page)
    for body in content.organisations.values():
        page = organisation_view(edition, body)
        yield _draft(body, "organisation", page.name, page.kind, organisation=page)


def _draft(
    record: Record, template: str, title: Words, description: str, **context: object
) -> Draft:
    """The page of a record."""
    key = PageKey(record.kind_name, record.id)
    return Draft(key, f"pages/{template}.html", record.file, title, description, context)


def _quotes(content: Content) -> tuple[Quote, ...]:
    return in_order_of_source(tuple(content.quotes.values()))


def _direct(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    return tuple(quote for quote in quotes if quote.form is Form.DIRECT)


def _people(content: Content) -> list[Person]:
    """The people of the visit in its order, then all others."""
    first = [*content.visit.people] if content.visit else []
    order = {str(identity): number for number, identity in enumerate(first)}
    return sorted(content.people.values(), key=lambda p: (order.get(p.id, len(order)), p.id))


def _speakers(edition: Edition) -> Iterator[Speaker]:
    """Everyone who is quoted, in the order in which they first speak."""
    quotes = _quotes(edition.content)
    for identity in dict.fromkeys(quote.speaker for quote in quotes):
        said = [quote_summary(edition, quote) for quote in quotes if quote.speaker == identity]
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
