"""The nouns of a site: what an editor may write, and nothing else.

Every model is frozen and refuses keys it does not know. A field of type
`Translated` has one text a language; `Translated | None` may be left out, in all
languages together; every other field is shared by all languages.
"""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Meta, field

from builder.content.base import Model
from builder.content.fields import (
    AgreementId,
    ArticleId,
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
    WebAddress,
    WholeNumber,
)
from builder.content.kinds import (
    AgreementKind,
    Confidence,
    FigureKind,
    Form,
    OrganisationKind,
    SourceKind,
    Translator,
    VisitKind,
)
from builder.content.marks import FaultError
from builder.content.parts import (
    Conclusion,
    Designation,
    Fact,
    Image,
    OtherTitle,
    Period,
    Place,
    Renderings,
    Scope,
    SomeSources,
    StoredText,
    Waiver,
    YesOrNo,
)
from builder.content.records import Addressed, Illustrated, Publishable, Record
from builder.language.calendar import is_date

NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
"""What a figure that is a count or a sum looks like."""

RANK = re.compile(r"[1-9][0-9]{0,8}")
"""What a figure that is a place in a row looks like."""


class Person(Addressed):
    """Somebody who spoke."""

    kind_name: ClassVar[str] = "person"

    name: Translated
    office: Translated
    state: OrganisationId
    designations: tuple[Designation, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None
    sources: SomeSources


class Organisation(Addressed):
    """A state or a body that is named, signs or takes part."""

    kind_name: ClassVar[str] = "organisation"

    kind: OrganisationKind
    name: Translated
    abbreviation: Translated | None = None
    state: OrganisationId | None = None
    # the name as a source has it, in that source's language, where it differs from `name`
    as_written: Mapping[SiteLanguage, Text] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None
    sources: SomeSources


class Quote(Addressed):
    """What somebody said, as a source holds it."""

    kind_name: ClassVar[str] = "quote"
    called_by: ClassVar[str] = "topic"

    form: Form
    speaker: PersonId
    event: EventId | None = None
    source: SourceId
    original: SiteLanguage  # the language the source holds
    spoken: LanguageCode | None = None  # only where a source states it
    translated: Mapping[SiteLanguage, Translator] = field(default_factory=dict)
    covers: tuple[Text, ...] = ()
    topic: Translated
    text: Translated
    attribution: Translated | None = None  # the words by which the source names the speaker
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None


class Agreement(Addressed):
    """A document that was signed, or notes that were exchanged."""

    kind_name: ClassVar[str] = "agreement"
    called_by: ClassVar[str] = "short_title"

    kind: AgreementKind
    order: WholeNumber  # its place in the source's list
    title: Translated
    short_title: Translated
    text: Translated | None = None  # the passage of the source, where it says more than the title
    verbatim: Mapping[SiteLanguage, SourceId] = field(default_factory=dict)
    translated: Mapping[SiteLanguage, Translator] = field(default_factory=dict)
    parties: Annotated[tuple[OrganisationId, ...], Distinct, Meta(min_length=2)]
    event: EventId | None = None
    concluded: Conclusion | None = None
    applies_from: Date | None = None
    other_titles: tuple[OtherTitle, ...] = ()
    sources: SomeSources
    covers: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None

    def __post_init__(self) -> None:
        """Refuses an agreement that applies before it was concluded."""
        begins = self.concluded.begins if self.concluded else None
        if begins and self.applies_from and self.applies_from.certainly_before(begins):
            raise FaultError(
                "applies-before-conclusion",
                key="applies_from",
                applies=self.applies_from.isoformat(),
                concluded=begins.isoformat(),
            )


class Event(Illustrated):
    """Something that happened, or was to happen; without `dated` its date is unknown."""

    kind_name: ClassVar[str] = "event"
    called_by: ClassVar[str] = "title"

    title: Translated
    summary: Translated
    dated: Period | None = None
    place: Place | None = None
    agreements: tuple[AgreementId, ...] = ()
    people: tuple[PersonId, ...] = ()
    organisations: tuple[OrganisationId, ...] = ()
    sources: SomeSources
    confidence: Confidence = Confidence.VERIFIED
    covers: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None


class Source(Publishable):
    """A text that facts rest on."""

    kind_name: ClassVar[str] = "source"
    called_by: ClassVar[str] = "title"

    kind: SourceKind
    title: Translated
    publisher: Translated | None = None  # left out where nobody knows
    languages: Annotated[tuple[LanguageCode, ...], Meta(min_length=1)]
    date: Date | None = None
    address: WebAddress | None = None
    stored: StoredText | None = None
    note: Translated | None = None


class Article(Addressed):
    """A long text: its data here, its prose in one Markdown file a language."""

    kind_name: ClassVar[str] = "article"
    called_by: ClassVar[str] = "title"

    title: Translated
    summary: Translated
    sources: tuple[SourceId, ...] = ()
    covers: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)


