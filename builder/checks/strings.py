"""The words of the interface: the same keys in every language, none missing, none unused."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from builder.content import kinds
from builder.content.content import Content
from builder.content.settings import Sections
from builder.content.strings import Strings
from builder.content.suggestions import nearest
from builder.problems import Place, Problem

GROUPS: Mapping[str, Iterable[str]] = {
    "visit-kind": kinds.VisitKind,
    "agreement-kind": kinds.AgreementKind,
    "organisation-kind": kinds.OrganisationKind,
    "source-kind": kinds.SourceKind,
    "form": kinds.Form,
    "translator": kinds.Translator,
    "confidence": kinds.Confidence,
    "change-kind": kinds.ChangeKind,
    "feed": ("title",),
    "open-data": ("title", "description"),
    "entry-kind": ("page", "quote", "person", "event", "term", "figure"),
    "section": Sections.__struct_fields__,
    "section-description": Sections.__struct_fields__,
    "side-by-side": ("title", "description"),
    "not-found": ("title", "text"),
    "moved": ("title", "text"),
    "draft": ("mark", "notice"),
    "review": ("unreviewed", "changed", "overtaken"),
    "checked": ("texts", "reviewed", "verbatim", "stored", "found", "waivers"),
}
"""Groups of strings that name each value of a closed list."""

LANGUAGE = "language"
"""The group that names languages: those of the texts, and any others."""


def check(content: Content, used: Mapping[str, tuple[Place, ...]]) -> Iterator[Problem]:
    """Judges the strings of every language.

    Args:
        content: the site.
        used: the keys that the templates ask for, each with its places.
    """
    if not content.strings:
        return
    known = {key for strings in content.strings.values() for key in strings.texts}
    languages = _language_codes(content)
    for strings in content.strings.values():
        yield from _differences(content, strings, used.keys() & known, strings.texts.keys())
        yield from _groups(content, strings)
        for code in sorted(languages - strings.groups.get(LANGUAGE, {}).keys()):
            yield Problem("language-without-name", Place(strings.file), {"language": code})
    for key in used.keys() - known:
        values = {"key": key, **nearest(key, known)}
        for place in used[key]:
            yield Problem("unknown-string", place, values)


def _groups(content: Content, strings: Strings) -> Iterator[Problem]:
    present = strings.groups
    yield from _differences(content, strings, {*GROUPS, LANGUAGE}, present.keys())
    for name, members in GROUPS.items():
        if name in present:
            yield from _differences(content, strings, set(members), present[name].keys(), name)


def _differences(
    content: Content,
    strings: Strings,
    wanted: AbstractSet[str],
    present: AbstractSet[str],
    group: str = "",
) -> Iterator[Problem]:
    """Strings that are not used or not there; one that is misspelt is told as such alone."""
    missing = sorted(wanted - present)
    for key in sorted(present - wanted):
        near = nearest(key, missing)
        missing = [other for other in missing if other not in near.values()]
        place = content.place(strings.file, (group, key) if group else (key,), key=True)
        values = {"key": _shown(group, key), **near}
        yield Problem("unused-string", place, values)
    for key in missing:
        yield Problem("missing-string", Place(strings.file), {"key": _shown(group, key)})


def _shown(group: str, key: str) -> str:
    return f"{group}: {key}" if group else key


def _language_codes(content: Content) -> set[str]:
    """Every language some text of the site is said to be in."""
    codes = {language.code for language in content.languages}
    for quote in content.quotes.values():
        codes |= {quote.original, *([quote.spoken] if quote.spoken else [])}
    for source in content.sources.values():
        codes.update(source.languages)
    for agreement in content.agreements.values():
        codes.update(title.language for title in agreement.other_titles)
    return codes
