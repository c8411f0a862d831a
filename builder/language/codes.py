"""Codes of languages: which can be one, and which are those of countries."""

import re
from types import MappingProxyType

LANGUAGE_CODE = re.compile(r"[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""What a code of a language looks like where editors write one; `is_language` asks for more."""

# The form of a tag: RFC 5646, section 2.1, without grandfathered and irregular ones.
_TAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"  # variants
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+"  # private use
)

# The two-letter codes of languages (ISO 639-1): a first letter, and the second letters it takes.
_SECOND_LETTERS = (
    "a:abefkmnrsvyz b:aegimnors c:aehorsuvy d:aevz e:elnostu f:afijory g:adlnuv h:aeiortuyz"
    " i:adegikostu j:av k:agijklmnorsuvwy l:abginotuv m:ghiklnrsty n:abdeglnorvy o:cjmrs p:ailst"
    " q:u r:mnouw s:acdegiklmnoqrstuvw t:aeghiklnorstwy u:gkrz v:eio w:ao x:h y:io z:ahu"
)
_OF_TWO_LETTERS = frozenset(
    row[0] + second for row in _SECOND_LETTERS.split() for second in row[2:]
)

OF_COUNTRIES = MappingProxyType(
    {
        "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "kg": "ky",
        "kp": "ko", "kz": "kk", "tj": "tg", "ua": "uk", "us": "en", "vn": "vi",
    }
)  # fmt: skip
"""Codes of countries that are no language's (ISO 3166-1) -> that of the language spoken there."""


def is_language(tag: str) -> bool:
    """Whether a tag has the form of BCP 47, and its two letters are those of a language."""
    language = tag.partition("-")[0].lower()
    is_known = len(language) != 2 or language in _OF_TWO_LETTERS
    return is_known and re.fullmatch(_TAG, tag, re.IGNORECASE) is not None
