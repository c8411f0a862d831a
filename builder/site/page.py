"""A page to render, and what the skeleton of every page reads."""

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct, field

from builder.site.announcement import Announcement
from builder.site.routes import PageKey
from builder.site.security import POLICY, policy
from builder.site.views.cards import ShareImage
from builder.site.views.words import NO_NOTICE, Link, SourceLink, Words


class Alternate(Struct, frozen=True):
    """The same page in a language: a full address for `hreflang`."""

    hreflang: str
    href: str


class Toggle(Struct, frozen=True):
    """The way to the same page in another language, named as that language names itself.

    `label` is what the page's own language calls it.
    """

    code: str
    name: str
    label: str
    href: str


class PageView(Struct, frozen=True):
    """What the skeleton of every page reads about the page.

    `address` is where it stands on the site, empty for pages of no language. `breadcrumbs` lead to
    the pages above it, `cited` to every source that it names, `parallel` to its texts side by
    side; `draft` says to editors that it is not published,
    `review` to readers how its heading was reviewed, where that is not as it should be.
    """

    language: str
    direction: str
    title: str
    heading: Words
    description: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
    toggles: tuple[Toggle, ...]
    is_complete: bool
    address: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    cited: tuple[SourceLink, ...] = ()
    parallel: str | None = None
    is_indexed: bool = True
    draft: str = ""
    review: Markup = NO_NOTICE
    announcement: Announcement | None = None
    share_image: ShareImage | None = None

    @property
    def policy(self) -> str:
        """What a browser may load on the page."""
        return policy(self.announcement.linked_data) if self.announcement else POLICY


class SiteView(Struct, frozen=True):
    """What the skeleton of every page reads about the site.

    `about` leads to the articles on how the site was made: all but the visit's own.
    """

    name: Words
    home: str
    chooser: str
    print_edition: str
    navigation: tuple[Link, ...]
    about: tuple[Link, ...]
    contact: str


class NeutralLanguage(Struct, frozen=True):
    """One language on a page that belongs to none."""

    code: str
    direction: str
    name: str
    site: Words
    description: Words
    home: str
    not_found_title: str
    not_found_text: str


class Page(Struct, frozen=True):
    """A page to render: where it goes, what renders it, and all that it may read.

    `language` is the one of `<html>`; `key` is None for pages of no language.
    `origin` is the content file a fault in the page is traced back to. `anchors` are the
    addresses whose content stands on this page too, each with the id it has here.
    """

    key: PageKey | None
    language: str
    path: str
    template: str
    origin: str
    view: PageView
    context: Mapping[str, object]
    anchors: Mapping[str, str] = field(default_factory=dict)
