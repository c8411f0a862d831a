"""The nouns of a site: what an editor may write, and nothing else.

Every model is frozen and refuses keys it does not know. A field of type
`Translated` has one text a language; `Translated | None` may be left out, in all
languages together; every other field is shared by all languages.
"""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from builder.content.fields import (
    AgreementId,
    ArticleId,
    Date,
    Distinct,
    EventId,
    Frozen,
    Id,
    LanguageCode,
    OrganisationId,
    PersonId,
    QuoteId,
    SiteLanguage,
    Slug,
    SourceId,
    Text,
    Translated,
    WebAddress,
    fault,
    is_date,
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
from builder.content.parts import (
    Conclusion,
    Designation,
    Fact,
    Image,
    Model,
    OtherTitle,
    Period,
    Place,
    StoredText,
)

_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_RANK = re.compile(r"[1-9][0-9]{0,8}")


class Record(Model):
    """A thing with an identity: the name of its file, or its `id` in a list."""

    kind_name: ClassVar[str]
    called_by: ClassVar[str] = "name"  # the field that says what the record is called

    id: Id
    file: str
    path: tuple[str | int, ...] = ()  # where in the file the record stands

    @property
    def called(self) -> Translated:
        """What the record is called where it is linked."""
        texts: Translated = getattr(self, self.called_by)
        return texts


class Illustrated(Record):
    """A record that may be shown with pictures."""

    images: tuple[Image, ...] = ()


class Person(Illustrated):
    """Somebody who spoke."""

    kind_name: ClassVar[str] = "person"

    name: Translated
    slug: Slug
    office: Translated
    state: OrganisationId
    designations: tuple[Designation, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Organisation(Illustrated):
    """A state or a body that is named, signs or takes part."""

    kind_name: ClassVar[str] = "organisation"

    kind: OrganisationKind
    name: Translated
    abbreviation: Translated | None = None
    slug: Slug
    state: OrganisationId | None = None
    # the name as a source has it, in that source's language, where it differs from `name`
    as_written: Annotated[Mapping[SiteLanguage, Text], Frozen] = Field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)


class Quote(Illustrated):
    """What somebody said, as a source holds it."""

    kind_name: ClassVar[str] = "quote"
    called_by: ClassVar[str] = "topic"

    form: Form
    speaker: PersonId
    event: EventId | None = None
    source: SourceId
    original: SiteLanguage  # the language the source holds
    spoken: LanguageCode | None = None  # only where a source states it
    translated: Annotated[Mapping[SiteLanguage, Translator], Frozen] = Field(default_factory=dict)
    covers: tuple[Text, ...] = ()
    slug: Slug
    topic: Translated
    text: Translated
    attribution: Translated | None = None  # the words by which the source names the speaker
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None


class Agreement(Illustrated):
    """A document that was signed, or notes that were exchanged."""

    kind_name: ClassVar[str] = "agreement"
    called_by: ClassVar[str] = "short_title"

    kind: AgreementKind
    order: int  # its place in the source's list
    slug: Slug
    title: Translated
    short_title: Translated
    text: Translated | None = None  # the passage of the source, where it says more than the title
    verbatim: Annotated[Mapping[SiteLanguage, SourceId], Frozen] = Field(default_factory=dict)
    translated: Annotated[Mapping[SiteLanguage, Translator], Frozen] = Field(default_factory=dict)
    parties: Annotated[tuple[OrganisationId, ...], Distinct] = Field(min_length=2)
    event: EventId | None = None
    concluded: Conclusion | None = None
    applies_from: Date | None = None
    other_titles: tuple[OtherTitle, ...] = ()
    sources: tuple[SourceId, ...] = Field(min_length=1)
    covers: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None

    @model_validator(mode="after")
    def _possible(self) -> "Agreement":
        begins = self.concluded.begins if self.concluded else None
        if begins and self.applies_from and self.applies_from.certainly_before(begins):
            raise fault(
                "applies-before-conclusion",
                key="applies_from",
                applies=self.applies_from.isoformat(),
                concluded=begins.isoformat(),
            )
        return self


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
    sources: tuple[SourceId, ...] = Field(min_length=1)
    confidence: Confidence = Confidence.VERIFIED
    covers: tuple[Text, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None


class Source(Record):
    """A text that facts rest on."""

    kind_name: ClassVar[str] = "source"
    called_by: ClassVar[str] = "title"

    kind: SourceKind
    title: Translated
    publisher: Translated | None = None  # left out where nobody knows
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    date: Date | None = None
    address: WebAddress | None = None
    stored: StoredText | None = None
    note: Translated | None = None


class Article(Illustrated):
    """A long text: its data here, its prose in one Markdown file a language."""

    kind_name: ClassVar[str] = "article"
    called_by: ClassVar[str] = "title"

    slug: Slug
    title: Translated
    summary: Translated
    sources: tuple[SourceId, ...] = ()
    covers: Annotated[Mapping[str, tuple[Text, ...]], Frozen] = Field(default_factory=dict)


class Term(Record):
    """A word of the subject and what it is in each language."""

    kind_name: ClassVar[str] = "term"
    called_by: ClassVar[str] = "term"

    term: Translated
    note: Translated | None = None
    sources: tuple[SourceId, ...] = ()


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

    @model_validator(mode="after")
    def _complete(self) -> "Figure":
        if [self.quote, self.agreement, self.article].count(None) != 2:
            raise fault("figure-origin")
        if not self._has_value():
            raise fault("figure-value", key="value", kind=self.kind.value)
        return self

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
                return bool(_RANK.fullmatch(self.value))
            case _:
                return bool(_NUMBER.fullmatch(self.value))


class Visit(Model):
    """The visit the site is about."""

    file: str
    kind: VisitKind
    title: Translated
    summary: Translated
    guest: OrganisationId
    host: OrganisationId
    people: Annotated[tuple[PersonId, ...], Distinct] = Field(min_length=1)
    dated: Period | None = None
    places: tuple[Place, ...] = ()
    article: ArticleId | None = None
    sources: tuple[SourceId, ...] = Field(min_length=1)
    covers: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()
    images: tuple[Image, ...] = ()
    facts: tuple[Fact, ...] = ()
    note: Translated | None = None
