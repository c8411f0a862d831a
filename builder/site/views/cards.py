"""What the pictures say that stand for a page where it is shared."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from builder.content.model import Agreement, Quote, Visit
from builder.site.routes import HOME, PageKey
from builder.site.views.edition import Edition
from builder.site.views.quotes import as_said

LONGEST_ALT = 400  # characters; X shows no more than 420


class Mark(StrEnum):
    """Whose sun stands on a card: the guest's, the host's, or both as one."""

    GUEST = "guest"
    HOST = "host"
    BOTH = "both"


class Card(Struct, frozen=True):
    """The texts of a share image, in one language; empty ones are left out.

    `heading` says what kind of thing it is, `words` are what it is about, `name` and
    `detail` stand below them. `is_rtl` says that the language is written from the right.
    """

    site: str
    heading: str
    words: str
    name: str
    detail: str
    mark: Mark
    is_rtl: bool

    @property
    def alt(self) -> str:
        """What can be read on it, for those who cannot see it."""
        text = " – ".join(filter(None, (self.words, self.name)))
        if len(text) <= LONGEST_ALT:
            return text
        return text[:LONGEST_ALT].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


class ShareImage(Struct, frozen=True):
    """A share image as a page names it: its full address, and what can be read on it."""

    address: str
    alt: str
    width: int
    height: int


Cards: TypeAlias = Mapping[tuple[PageKey | None, str], Card]
"""What a page is about, None for pages of no language, and its language -> its card."""


def all_cards(editions: Sequence[Edition]) -> Cards:
    """The cards of home, each quote and each agreement, and of the site in all languages."""
    cards: dict[tuple[PageKey | None, str], Card] = {
        (key, edition.code): card for edition in editions for key, card in _cards(edition)
    }
    names = (edition.words(edition.content.site.name).text for edition in editions)
    name = " – ".join(dict.fromkeys(names))
    cards[None, editions[0].code] = Card("", "", name, "", "", Mark.BOTH, is_rtl=False)
    return MappingProxyType(cards)


def _cards(edition: Edition) -> Iterator[tuple[PageKey, Card]]:
    content = edition.content
    if content.visit:
        yield HOME, home_card(edition, content.visit)
    for quote in content.quotes.values():
        yield PageKey(quote.kind_name, quote.id), quote_card(edition, quote)
    for agreement in content.agreements.values():
        yield PageKey(agreement.kind_name, agreement.id), agreement_card(edition, agreement)


def home_card(edition: Edition, visit: Visit) -> Card:
    """The site itself: its name, the visit, and when it was."""
    blank, dated = _blank(edition), edition.dated(visit.dated)
    name, when = edition.words(visit.title).text, dated.text.text if dated else ""
    return replace(blank, words=blank.site, name=name, detail=when)


def quote_card(edition: Edition, quote: Quote) -> Card:
    """What was said and by whom; a translation or a report of it says that it is one."""
    words = edition.words(quote.text)
    translator = quote.translated.get(words.language)
    said = [edition.label("form", quote.form)]
    said += [edition.label("translator", translator)] if translator else []
    side = edition.side(edition.content.people[quote.speaker].state)
    return replace(
        _blank(edition),
        heading=edition.words(quote.topic).text,
        words=as_said(edition.content, quote, words).text,
        name=edition.name("person", quote.speaker).text,
        detail=", ".join(said),
        mark=Mark(side) if side else Mark.BOTH,
    )


def agreement_card(edition: Edition, agreement: Agreement) -> Card:
    """What was agreed on, and when."""
    concluded = edition.dated(agreement.concluded)
    return replace(
        _blank(edition),
        heading=edition.label("agreement-kind", agreement.kind),
        words=edition.words(agreement.title).text,
        name=edition.words(agreement.short_title).text,
        detail=concluded.text.text if concluded else "",
    )


def _blank(edition: Edition) -> Card:
    site = edition.words(edition.content.site.name).text
    return Card(site, "", "", "", "", Mark.BOTH, edition.language.direction == "rtl")
