"""Content to pages: every page in every language, complete at birth."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from types import MappingProxyType

from builder.content.content import Content
from builder.content.kinds import Policy
from builder.language import Language
from builder.site.drafts import Draft, drafts
from builder.site.routes import CHOOSER, HOME, NOT_FOUND, PageKey, Routes
from builder.site.views.articles import ArticleView
from builder.site.views.edition import Edition, named_by
from builder.site.views.words import Link, Words


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language: a full address for `hreflang`."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """The way to the same page in another language, named as that language names itself."""

    code: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry of the main navigation; `is_current` on its own page."""

    link: Link
    is_current: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """What the skeleton of every page reads about the page."""

    language: str
    direction: str
    title: str
    heading: Words
    description: str
    canonical: str | None
    alternates: tuple[Alternate, ...]
    toggles: tuple[Toggle, ...]
    is_complete: bool


@dataclass(frozen=True, slots=True)
class SiteView:
    """What the skeleton of every page reads about the site.

    `about` leads to the articles on how the site was made: all but the visit's own.
    """

    name: Words
    home: str
    chooser: str
    navigation: tuple[NavigationItem, ...]
    about: tuple[Link, ...]
    contact: str


@dataclass(frozen=True, slots=True)
class NeutralLanguage:
    """One language on a page that belongs to none."""

    code: str
    direction: str
    name: str
    site: Words
    description: Words
    home: str
    not_found_title: str
    not_found_text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: where it goes, what renders it, and all that it may read.

    `language` is the one of `<html>`; `key` is None for pages of no language.
    `origin` is the content file a fault in the page is traced back to.
    """

    key: PageKey | None
    language: str
    path: str
    template: str
    origin: str
    view: PageView
    context: Mapping[str, object] = field(repr=False)


def plan(content: Content, routes: Routes) -> tuple[Page, ...]:
    """All pages of a site, in a fixed order."""
    naming = named_by(content)
    editions = [
        Edition(content, routes, language, content.strings[language.code], naming)
        for language in content.languages
    ]
    planned = {
        (draft.key, edition.code): (edition, draft)
        for edition in editions
        for draft in drafts(edition)
    }
    incomplete = _incomplete(content, planned)
    pages = [
        _page(edition, draft, incomplete, content.languages) for edition, draft in planned.values()
    ]
    return (*_neutral_pages(editions, incomplete), *pages)


def _page(
    edition: Edition,
    draft: Draft,
    incomplete: frozenset[tuple[PageKey, str]],
    languages: Iterable[Language],
) -> Page:
    routes, key = edition.routes, draft.key
    is_complete = (key, edition.code) not in incomplete
    alternates = [
        Alternate(language.code, routes.absolute(key, language.code))
        for language in languages
        if (key, language.code) not in incomplete
    ]
    site_name = edition.words(edition.content.site.name)
    title = draft.title.text
    is_alone = key == HOME or draft.title.language != site_name.language
    view = PageView(
        language=edition.code,
        direction=edition.language.direction,
        title=title if is_alone else f"{title} – {site_name.text}",
        heading=draft.title,
        description=draft.description,
        canonical=routes.absolute(key, edition.code),
        alternates=(*alternates, Alternate("x-default", routes.base)) if is_complete else (),
        toggles=tuple(
            Toggle(language.code, language.name, routes.href(key, language.code))
            for language in languages
            if language.code != edition.code
        ),
        is_complete=is_complete,
    )
    return Page(
        key=key,
        language=edition.code,
        path=f"{routes.paths[key, edition.code]}index.html",
        template=draft.template,
        origin=draft.origin,
        view=view,
        context=MappingProxyType({"site": _site(edition, key), **draft.context}),
    )


def _site(edition: Edition, key: PageKey) -> SiteView:
    content, routes = edition.content, edition.routes
    items = []
    for name in content.site.navigation:
        is_article = name in content.articles
        target = PageKey("article", name) if is_article else PageKey(name)
        label = (
            edition.words(content.articles[name].title)
            if is_article
            else edition.plain(edition.label("section", name))
        )
        link = Link(label, routes.href(target, edition.code))
        items.append(NavigationItem(link, target == key))
    return SiteView(
        name=edition.words(content.site.name),
        home=routes.href(HOME, edition.code),
        chooser=routes.root,
        navigation=tuple(items),
        about=tuple(
            edition.link("article", article.id)
            for article in content.articles.values()
            if not content.visit or article.id != content.visit.article
        ),
        contact=content.site.contact.address,
    )


def _neutral_pages(
    editions: list[Edition], incomplete: frozenset[tuple[PageKey, str]]
) -> Iterator[Page]:
    """The chooser and the 404 page: every language in site order, none before another."""
    first = editions[0]
    languages = tuple(
        NeutralLanguage(
            code=edition.code,
            direction=edition.language.direction,
            name=edition.language.name,
            site=first.words_in(edition.words(edition.content.site.name).text, edition.code),
            description=first.words_in(
                edition.words(edition.content.site.description).text, edition.code
            ),
            home=edition.page(HOME.kind),
            not_found_title=edition.label("not-found", "title"),
            not_found_text=edition.label("not-found", "text"),
        )
        for edition in editions
    )
    names = " – ".join(dict.fromkeys(language.site.text for language in languages))
    lost = " – ".join(language.not_found_title for language in languages)
    for path, template, title in (
        (CHOOSER, "pages/chooser.html", names),
        (NOT_FOUND, "pages/not-found.html", lost),
    ):
        alternates: tuple[Alternate, ...] = ()
        if path == CHOOSER:
            routes = first.routes
            alternates = (
                *(
                    Alternate(edition.code, routes.absolute(HOME, edition.code))
                    for edition in editions
                    if (HOME, edition.code) not in incomplete
                ),
                Alternate("x-default", routes.base),
            )
        view = PageView(
            language=first.code,
            direction=first.language.direction,
            title=title,
            heading=first.plain(title),
            description=" ".join(language.description.text for language in languages),
            canonical=first.routes.base if path == CHOOSER else None,
            alternates=alternates,
            toggles=(),
            is_complete=True,
        )
        context = MappingProxyType({"languages": languages})
        yield Page(None, first.code, path, template, first.content.site.file, view, context)


def _incomplete(
    content: Content, planned: Mapping[tuple[PageKey, str], tuple[Edition, Draft]]
) -> frozenset[tuple[PageKey, str]]:
    """The pages on which another language stands in for a missing text.

    Only the policy `any` lets such a page come so far.
    """
    if content.site.publish is not Policy.ANY:
        return frozenset()
    return frozenset(
        where
        for where, (_, draft) in planned.items()
        if draft.title.missing or _has_missing(draft.context)
    )


def _has_missing(value: object) -> bool:
    if isinstance(value, Words):
        return value.missing
    if isinstance(value, ArticleView) and value.is_missing:
        return True
    if isinstance(value, Mapping):
        return any(_has_missing(item) for item in value.values())
    if isinstance(value, tuple):
        return any(_has_missing(item) for item in value)
    if is_dataclass(value):
        return any(_has_missing(getattr(value, f.name)) for f in fields(value))
    return False
