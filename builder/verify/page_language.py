"""A page says which language it is in, and every language code is one."""

from collections.abc import Iterator

from builder.language.codes import is_language
from builder.verify.finding import Finding
from builder.verify.site import Site

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
    return tag in ("", DEFAULT) or is_language(tag)
