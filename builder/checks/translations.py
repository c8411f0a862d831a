"""Every translated text stands in every language, and says from which it was made."""

from collections.abc import Iterator

from builder.content.content import Content
from builder.content.fields import Translated
from builder.content.kinds import Policy
from builder.content.model import Quote
from builder.problems import Problem, Severity


def check(content: Content) -> Iterator[Problem]:
    """Texts and prose that a language lacks; quotes and titles without their original.

    Under the policy `any` a missing translation is a warning: the page then shows
    the other language and says so.
    """
    lenient = content.site.publish is Policy.ANY
    severity = Severity.WARNING if lenient else Severity.ERROR
    codes = [language.code for language in content.languages]
    for file, path, value in content.documents():
        for inner, leaf in value.leaves:
            if isinstance(leaf, Translated):
                for code in codes:
                    if code not in leaf:
                        place = content.place(file, (*path, *inner))
                        values = {"field": str(inner[-1]), "language": code}
                        yield Problem("missing-translation", place, values, severity)
    yield from _prose(content, codes, severity)
    yield from _originals(content)


def _prose(content: Content, codes: list[str], severity: Severity) -> Iterator[Problem]:
    for article in content.articles.values():
        if (article.kind_name, article.id) in content.unreadable:
            continue
        texts = content.prose.get(article.id, {})
        for code in codes:
            if code not in texts:
                name = article.file.replace(".yaml", f".{code}.md")
                values = {"name": name, "language": code}
                worst = severity if texts else Severity.ERROR
                yield Problem("missing-prose", content.place(article.file), values, worst)


def _originals(content: Content) -> Iterator[Problem]:
    for quote in content.quotes.values():
        if quote.original not in quote.text:
            place = content.place(quote.file, ("original",))
            yield Problem("original-missing", place, {"language": quote.original})
        else:
            yield from _translators(content, quote)
    for agreement in content.agreements.values():
        for language in agreement.verbatim:
            if agreement.translated.get(language):
                place = content.place(agreement.file, ("translated", language))
                yield Problem("translated-original", place, {"language": language})


def _translators(content: Content, quote: Quote) -> Iterator[Problem]:
    """Each text but the original names who translated it; the original names nobody."""
    if quote.original in quote.translated:
        place = content.place(quote.file, ("translated", quote.original))
        yield Problem("translated-original", place, {"language": quote.original})
    for language in quote.text:
        if language != quote.original and language not in quote.translated:
            place = content.place(quote.file, ("text", language))
            yield Problem("translator-missing", place, {"language": language})
