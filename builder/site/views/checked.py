"""What was checked of the site's texts, as its readers see it."""

from dataclasses import astuple, dataclass, fields

from builder.site.views.edition import Edition
from builder.site.views.words import Words


@dataclass(frozen=True, slots=True)
class CountView:
    """A number and what it counts."""

    label: Words
    number: str


@dataclass(frozen=True, slots=True)
class CheckedView:
    """The counts, in the words of one language."""

    counts: tuple[CountView, ...]


def checked_view(edition: Edition) -> CheckedView:
    """What was checked, in the words and numbers of an edition."""
    found = edition.checked()
    names = (field.name for field in fields(found))
    return CheckedView(
        tuple(
            CountView(
                edition.plain(edition.label("checked", name)), edition.language.number(number)
            )
            for name, number in zip(names, astuple(found), strict=True)
        )
    )
