"""Links that open a page at given words (WICG Scroll to Text Fragment)."""

import unicodedata
from urllib.parse import quote

WORDS_AT_EACH_END = 5


def text_fragment(address: str, text: str) -> str:
    """The address of `text` on the page at `address`.

    Long texts are named by their first and last words. The comma, the ampersand and
    the hyphen have a meaning of their own in a text directive, so they are encoded
    too; letters stay as they are in NFC, since a stripped mark finds nothing.
    """
    words = unicodedata.normalize("NFC", text).split()
    if len(words) <= 2 * WORDS_AT_EACH_END:
        directive = _encoded(words)
    else:
        start, end = words[:WORDS_AT_EACH_END], words[-WORDS_AT_EACH_END:]
        directive = f"{_encoded(start)},{_encoded(end)}"
    page, _, fragment = address.partition("#")
    return f"{page}#{fragment}:~:text={directive}"


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
