"""Quotes: the words, who said them, in which language a source holds them."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from builder.content.content import Content
from builder.content.kinds import Form
from builder.content.model import Quote
from builder.site.text_fragment import text_fragment
from builder.site.views.edition import DateView, Edition, FactView
from builder.site.views.passages import PassageView, passage
from builder.site.views.person_summary import PersonSummary, person_summary
from builder.site.views.words import Link, SourceLink, Words


class QuoteSummary(Struct, frozen=True):
    """A quote where it stands on another page; the original has no translator.

    `text` is in quotation marks where it is direct speech.
    """

    id: str
    topic: Link
    text: Words
    speaker: Link
    side: str | None  # whether the speaker's state is `guest` or `host`
    form: str
    is_direct: bool
    translator: str | None


class Version(Struct, frozen=True):
    """The quote in one language, in its quotation marks where it is direct speech.

    The original names no translator.
    """

    text: Words
    language: str
    translator: str | None


class QuoteView(Struct, frozen=True):
    """A quote on its own page."""

    summary: QuoteSummary
    speaker: PersonSummary
    version: Version
    others: tuple[Version, ...]
    attribution: Words | None
    original_attribution: Words | None
    held_in: str
    spoken_in: str | None
    event: Link | None
    dated: DateView | None  # when the event was
    source: SourceLink
    at_source: str | None
    passage: PassageView | None
    is_stored: bool
    segments: tuple[int, ...]
    before: QuoteSummary | None
    after: QuoteSummary | None
    facts: tuple[FactView, ...]
    note: Words | None


def quote_summary(edition: Edition, quote: Quote) -> QuoteSummary:
    """A quote in short."""
    text = as_said(edition.content, quote, edition.words(quote.text))
    return QuoteSummary(
        id=quote.id,
        topic=edition.link("quote", quote.id),
        text=text,
        speaker=edition.link("person", quote.speaker),
        side=edition.side(edition.content.people[quote.speaker].state),
        form=edition.label("form", quote.form),
        is_direct=quote.form is Form.DIRECT,
        translator=_translator(edition, quote, text.language),
    )


def as_said(content: Content, quote: Quote, words: Words) -> Words:
    """The words of a quote: direct speech in the quotation marks of the language it is in."""
    if quote.form is not Form.DIRECT:
        return words
    return replace(words, raw=content.language(words.language).quote(words.raw))


def in_order_of_source(content: Content, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Quotes in the order in which their source tells them, by their first segment."""

    def place(quote: Quote) -> tuple[str, int, tuple[str, ...], str]:
        stored = content.sources[quote.source].stored
        spans = stored.segments if stored else {}
        begins = min((spans[s][0] for s in quote.covers if s in spans), default=0)
        return quote.source, begins, quote.covers, quote.id

    return tuple(sorted(quotes, key=place))


def quote_view(
    edition: Edition, quote: Quote, before: Quote | None, after: Quote | None
) -> QuoteView:
    """A quote in full, between the ones that its source has before and after it."""
    source = edition.content.sources[quote.source]
    original = edition.words_in(quote.text[quote.original], quote.original).text
    attribution = quote.attribution
    own_attribution = attribution.get(quote.original) if attribution else None
    text = edition.words(quote.text)
    at_source = text_fragment(source.address, original) if source.address else None
    return QuoteView(
        summary=quote_summary(edition, quote),
        speaker=person_summary(edition, edition.content.people[quote.speaker]),
        version=_version(edition, quote, text.language),
        others=tuple(
            _version(edition, quote, language)
            for language in quote.text
            if language != text.language
        ),
        attribution=edition.words(attribution),
        original_attribution=(
            edition.words_in(own_attribution, quote.original)
            if own_attribution and quote.original != edition.code
            else None
        ),
        held_in=edition.language_name(quote.original),
        spoken_in=edition.language_name(quote.spoken) if quote.spoken else None,
        event=edition.link("event", quote.event) if quote.event else None,
        dated=_when(edition, quote),
        source=edition.sources((quote.source,))[0],
        at_source=at_source,
        passage=passage(edition, quote.text[quote.original], quote.original, quote.source),
        is_stored=source.stored is not None,
        segments=edition.passages(quote.covers, quote.source),
        before=quote_summary(edition, before) if before else None,
        after=quote_summary(edition, after) if after else None,
        facts=edition.facts(quote.facts),
        note=edition.words(quote.note),
    )


def _version(edition: Edition, quote: Quote, language: str) -> Version:
    return Version(
        text=as_said(
            edition.content,
            quote,
            replace(
                edition.words_in(quote.text[language], language),
                review=edition.review(quote.text, language),
            ),
        ),
        language=edition.language_name(language),
        translator=_translator(edition, quote, language),
    )


def _when(edition: Edition, quote: Quote) -> DateView | None:
    """When the event was at which it was said; the timeline says what is to be said of that."""
    dated = edition.dated(edition.content.events[quote.event].dated) if quote.event else None
    return replace(dated, citation=replace(dated.citation, note=None)) if dated else None


def _translator(edition: Edition, quote: Quote, language: str) -> str | None:
    translator = quote.translated.get(language)
    return edition.label("translator", translator) if translator else None
