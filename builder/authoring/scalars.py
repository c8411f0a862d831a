"""What may stand for a single value in a file, as JSON Schema has it.

An editor's YAML server reads `2016` as a number and `true` as a yes, where the generator takes
the text that was written. So a value may be of any of these types wherever its text would do; a
pattern judges only what the server takes for text.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from builder.content.fields import (
    LANGUAGE_MARK,
    SLUG,
    WHOLE_NUMBER,
    Checksum,
    ClockTime,
    Date,
    EmailAddress,
    Id,
    LanguageCode,
    SiteAddress,
    Text,
    WebAddress,
    WholeNumber,
)
from builder.content.model import NUMBER, RANK
from builder.content.parts import PICTURE_NAME, AddressPart, PictureName, YesOrNo
from builder.language.codes import LANGUAGE_CODE

Json: TypeAlias = Any
Scalar: TypeAlias = Mapping[str, Any]

ANY_SCALAR = ("string", "number", "boolean")
MESSAGE = "patternErrorMessage"
"""What editors' servers say where a pattern fails; here, the code of the sentence."""


def _matching(pattern: str, code: str, *types: str, **more: Json) -> Scalar:
    """Text of a form; spaces around it do no harm, as the generator takes them away."""
    return {
        "type": list(types or ANY_SCALAR),
        "minLength": 1,
        "pattern": rf"^\s*(?:{pattern})\s*$",
        MESSAGE: code,
        **more,
    }


_DAY = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|02-(?:0[1-9]|[12][0-9]))"
)
_DATE = rf"[1-9][0-9]{{3}}(?:-(?:0[1-9]|1[0-2])|-{_DAY})?"
_IN_ADDRESS = r"[^\s\x00-\x1f\x7f\"<>\\^`{|}/?#"
_SCHEME = "[Hh][Tt][Tt][Pp][Ss]?://"
_USER = rf"(?:{_IN_ADDRESS}@\[\]]*@)?"
_HOST = rf"(?:\[[0-9A-Fa-f:.]+\]|{_IN_ADDRESS}:@\[\]]+)(?::[0-9]{{0,5}})?"
_PATH = rf"(?:/(?!\.{{1,2}}(?:/|\s*$)){_IN_ADDRESS}]+)*/?"

TEXT: Scalar = {"type": list(ANY_SCALAR), "minLength": 1, "pattern": r"\S", MESSAGE: "empty-value"}
TRANSLATED_TEXT = _matching(
    rf"(?=[\s\S]*\S)(?:[^\[]|\[(?!\[)|{LANGUAGE_MARK.pattern})*", "bad-language-mark"
)
ID = _matching(SLUG.pattern, "bad-id")
SLUG_TEXT = _matching(SLUG.pattern, "bad-slug")
DATE = _matching(_DATE, "bad-date", "string", "integer", minimum=1000, maximum=9999)
WEB_ADDRESS = _matching(
    rf"{_SCHEME}{_USER}{_HOST}(?:[/?#](?:{_IN_ADDRESS}]|[/?#])*)?", "bad-address", "string"
)
FIGURE = _matching(NUMBER.pattern, "figure-value", "string", "number")
ORDINAL = _matching(RANK.pattern, "figure-value", "string", "integer", minimum=1)

SCALARS: Mapping[Any, Scalar] = MappingProxyType(
    {
        Text: TEXT,
        Id: ID,
        AddressPart: SLUG_TEXT,
        Date: DATE,
        ClockTime: _matching("(?:[01][0-9]|2[0-3]):[0-5][0-9]", "bad-time", "string"),
        WebAddress: WEB_ADDRESS,
        SiteAddress: _matching(rf"{_SCHEME}{_HOST}{_PATH}", "bad-site-address", "string"),
        EmailAddress: _matching(r"[^@\s]+@[^@\s]+\.[^@\s]+", "bad-email", "string"),
        Checksum: _matching("[0-9a-f]{64}", "bad-checksum", "string"),
        LanguageCode: _matching(LANGUAGE_CODE.pattern, "bad-language-code", "string", "boolean"),
        PictureName: _matching(PICTURE_NAME.pattern, "bad-picture-name", "string"),
        YesOrNo: _matching("true|false", "bad-choice", "boolean", "string"),
        WholeNumber: _matching(WHOLE_NUMBER.pattern, "bad-number", "integer", "string"),
    }
)
"""Type of a field -> what may stand there."""
