"""Content to pages: every page in every language, complete at birth."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from builder.content.content import Content
from builder.content.kinds import Policy
from builder.language import Language
from builder.site.announcement import announcement, announcement_of_all
from builder.site.drafts import Draft, drafts
from builder.site.page import (
    Alternate,
    NavigationItem,
    NeutralLanguage,
    Page,
    PageView,
    SiteView,
    Toggle,
)
from builder.site.pictures import Pictures
from builder.site.routes import CHOOSER, EDITION, HOME, NOT_FOUND, SECTIONS, PageKey, Routes
from builder.site.search import search_index
from builder.site.views.articles import ArticleView
from builder.site.views.cards import Cards, all_cards
from builder.site.views.edition import Edition, named_by, source_numbers
from builder.site.views.shown import shown
from builder.site.views.words import Link, SourceLink, Words


class Plan(NamedTuple):
    """All that is to be published of the content: pages, files by path, what is drawn."""

    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    cards: Cards


def plan(content: Content, routes: Routes, pictures: Pictures) -> Plan:
    """All pages of a site, in a fixed order, and the search files."""
    naming, numbers = named_by(content), source_numbers(content)
    editions = [
        Edition(
            content, routes, pictures, language, content.strings[language.code], naming, numbers
        )
        for language in content.languages
    ]
    indexes = {edition.code: search_index(edition) for edition in editions}
    planned = {
        (draft.key, edition.code): (edition, draft)
        for edition in editions
        for draft in drafts(edition, indexes)
    }
    incomplete = _incomplete(content, planned)
    pages = [
        _page(edition, draft, incomplete, content.languages) for edition, draft in planned.values()
    ]
    files = {index.path: index.body for index in indexes.values()}
    return Plan(
        (*_neutral_pages(editions, incomplete), *pages),
        MappingProxyType(files),
        all_cards(editions),
    )


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
    title, breadcrumbs = draft.title.text, _breadcrumbs(edition, key)
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
            Toggle(
                language.code,
                language.name,
                edition.language_name(language.code),
                routes.href(key, language.code),
            )
            for language in languages
            if language.code != edition.code
        ),
        is_complete=is_complete,
        breadcrumbs=breadcrumbs,
        cited=_cited(draft.context),
        parallel=(
            routes.href(key.parallel, edition.code)
            if (key.parallel, edition.code) in routes.paths
            else None
        ),
        announcement=announcement(edition, draft, [a.hreflang for a in alternates], breadcrumbs),
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


def _breadcrumbs(edition: Edition, key: PageKey) -> tuple[Link, ...]:
    """Home, and the section of a record; nothing is above home."""
    if key == HOME:
        return ()
    home = Link(edition.words(edition.content.site.name), edition.page(HOME.kind))
    section = SECTIONS.get(key.kind)
    if section is None:
        return (home,)
    label = edition.plain(edition.label("section", section))
    return (home, Link(label, edition.page(section)))


def _cited(context: object) -> tuple[SourceLink, ...]:
    sources = {link.number: link for link in shown(context) if isinstance(link, SourceLink)}
    return tuple(sources[number] for number in sorted(sources))


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
        print_edition=routes.href(EDITION, edition.code),
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
            announcement=announcement_of_all(editions, title) if alternates else None,
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


def _has_missing(context: object) -> bool:
    return any(
        (isinstance(value, Words) and value.missing)
        or (isinstance(value, ArticleView) and value.is_missing)
        for value in shown(context)
    )
