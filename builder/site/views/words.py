"""Text with the language it is in, so that markup can never forget to say it."""

import re
from functools import lru_cache

from markupsafe import Markup, escape
from msgspec import Struct

from builder.content.fields import LANGUAGE_MARK
from builder.language.typography import in_one_piece, unbroken

_MARK_BEGINS = "[["
_TAG = re.compile("(<[^>]*>)")

NO_NOTICE = Markup("")
"""What is said of the review of a text with which all is well."""


class Words(Struct, frozen=True):
    """A text and its language, on a page that may be in another one.

    Printed in a template it is escaped, and wrapped in an element with `lang` where
    it is foreign to the page; `[[lang:ja|…]]` inside marks a run in a third language.
    `missing` says that the page's language has no text and this one stands in; `mark` is a
    word of the page's own language that is printed after it, such as that it names a draft.
    `review` says in the page's language what a reader must know of how it was reviewed.
    """

    raw: str
    language: str
    foreign: bool = False
    missing: bool = False
    mark: str = ""
    review: str = ""

    @property
    def text(self) -> str:
        """The plain text, for attributes and titles."""
        return LANGUAGE_MARK.sub(r"\2", self.raw) if _MARK_BEGINS in self.raw else self.raw

    @property
    def is_plain(self) -> bool:
        """Whether all of it is in the page's language, as a text in an attribute must be."""
        return not self.foreign and _MARK_BEGINS not in self.raw

    @property
    def inner(self) -> Markup:
        """The text as HTML, for an element that carries `lang` itself."""
        return _as_html(self.raw)

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        shown = self.inner
        if self.foreign:
            shown = Markup('<span lang="{}">{}</span>').format(self.language, shown)
        if self.mark:
            shown += Markup(' <span class="mark">{}</span>').format(self.mark)
        return shown + self.notice if self.review else shown  # nearly always as it is

    @property
    def notice(self) -> Markup:
        """How it was reviewed, for where `inner` is printed; nothing where all is well."""
        return review_notice(self.review)


@lru_cache(maxsize=2**14)  # most words stand on several pages
def _as_html(raw: str) -> Markup:
    if _MARK_BEGINS not in raw:  # nearly always
        return unbroken_html(escape(raw))
    parts: list[Markup] = []
    last = 0
    for match in LANGUAGE_MARK.finditer(raw):
        parts.append(escape(raw[last : match.start()]))
        parts.append(Markup('<span lang="{}">{}</span>').format(match[1], match[2]))
        last = match.end()
    return unbroken_html(Markup("").join((*parts, escape(raw[last:]))))


def unbroken_html(html: Markup) -> Markup:
    """HTML in whose texts no line ends between or within what belongs together."""
    pieces = _TAG.split(html)
    pieces[::2] = [in_one_piece(unbroken(text), _held) for text in pieces[::2]]  # tags as they are
    return Markup("".join(pieces))  # noqa: S704 (it was HTML, and has spans and other spaces now)


def _held(piece: str) -> str:
    return f'<span class="whole">{piece}</span>'


def review_notice(review: str) -> Markup:
    """What a reader must know of how a text was reviewed, to be printed after it."""
    return Markup(' <small class="review">{}</small>').format(review) if review else NO_NOTICE


class Link(Struct, frozen=True):
    """Words that lead somewhere."""

    label: Words
    href: str


class RecordLink(Link, frozen=True):
    """A record, and the word for what it is."""

    kind: str


class SourceLink(Link, frozen=True):
    """A source, and its number on the list of sources."""

    number: int
