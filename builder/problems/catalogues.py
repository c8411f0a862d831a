"""The catalogues there are, and which of them a person gets to read."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from builder.problems.catalogue import Catalogue
from builder.problems.english import CATALOGUE as ENGLISH
from builder.problems.kazakh import CATALOGUE as KAZAKH

CATALOGUES: Mapping[str, Catalogue] = MappingProxyType(
    {catalogue.language: catalogue for catalogue in (ENGLISH, KAZAKH)}
)
"""Language code (BCP 47) -> the sentences in that language; the first is the usual one."""

USUAL = ENGLISH
"""What is read where nobody said which language, or none that there is."""


def in_language(code: str) -> Catalogue:
    """The catalogue of a language, or the usual one."""
    return CATALOGUES.get(code, USUAL)


def in_locale(name: str) -> Catalogue:
    """The catalogue for a terminal's locale, or the usual one.

    Args:
        name: as POSIX writes it, `language[_territory][.codeset][@modifier]`; also `C`.
    """
    return in_language(re.split(r"[-_.@]", name, maxsplit=1)[0].lower())
