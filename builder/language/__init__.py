"""The languages a site can be written in, and how each writes dates, numbers and lists.

Nothing here imports any other part of `builder`, and no other part knows a language by its
code: it takes a mapping such as `LANGUAGES`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from builder.language.base import DateStyle, Language
from builder.language.calendar import PartialDate
from builder.language.en import ENGLISH
from builder.language.kk import KAZAKH

__all__ = ["LANGUAGES", "DateStyle", "Language", "PartialDate"]

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {language.code: language for language in (KAZAKH, ENGLISH)}
)
"""Every language that comes with the generator, by its code."""