class Term(Publishable):
    """A word of the subject and what it is in each language.

    Where one language has it, the others must have a right word for it too, and none of the
    forbidden ones (`checks.terms`).
    """

    kind_name: ClassVar[str] = "term"
    called_by: ClassVar[str] = "term"

    term: Translated
    allowed: Renderings = field(default_factory=dict)  # further words that are right
    forbidden: Renderings = field(default_factory=dict)
    applies: Scope | None = None  # to every text where it is left out
    enforced: YesOrNo = True
    why: Translated | None = None
    note: Translated | None = None
    sources: tuple[SourceId, ...] = ()

    def __post_init__(self) -> None:
        """Refuses a term whose right word is forbidden."""
        for language, words in self.forbidden.items():
            right = (self.term.get(language, ""), *self.allowed.get(language, ()))
            for word in words:
                if word.casefold() in (one.casefold() for one in right):
                    raise FaultError("term-contradiction", key="forbidden", word=word)


class Figure(Record):
    """A number, date or name the talks turned on, with who gave it."""

    kind_name: ClassVar[str] = "figure"
    called_by: ClassVar[str] = "label"

    kind: FigureKind
    value: Text | None = None
    currency: Text | None = None
    words: Translated | None = None  # for `text`, and the noun after `count` and `ordinal`
    label: Translated
    quote: QuoteId | None = None
    agreement: AgreementId | None = None
    article: ArticleId | None = None
    caveat: Translated | None = None
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        """Refuses a figure without a value, or from nowhere."""
        if [self.quote, self.agreement, self.article].count(None) != 2:
            raise FaultError("figure-origin")
        if self.words and self.kind in (FigureKind.DATE, FigureKind.MONEY):
            raise FaultError("figure-value", key="words", kind=self.kind.value)
        if not self._has_value():
            raise FaultError("figure-value", key="value", kind=self.kind.value)

    def _has_value(self) -> bool:
        """Whether the value is there and can be read as its kind asks."""
        if (self.kind is FigureKind.MONEY) != (self.currency is not None):
            return False
        if self.kind is FigureKind.TEXT or self.value is None:
            return self.kind is FigureKind.TEXT and self.value is None and self.words is not None
        match self.kind:
            case FigureKind.DATE:
                return is_date(self.value)
            case FigureKind.ORDINAL:
                return bool(RANK.fullmatch(self.value))
            case _:
                return bool(NUMBER.fullmatch(self.value))


class Visit(Model):
    """The visit the site is about."""

    file: str
    kind: VisitKind
    title: Translated
    summary: Translated
    guest: OrganisationId
    host: OrganisationId
    people: Annotated[tuple[PersonId, ...], Distinct, Meta(min_length=1)]
    dated: Period | None = None
    places: tuple[Place, ...] = ()
    article: ArticleId | None = None
    sources: SomeSources
    covers: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()
    images: tuple[Image, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None
    waive: tuple[Waiver, ...] = ()
