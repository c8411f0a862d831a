"""A page says which language it is in, and every language code is one."""

import re
from collections.abc import Iterator

from builder.verify.finding import Finding
from builder.verify.site import Site

# The form of a tag: RFC 5646, section 2.1, without grandfathered and irregular ones.
_TAG = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"  # variants
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+"  # private use
)

# The two-letter codes of languages (ISO 639-1): a first letter, and the second letters it takes.
# A country's code in the place of a language's is the usual slip.
_SECOND_LETTERS = (
    "a:abefkmnrsvyz b:aegimnors c:aehorsuvy d:aevz e:elnostu f:afijory g:adlnuv h:aeiortuyz"
    " i:adegikostu j:av k:agijklmnorsuvwy l:abginotuv m:ghiklnrsty n:abdeglnorvy o:cjmrs p:ailst"
    " q:u r:mnouw s:acdegiklmnoqrstuvw t:aeghiklnorstwy u:gkrz v:eio w:ao x:h y:io z:ahu"
)
LANGUAGES_OF_TWO_LETTERS = frozenset(
    row[0] + second for row in _SECOND_LETTERS.split() for second in row[2:]
)

DEFAULT = "x-default"
"""The `hreflang` of a page for readers of no listed language."""


def check(site: Site) -> Iterator[Finding]:
    """Pages whose `<html>` names another language or direction; codes of no language."""
    for page in site.pages:
        expected = page.page.language
        if page.language != expected:
            values = {"expected": expected, "found": page.language or ""}
            yield Finding("html-lang", page, values)
        direction = site.languages[expected].direction
        if (page.direction or "ltr") != direction:
            values = {"expected": direction, "found": page.direction or ""}
            yield Finding("html-dir", page, values)
        for tag in page.language_tags:
            if not _is_language(tag):
                yield Finding("bad-language-tag", page, {"tag": tag})


def _is_language(tag: str) -> bool:
    """Whether a tag can be one; the empty tag says that the language is not known."""
    if tag in ("", DEFAULT) or tag in LANGUAGES_OF_TWO_LETTERS:
        return True
    language = tag.partition("-")[0].lower()
    is_known = len(language) != 2 or language in LANGUAGES_OF_TWO_LETTERS
    return is_known and re.fullmatch(_TAG, tag, re.IGNORECASE) is not None
