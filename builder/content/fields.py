"""The types a field of a record may have.

YAML hands over text, lists and maps only; the types here give them meaning. Each is marked with
the function that reads it, or is a class that reads itself; `typed` follows the marks.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from types import MappingProxyType
from typing import Annotated, ClassVar

from builder.content.addresses import is_site_address, is_web_address
from builder.content.marks import FaultError, Read, Then
from builder.content.source import shape
from builder.content.suggestions import as_address, as_date, as_id, as_language, as_time, nearest
from builder.language import PartialDate
from builder.language.calendar import is_date
from builder.language.codes import LANGUAGE_CODE, is_language

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id, and a part of an address, looks like."""

WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
"""What a number that counts something looks like."""

LANGUAGE_MARK = re.compile(r"\[\[lang:([a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)\|([^\[\]|]+)\]\]")
"""A run in another language inside a text: `[[lang:ja|…]]`."""


def _plain(read: Callable[[object], object]) -> Read:
    """Marks a type that is read alike whatever the site's languages are."""
    return Read(lambda value, _: read(value))


def _text(value: object) -> str:
    if isinstance(value, Mapping | list | tuple):
        raise FaultError("wrong-type", expected="text", found=shape(value))
    text = unicodedata.normalize("NFC", str(value if value is not None else "")).strip()
    if not text:
        raise FaultError("empty-value")
    return text


Text = Annotated[str, _plain(_text)]
"""Text that is not empty, in NFC, the same in every language."""


def _id(value: object) -> str:
    text = _text(value)
    if not SLUG.fullmatch(text):
        raise FaultError("bad-id", id=text, **as_id(text))
    return text


Id = Annotated[str, _plain(_id)]
"""The id of a record: part of addresses, so small Latin letters, digits and hyphens only."""


class Translated(Mapping[str, str]):
    """One text in each language: language code -> text.

    Which languages must be there is the site's matter (`checks.translations`), so
    a value may lack some; it is never empty and holds no language the site lacks.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = MappingProxyType(dict(texts))

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __repr__(self) -> str:
        return f"Translated({dict(self._texts)!r})"

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    @classmethod
    def read(cls, value: object, languages: tuple[str, ...]) -> "Translated":
        """What an editor wrote, as a value.

        Raises:
            FaultError: it is no map of texts in languages of the site.
        """
        if not isinstance(value, Mapping):
            example = ", ".join(f"{language}: …" for language in languages)
            raise FaultError("not-translated", example=f"{{{example}}}")
        texts: dict[str, str] = {}
        for language, text in value.items():
            if language not in languages:
                raise _unknown_language(language, languages, key=language)
            if isinstance(text, Mapping | list):
                raise FaultError(
                    "wrong-type", key=str(language), expected="text", found=shape(text)
                )
            if text is None or not str(text).strip():
                raise FaultError("empty-value", key=str(language))
            texts[language] = _text(text)
            _check_marks(str(language), texts[language])
        if not texts:
            raise FaultError("empty-value")
        return cls({language: texts[language] for language in languages if language in texts})


def _check_marks(key: str, text: str) -> None:
    if "[[" in LANGUAGE_MARK.sub("", text):
        raise FaultError("bad-language-mark", key=key)
    for mark in LANGUAGE_MARK.finditer(text):
        if not is_language(mark[1]):
            raise FaultError("bad-language-mark", key=key, **as_language(mark[1]))


def _slugs(value: Translated) -> None:
    for language, slug in value.items():
        if not SLUG.fullmatch(slug):
            raise FaultError("bad-slug", key=language, slug=slug, **as_id(slug))


Slug = Annotated[Translated, Then(_slugs)]
"""The last part of a page's address in each language: `[a-z0-9-]`."""


class RecordId(str):
    """The id of a record of one kind; that the record exists is checked later."""

    kind: ClassVar[str] = ""

    @classmethod
    def read(cls, value: object, languages: tuple[str, ...]) -> "RecordId":  # noqa: ARG003
        """What an editor wrote, as an id.

        Raises:
            FaultError: it is no text.
        """
        return cls(_text(value))


class PersonId(RecordId):
    kind = "person"


class OrganisationId(RecordId):
    kind = "organisation"


class QuoteId(RecordId):
    kind = "quote"


class AgreementId(RecordId):
    kind = "agreement"


class EventId(RecordId):
    kind = "event"


class SourceId(RecordId):
    kind = "source"


class ArticleId(RecordId):
    kind = "article"


class TermId(RecordId):
    kind = "term"


class FigureId(RecordId):
    kind = "figure"


def _date(value: object) -> PartialDate:
    text = _text(value)
    if not is_date(text):
        raise FaultError("bad-date", value=text, **as_date(text))
    return PartialDate.parse(text)


Date = Annotated[PartialDate, _plain(_date)]
"""A date known to the day, the month or the year: `2016-11-07`, `2016-11`, `2016`."""


def _time(value: object) -> time:
    text = _text(value)
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
        raise FaultError("bad-time", value=text, **as_time(text))
    return time.fromisoformat(text)


ClockTime = Annotated[time, _plain(_time)]
"""A time of day at the place of the event, `18:23`."""


def _address(value: object) -> str:
    text = _text(value)
    if not is_web_address(text):
        raise FaultError("bad-address", value=text, **as_address(text))
    return text


WebAddress = Annotated[str, _plain(_address)]
"""A full http or https address."""


def _site_address(value: object) -> str:
    text = _address(value)
    if not is_site_address(text):
        raise FaultError("bad-site-address", value=text)
    return text


SiteAddress = Annotated[str, _plain(_site_address)]
"""The address a site is published at; its final slash may be left out."""


def _email(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise FaultError("bad-email", value=text)
    return text


EmailAddress = Annotated[str, _plain(_email)]
"""An e-mail address."""


def _checksum(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise FaultError("bad-checksum", value=text)
    return text


Checksum = Annotated[str, _plain(_checksum)]
"""The SHA-256 of a file's bytes, in hexadecimal digits."""


def _language_code(value: object) -> str:
    text = _text(value)
    if not (LANGUAGE_CODE.fullmatch(text) and is_language(text)):
        raise FaultError("bad-language-code", value=text, **as_language(text))
    return text


LanguageCode = Annotated[str, _plain(_language_code)]
"""A BCP 47 code of any language, whether the site is published in it or not."""


def _site_language(value: object, languages: tuple[str, ...]) -> str:
    text = _text(value)
    if text not in languages:
        raise _unknown_language(text, languages)
    return text


def _unknown_language(code: str, languages: tuple[str, ...], key: str | None = None) -> FaultError:
    values = {"language": code, "languages": ", ".join(languages), **nearest(code, languages)}
    return FaultError("unknown-language", key=key, **values)


SiteLanguage = Annotated[str, Read(_site_language)]
"""The code of a language the site is published in."""


def _distinct(value: tuple[str, ...]) -> None:
    for number, item in enumerate(value):
        if item in value[:number]:
            raise FaultError("listed-twice", value=item)


Distinct = Then(_distinct)
"""Marks a list in which nothing may stand twice."""


def _whole_number(value: object) -> int:
    text = value.strip() if isinstance(value, str) else ""
    if WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if text.removeprefix("-").isdecimal():  # it has too many digits, or others than ours
        raise FaultError("bad-value", value=text)
    raise FaultError("wrong-type", expected="number", found=shape(value))


WholeNumber = Annotated[int, _plain(_whole_number)]
"""A number without decimals."""
