"""Text is in the language its page says it is in, as far as letters tell."""

from collections.abc import Iterable, Iterator, Mapping

from builder.language.scripts import script
from builder.verify.facts import PageFacts, Run
from builder.verify.finding import Finding, shortened
from builder.verify.site import Site

_IN_HEAD = ("description", "og:title", "og:description", "og:site_name", "og:image:alt")


def check(site: Site) -> Iterator[Finding]:
    """Text in letters that its language does not have, in the page and in its attributes."""
    foreign = _foreign(site, site.runs.union(*map(_head, site.pages)))
    if not foreign:
        return
    for page in site.pages:
        for run in (*page.runs, *_head(page)):
            for text in foreign.get(run, ()):
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


def _foreign(site: Site, runs: Iterable[Run]) -> Mapping[Run, tuple[str, ...]]:
    """What is foreign in a run; does not look further at text wholly in its own script."""
    own = {
        code: {
            character
            for character in site.characters.get(code, ())
            if script(character) in (None, language.scripts.own)
        }
        for code, language in site.languages.items()
    }
    return {
        run: found
        for run in runs
        if run.language in own
        and not own[run.language].issuperset(run.text)
        and (found := site.languages[run.language].foreign_runs(run.text))
    }
