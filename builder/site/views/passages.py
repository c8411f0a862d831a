"""Where the words of a source stand in its stored text, and what that text is known by."""

from msgspec import Struct

from builder.content.passages import find, folded
from builder.site.views.edition import Edition
from builder.site.views.words import Words

AROUND = 80
"""Characters of the source shown before and after the words, at most."""

WHOLE = 160
"""Characters of the words up to which they are shown whole; the page has them above."""

_GAP = " … "


class PassageView(Struct, frozen=True):
    """Words in their source: what comes before them, the words, what comes after.

    `sha256` is the checksum of the stored text.
    """

    before: Words
    words: Words
    after: Words
    sha256: str


def passage(
    edition: Edition, text: str, language: str, source: str, *, may_go_on: bool = False
) -> PassageView | None:
    """The passage around words of a source; None where its text is not stored.

    Args:
        edition: the edition of the site that shows it.
        text: the words.
        language: the language they are in.
        source: the id of the source.
        may_go_on: whether the last word may have a further ending there.
    """
    stored = edition.content.sources[source].stored
    whole = edition.content.stored.get(source)
    if stored is None or whole is None:
        return None
    plain = edition.words_in(text, language).text
    place = find(plain, folded(whole), may_go_on=may_go_on)
    if place is None:  # which a waiver allows
        return None
    start, end = place
    before, words, after = whole[:start], whole[start:end], whole[end:]
    shown = (_last_words(before), _shortened(words), _first_words(after))
    first, middle, last = (edition.words_in(part, language) for part in shown)
    return PassageView(first, middle, last, stored.sha256)


def _shortened(words: str) -> str:
    text = " ".join(words.split())
    if len(text) <= WHOLE:
        return text
    first = text[: WHOLE // 2].rpartition(" ")[0]
    return f"{first}{_GAP}{text[-WHOLE // 2 :].partition(' ')[2]}"


def _last_words(before: str) -> str:
    """The last words before, with what stands between them and the words."""
    text = " ".join(before[-2 * AROUND :].split())
    cut = text if len(before) <= AROUND else f"…{text[-AROUND:].partition(' ')[2]}"
    return f"{cut} " if before[-1:].isspace() else cut


def _first_words(after: str) -> str:
    text = " ".join(after[: 2 * AROUND].split())
    cut = text if len(after) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]}…"
    return f" {cut}" if after[:1].isspace() else cut
