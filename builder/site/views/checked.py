"""What was checked of the site's texts, as its readers see it."""

from msgspec import Struct
from msgspec.structs import astuple, fields

from builder.site.views.edition import Edition
from builder.site.views.words import Words


class CountView(Struct, frozen=True):
    """A number and what it counts."""

    label: Words
    number: str


class CheckedView(Struct, frozen=True):
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
