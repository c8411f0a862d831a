"""Figures can be written in every language of the site."""

from collections.abc import Iterator
from decimal import Decimal

from builder.content.content import Content
from builder.language import Language
from builder.problems import Problem


def check(content: Content) -> Iterator[Problem]:
    """Sums in a currency that some language has no name for."""
    figures = content.visit.figures if content.visit else ()
    for figure in figures:
        if figure.currency is None:
            continue
        unable = [
            language.code
            for language in content.languages
            if not _can_name(language, figure.currency)
        ]
        if unable:
            place = content.place(figure.file, (*figure.path, "currency"))
            values = {"currency": figure.currency, "languages": ", ".join(unable)}
            yield Problem("unknown-currency", place, values)


def _can_name(language: Language, currency: str) -> bool:
    try:
        language.money(Decimal(1), currency)
    except ValueError:
        return False
    return True
