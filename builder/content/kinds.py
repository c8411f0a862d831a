"""The closed lists a field may choose from; `content/strings/` names each value for readers."""

from enum import StrEnum


class Confidence(StrEnum):
    """How sure an outside fact is."""

    VERIFIED = "verified"  # a page of the source that was read says so
    UNVERIFIED = "unverified"  # general knowledge, or the point is open


class OrganisationKind(StrEnum):
    """What sort of body an organisation is."""

    STATE = "state"
    GOVERNMENT_BODY = "government-body"
    COMPANY = "company"
    AGENCY = "agency"
    ASSOCIATION = "association"
    COMMISSION = "commission"
    INTERNATIONAL = "international"
    CONFERENCE = "conference"
    PRESS_SERVICE = "press-service"


class Form(StrEnum):
    """Whether a source holds the words themselves or tells what was said."""

    DIRECT = "direct"
    REPORTED = "reported"


class Translator(StrEnum):
    """Who put a text into a language."""

    OFFICIAL = "official"
    INTERPRETER = "interpreter"
    AGENCY = "agency"
    EDITORS = "editors"


class AgreementKind(StrEnum):
    """What sort of document was signed or exchanged."""

    JOINT_STATEMENT = "joint-statement"
    MEMORANDUM_OF_UNDERSTANDING = "memorandum-of-understanding"
    MEMORANDUM_OF_COOPERATION = "memorandum-of-cooperation"
    CONTRACT = "contract"
    EXCHANGE_OF_NOTES = "exchange-of-notes"


class SourceKind(StrEnum):
    """What sort of text a source is."""

    PRESS_TEXT = "press-text"
    OFFICIAL = "official"
    COPY = "copy"
    AGENCY = "agency"
    PRESS = "press"
    SECONDARY = "secondary"
    REFERENCE = "reference"


class ChangeKind(StrEnum):
    """What an entry of the list of changes tells of."""

    CORRECTION = "correction"
    ADDITION = "addition"


class Policy(StrEnum):
    """What publishing asks of the texts."""

    ANY = "any"
    COMPLETE = "complete"
    REVIEWED = "reviewed"


class VisitKind(StrEnum):
    """What a visit is in protocol; the words for it stand in the interface strings."""

    OFFICIAL = "official-visit"
    STATE = "state-visit"
    WORKING = "working-visit"
    OTHER = "visit"


class FigureKind(StrEnum):
    """How a figure is written: a number with its noun, a rank, a sum, a date, or words."""

    COUNT = "count"
    ORDINAL = "ordinal"
    MONEY = "money"
    DATE = "date"
    TEXT = "text"


class TextKind(StrEnum):
    """What a text belongs to."""

    PERSON = "person"
    ORGANISATION = "organisation"
    QUOTE = "quote"
    AGREEMENT = "agreement"
    EVENT = "event"
    SOURCE = "source"
    ARTICLE = "article"
    TERM = "term"
    FIGURE = "figure"
    VISIT = "visit"
    SITE = "site"
    CORRECTION = "correction"
    STRINGS = "strings"
