"""What was probably meant where something is wrong: the value `suggestion` of a problem.

Each function gives the one value to add to a problem's others, or none at all.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from builder.content.addresses import is_web_address
from builder.language.codes import OF_COUNTRIES

ALIKE = 0.6
"""How alike two words must be, from 0 to 1 (the share of letters they have in common)."""

ALIKE_IF_SHORT = 0.5
"""The same for codes of two or three letters: kz stands for kk."""

_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[.-](?P<month>\d{1,2})[.-](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./-](?P<month>\d{1,2})[./-](?P<day>\d{1,2})")
_TIME = re.compile(r"(\d{1,2})[.:-](\d{2})")


def nearest(wrong: str, known: Iterable[str]) -> Mapping[str, str]:
    """The known word that is most like the wrong one."""
    alike = ALIKE if len(wrong) > 3 else ALIKE_IF_SHORT
    near = get_close_matches(wrong, sorted(known), 1, alike)
    return {"suggestion": near[0]} if near else {}


def as_id(wrong: str, suffix: str = "") -> Mapping[str, str]:
    """A name in the letters of ids: small, with hyphens for all that parts words."""
    plain = re.sub(r"[\s_.-]+", "-", wrong.lower()).strip("-")
    return _if(re.fullmatch(r"[a-z0-9-]+", plain), plain + suffix)


def as_date(wrong: str) -> Mapping[str, str]:
    """A day as it is written elsewhere, 07.11.2016, in the form of ISO 8601."""
    match = _DAY_FIRST.fullmatch(wrong) or _YEAR_FIRST.fullmatch(wrong)
    if match is None:
        return {}
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:  # no such day
        return {}
    return _if(day.isoformat() != wrong, day.isoformat())


def as_time(wrong: str) -> Mapping[str, str]:
    """Hours and minutes with two digits each and a colon between."""
    match = _TIME.fullmatch(wrong)
    is_time = match is not None and int(match[1]) < 24 and int(match[2]) < 60
    return _if(is_time, f"{int(match[1]):02}:{match[2]}" if match else "")


def as_language(wrong: str) -> Mapping[str, str]:
    """The language of a country whose code stands in the place of a language's."""
    language = OF_COUNTRIES.get(wrong.lower(), "")
    return _if(language, language)


def as_address(wrong: str) -> Mapping[str, str]:
    """A web address whose beginning was left out."""
    full = f"https://{wrong}"
    return _if(re.match(r"[\w-]+(\.[\w-]+)+(/|$)", wrong) and is_web_address(full), full)


def _if(is_fit: object, suggestion: str) -> Mapping[str, str]:
    return {"suggestion": suggestion} if is_fit else {}
