"""Text is in the language its page says it is in, as far as letters tell."""

from collections.abc import Callable, Iterator
from functools import cache

from builder.language import Language
from builder.language.scripts import script
from builder.verify.facts import PageFacts, Run
from builder.verify.finding import Finding, shortened
from builder.verify.site import Site

_IN_HEAD = ("description", "og:title", "og:description", "og:site_name", "og:image:alt")


def check(site: Site) -> Iterator[Finding]:
    """Text in letters that its language does not have, in the page and in its attributes."""
    readers = {code: _reader(language) for code, language in site.languages.items()}
    for page in site.pages:
        for run in (*page.runs, *_head(page)):
            if run.language not in readers:
                continue
            for text in readers[run.language](run.text):
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


def _reader(language: Language) -> Callable[[str], tuple[str, ...]]:
    """Finds foreign runs; does not look further at text wholly in the language's own script."""

    @cache
    def is_own(character: str) -> bool:
        return script(character) in (None, language.scripts.own)

    @cache  # one record's words stand on several pages
    def foreign_runs(text: str) -> tuple[str, ...]:
        if all(map(is_own, set(text))):
            return ()
        return language.foreign_runs(text)

    return foreign_runs
