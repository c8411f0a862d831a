"""What stands around every page: its title, where it is in the site, its other languages."""

from collections.abc import Collection, Iterator, Sequence
from types import MappingProxyType

from markupsafe import Markup
from msgspec.structs import replace

from builder.site.announcement import announcement, announcement_of_all
from builder.site.drafts import Draft
from builder.site.page import (
    Alternate,
    NeutralLanguage,
    Page,
    PageView,
    SiteView,
    Toggle,
)
from builder.site.routes import CHOOSER, EDITION, HOME, NOT_FOUND, SECTIONS, PageKey
from builder.site.views.cards import ShareImage
from builder.site.views.edition import Edition
from builder.site.views.shown import shown
from builder.site.views.words import NO_NOTICE, Link, SourceLink


def page_of(
    edition: Edition,
    site: SiteView,
    draft: Draft,
    complete: Collection[str],
    share_image: ShareImage | None,
) -> Page:
    """The page of a draft.

    Args:
        edition: the edition it belongs to.
        site: what all pages of the edition say of the site.
        draft: what it shows.
        complete: the languages in which it lacks no text.
        share_image: what stands for it where it is shared.
    """
    routes, key, languages = edition.routes, draft.key, edition.content.languages
    is_complete = edition.code in complete
    alternates = [
        Alternate(language.code, routes.absolute(key, language.code))
        for language in languages
        if language.code in complete
    ]
    site_name = edition.called(edition.content.site.name)
    title, breadcrumbs = draft.title.text, _breadcrumbs(edition, key)
    is_alone = key == HOME or draft.title.language != site_name.language
    view = PageView(
        language=edition.code,
        direction=edition.language.direction,
        title=title if is_alone else f"{title} – {site_name.text}",
        heading=replace(draft.title, review=""),
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
        address=routes.href(key, edition.code),
        breadcrumbs=breadcrumbs,
        cited=_cited(draft.context),
        parallel=(
            routes.href(key.parallel, edition.code)
            if (key.parallel, edition.code) in routes.paths
            else None
        ),
        review=_review(edition, key),
        draft=(
            edition.label("draft", "notice") if (key.kind, key.id) in edition.content.drafts else ""
        ),
        announcement=announcement(edition, draft, [a.hreflang for a in alternates], breadcrumbs),
        share_image=share_image,
    )
    return Page(
        key=key,
        language=edition.code,
        path=routes.file(key, edition.code),
        template=draft.template,
        origin=draft.origin,
        view=view,
        context=MappingProxyType({"site": site, **draft.context}),
    )


def _review(edition: Edition, key: PageKey) -> Markup:
    """How the heading was reviewed, where it is a text of the content."""
    content = edition.content
    if key == HOME:
        return edition.words(content.site.name).notice
    is_record = key.kind in content.records
    return edition.title(key.kind, key.id).notice if is_record else NO_NOTICE


def _breadcrumbs(edition: Edition, key: PageKey) -> tuple[Link, ...]:
    """Home, and the section of a record; nothing is above home."""
    if key == HOME:
        return ()
    home = Link(edition.called(edition.content.site.name), edition.page(HOME.kind))
    section = SECTIONS.get(key.kind)
    if section is None:
        return (home,)
    label = edition.plain(edition.label("section", section))
    return (home, Link(label, edition.page(section)))


def _cited(context: object) -> tuple[SourceLink, ...]:
    sources = {link.number: link for link in shown(context) if isinstance(link, SourceLink)}
    return tuple(sources[number] for number in sorted(sources))


def site_view(edition: Edition) -> SiteView:
    """What all pages of an edition say of the site."""
    content, routes = edition.content, edition.routes
    items = []
    for name in content.site.navigation:
        is_article = name in content.articles
        target = PageKey("article", name) if is_article else PageKey(name)
        label = (
            edition.called(content.articles[name].title)
            if is_article
            else edition.plain(edition.label("section", name))
        )
        items.append(Link(label, routes.href(target, edition.code)))
    return SiteView(
        name=edition.called(content.site.name),
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


def neutral_pages(
    editions: Sequence[Edition], complete: Collection[str], share_image: ShareImage | None
) -> Iterator[Page]:
    """The chooser and the 404 page: every language in site order, none before another.

    Args:
        editions: the site in each of its languages.
        complete: the languages in which the home page lacks no text.
        share_image: what stands for these pages where they are shared.
    """
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
                    if edition.code in complete
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
            share_image=share_image,
        )
        context = MappingProxyType({"languages": languages})
        yield Page(None, first.code, path, template, first.content.site.file, view, context)
