"""What a page says of itself to those who share, collect or follow it.

Only a page that announces its languages has one: what is incomplete, or not to be
indexed, is announced nowhere.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct

from builder.site.drafts import Draft
from builder.site.linked_data import linked_data, whole_site
from builder.site.views.edition import Edition
from builder.site.views.words import Link

_TYPES: Mapping[str, str] = MappingProxyType(
    {**dict.fromkeys(("article", "quote", "agreement"), "article"), "person": "profile"}
)


class Announcement(Struct, frozen=True):
    """The tags of Open Graph (ogp.me), the address of the feed, and linked data.

    `locale` and `other_locales` are those of the page and of its translations.
    """

    type: str
    site_name: str
    locale: str
    other_locales: tuple[str, ...]
    linked_data: Markup
    feed: str | None = None


def announcement(
    edition: Edition, draft: Draft, languages: Sequence[str], breadcrumbs: tuple[Link, ...]
) -> Announcement | None:
    """The announcement of a page of one language.

    Args:
        edition: the edition the page belongs to.
        draft: the page.
        languages: those in which the page is complete.
        breadcrumbs: the pages above it.
    """
    if edition.code not in languages:
        return None
    return Announcement(
        type=_TYPES.get(draft.key.kind, "website"),
        site_name=edition.words(edition.content.site.name).text,
        locale=edition.language.locale,
        other_locales=tuple(
            language.locale
            for language in edition.content.languages
            if language.code in languages and language is not edition.language
        ),
        linked_data=linked_data(edition, draft, tuple(languages), breadcrumbs),
        feed=edition.routes.local(edition.routes.feed(edition.code)),
    )


def announcement_of_all(editions: Sequence[Edition], name: str) -> Announcement:
    """The announcement of the page `name`, which leads into every language."""
    first, *others = editions
    return Announcement(
        type="website",
        site_name=name,
        locale=first.language.locale,
        other_locales=tuple(edition.language.locale for edition in others),
        linked_data=whole_site(editions, first.routes.base),
    )
