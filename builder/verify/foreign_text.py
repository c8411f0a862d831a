"""Text is in the language its page says it is in, as far as letters tell."""

import re
from collections.abc import Iterator, Mapping

from builder.language.scripts import script
from builder.verify.facts import PageFacts, Run
from builder.verify.finding import Finding, shortened
from builder.verify.site import Site

_IN_HEAD = ("description", "og:title", "og:description", "og:site_name", "og:image:alt")


def check(site: Site) -> Iterator[Finding]:
    """Text in letters that its language does not have, in the page and in its attributes."""
    others = {code: _others(site, code) for code in site.languages}
    found: dict[Run, tuple[str, ...]] = {}  # one record's words stand on several pages
    for page in site.pages:
        codes = [code for code, used in page.characters.items() if _has(others, code, used)]
        runs = (run for run in page.runs if run.language in codes)
        for run in (*runs, *_head(page)):
            if not _has(others, run.language, run.text):
                continue
            if run not in found:
                found[run] = site.languages[run.language].foreign_runs(run.text)
            for text in found[run]:
                values = {"language": run.language, "text": shortened(text)}
                if run.attribute:
                    values["attribute"] = run.attribute
                    yield Finding("foreign-attribute", page, values)
                else:
                    yield Finding("foreign-text", page, values)


def _head(page: PageFacts) -> Iterator[Run]:
    """The texts of the head, which can have no language of their own.

    A page of no language speaks several there, and so may an incomplete one.
    """
    if page.page.key is None or not page.page.view.is_complete:
        return
    yield Run(page.title, page.page.language, "<title>")
    for name in _IN_HEAD:
        if name in page.metas:
            yield Run(page.metas[name], page.page.language, name)


def _has(others: Mapping[str, re.Pattern[str]], code: str, text: str) -> bool:
    return code in others and others[code].search(text) is not None


def _others(site: Site, code: str) -> re.Pattern[str]:
    """Finds what is not known to be right in a language: a text without it is all in its script."""
    own = site.languages[code].scripts.own
    right = (c for c in site.characters.get(code, ()) if script(c) in (None, own))
    return re.compile(f"[^\0{re.escape(''.join(sorted(right)))}]")  # no text holds U+0000
