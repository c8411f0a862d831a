"""What records are made of: sourced facts, dates, places, titles, stored texts."""

import re
from collections.abc import Mapping
from typing import Annotated, TypeAlias

from msgspec import Meta, field

from builder.content.addresses import is_web_address
from builder.content.base import Model
from builder.content.fields import (
    SLUG,
    AgreementId,
    ArticleId,
    Checksum,
    ClockTime,
    Date,
    Distinct,
    EventId,
    LanguageCode,
    OrganisationId,
    PersonId,
    QuoteId,
    SiteLanguage,
    SourceId,
    Text,
    Translated,
    WholeNumber,
)
from builder.content.kinds import Confidence, TextKind
from builder.content.marks import FaultError, Read, Then
from builder.content.source import shape
from builder.language import PartialDate


def _address_part(text: str) -> None:
    if not SLUG.fullmatch(text):
        raise FaultError("bad-slug", slug=text)


AddressPart = Annotated[Text, Then(_address_part)]
"""A slug of one language."""

Former: TypeAlias = Mapping[SiteLanguage, Annotated[tuple[AddressPart, ...], Distinct]]
"""The slugs that a page had before, by language: each old address leads to the page."""

YES, NO = "true", "false"


def _yes_or_no(value: object, _languages: tuple[str, ...]) -> bool:
    if value not in (YES, NO):
        shown = value if isinstance(value, str) else shape(value)
        raise FaultError("bad-choice", value=shown, choices=f"{YES}, {NO}")
    return value == YES


YesOrNo = Annotated[bool, Read(_yes_or_no)]
"""`true` or `false`, and nothing that is like it."""


SomeSources = Annotated[tuple[SourceId, ...], Meta(min_length=1)]
"""The sources of a fact, of which it has at least one."""


class Waiver(Model):
    """A finding of a check that stands as it is, for one text, with the reason."""

    code: Text
    at: Text  # the id of the segment: `text`, `facts-1-text`, `trade-2`
    reason: Translated
    review: Date | None = None  # when to think of it again


class WaiverElsewhere(Waiver):
    """The same for a text whose own file has no place for it, such as a word of the interface."""

    record: Text  # `kind:id`


class Attested(Model):
    """A fact that stands outside the text the site is about, with its own sources."""

    sources: SomeSources
    confidence: Confidence
    note: Translated | None = None


class Fact(Attested):
    """A sentence of context with its sources."""

    text: Translated


class Period(Attested):
    """When something was: one date, or a first and a last one; hours where known."""

    date: Date | None = None
    first: Date | None = field(default=None, name="from")
    last: Date | None = field(default=None, name="to")
    start: ClockTime | None = None
    end: ClockTime | None = None

    def __post_init__(self) -> None:
        """Refuses a period that cannot be."""
        if (self.date is None) == (self.first is None) or (self.first is None) != (
            self.last is None
        ):
            raise FaultError("date-or-range")
        if self.first and self.last and self.last.last < self.first.first:
            raise FaultError(
                "ends-before-start",
                key="to",
                start=self.first.isoformat(),
                end=self.last.isoformat(),
            )
        if self.end and not self.start:
            raise FaultError("end-without-start", key="end")
        is_one_day = self.begins == self.ends
        if is_one_day and self.start and self.end and self.end < self.start:
            raise FaultError(
                "ends-before-start",
                key="end",
                start=self.start.strftime("%H:%M"),
                end=self.end.strftime("%H:%M"),
            )

    @property
    def begins(self) -> PartialDate:
        """The date, or the first day of the range."""
        value = self.date or self.first
        assert value is not None
        return value

    @property
    def ends(self) -> PartialDate:
        """The date, or the last day of the range."""
        return self.last or self.begins


class Place(Attested):
    """Where something was."""

    name: Translated


class Designation(Model):
    """A title under which a text names a person or body, and what it means."""

    name: Translated
    note: Translated | None = None


class Conclusion(Period):
    """When, and where known in which place, an agreement was concluded."""

    place: Translated | None = None


class OtherTitle(Attested):
    """A title in a language the site is not published in, or a competing one."""

    language: LanguageCode
    text: Text


class StoredText(Model):
    """A source's text kept with the site as evidence; it is never published whole.

    `segments` gives each passage its id and its first and last character, counted
    from 0 in code points, the last one not included.
    """

    file: Text
    sha256: Checksum
    segments: Mapping[str, tuple[WholeNumber, WholeNumber]] = field(default_factory=dict)


PICTURE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:avif|jpeg|jpg|png|webp)")
"""What a file of pictures may be called."""


def is_picture_name(name: str) -> bool:
    """Whether a file of pictures may be called so; its name becomes part of an address."""
    return bool(PICTURE_NAME.fullmatch(name))


def _picture_name(name: str) -> None:
    if not is_picture_name(name):
        raise FaultError("bad-picture-name", name=name)


def _licence(value: object, languages: tuple[str, ...]) -> Translated | str:
    if isinstance(value, Mapping):
        return Translated.read(value, languages)
    if not isinstance(value, str) or not is_web_address(value.strip()):
        raise FaultError("bad-licence")
    return value.strip()


PictureName = Annotated[Text, Then(_picture_name)]
"""The name of a file of pictures."""

Licence = Annotated[Translated | str, Read(_licence)]
"""The address of a licence, or words where it has none."""


class Image(Model):
    """A picture: what it shows, whose it is, and by what right it stands here.

    The licence is an address, or words where it has none.
    """

    file: PictureName
    alt: Translated
    caption: Translated | None = None
    credit: Translated
    licence: Licence


Renderings: TypeAlias = Mapping[SiteLanguage, Annotated[tuple[Text, ...], Distinct]]
"""Words by language, some of them in several languages and some in one."""


class Scope(Model):
    """The texts in which a term has its meaning; each line that is given adds some."""

    kinds: Annotated[tuple[TextKind, ...], Distinct] = ()
    people: tuple[PersonId, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    quotes: tuple[QuoteId, ...] = ()
    agreements: tuple[AgreementId, ...] = ()
    events: tuple[EventId, ...] = ()
    articles: tuple[ArticleId, ...] = ()
    # their own texts, and those of the records that rest on them
    sources: tuple[SourceId, ...] = ()
