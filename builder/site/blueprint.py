"""A site that is planned: its pages and files by path, each made when it is asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

from jinja2 import Environment

from builder.cache import Cache
from builder.content.content import Content
from builder.site.artifacts import Artifact
from builder.site.assets import FOLDER, Assets
from builder.site.feeds import feeds
from builder.site.metadata import ROBOTS, SITEMAP, metadata
from builder.site.moved import moved_page
from builder.site.open_data import open_data
from builder.site.page import Page
from builder.site.pages import Pages
from builder.site.parallel import ParallelPages
from builder.site.pictures import Pictures
from builder.site.print_edition import print_edition
from builder.site.routes import EDITION, RECORDS, SCHEMA, PageKey, Routes
from builder.site.security import HOST_FILE, host_headers
from builder.site.share_images import ShareImages
from builder.site.templates import Templates


class Look(NamedTuple):
    """What makes a site look as it does: its templates and its static files."""

    templates: Templates
    assets: Assets


class Blueprint:
    """All that a site consists of.

    Args:
        content: the site.
        routes: where its pages are.
        look: its templates and static files.
        cache: where pictures are kept, which take long to make.
        has_share_images: whether to draw the images that stand for pages where these are shared.
    """

    def __init__(
        self,
        content: Content,
        routes: Routes,
        look: Look,
        cache: Cache,
        *,
        has_share_images: bool,
    ) -> None:
        self._content = content
        self._routes = routes
        self._templates, self._assets = look
        self._cache = cache
        self._pictures = Pictures(content.pictures)
        self._share_images = ShareImages(look.assets) if has_share_images else None
        self._pages = Pages(content, routes, self._pictures, self._share_images)
        self._parallel = ParallelPages(
            content, routes, self._pages.page, lambda: self._pages.reviews
        )

    @cached_property
    def pages(self) -> Mapping[str, Callable[[], Page]]:
        """Path -> what makes the page, in a fixed order."""
        makers: dict[str, Callable[[], Page]] = {
            page.path: partial(_same, page) for page in self._pages.neutral
        }
        for key, code in self._pages.keys:
            makers[self._routes.file(key, code)] = partial(self._pages.page, key, code)
        for key, code in self._pages.keys:
            if (key.parallel, code) in self._routes.paths:
                path = self._routes.file(key.parallel, code)
                makers[path] = partial(self._parallel.page, key, code)
        for code in self.environments:
            makers[self._routes.file(EDITION, code)] = partial(self._edition, code)
        for key, code in self._routes.paths:
            if key.former:
                makers[self._routes.file(key, code)] = partial(self._moved, key, code)
        return MappingProxyType(makers)

    @cached_property
    def environments(self) -> Mapping[str, Environment]:
        """The templates as each language sees them, by its code."""
        addresses = self._assets.addresses(self._routes.root)
        return {
            language.code: self._templates.environment(
                language, self._content.strings[language.code], addresses
            )
            for language in self._content.languages
        }

    def look_of(self, language: str) -> tuple[object, ...]:
        """All but its own values that a page in a language is rendered from, to be compared."""
        spoken = self._content.language(language)
        return (
            self._templates.digest,
            self._assets.paths,
            self._routes.root,
            self._content.strings[language],
            (spoken.name, spoken.quotation_marks, spoken.comma, spoken.conjunction),
        )

    def asset(self, name: str) -> str:
        """The address of a static file."""
        return self._assets.addresses(self._routes.root)(name)

    def file(self, path: str) -> bytes | None:
        """What is published at a path that is no page; None where there is nothing.

        All pages are made only for the files that list them.

        Raises:
            ProblemError: pictures or fonts that cannot be read.
        """
        groups = self._for_browsers() if path.startswith(f"{FOLDER}/") else self._for_machines(path)
        return next((files[path] for files in groups if path in files), None)

    def _for_browsers(self) -> Iterator[Mapping[str, bytes]]:
        """What pages load, by path: those first that take the least to make."""
        yield self._assets.bodies
        yield self._picture_bodies
        yield self._search_files
        yield self._share_image_bodies

    def _for_machines(self, path: str) -> Iterator[Mapping[str, bytes]]:
        """What no page loads, by path, as far as it can be at this one."""
        if path in (RECORDS, SCHEMA, HOST_FILE):
            yield self._of_site
        if path in (SITEMAP, ROBOTS, *map(self._routes.feed, self.environments)):
            yield self._of_pages

    @cached_property
    def _picture_bodies(self) -> Mapping[str, bytes]:
        return dict(self._pictures.bodies(self._cache))

    @cached_property
    def _search_files(self) -> Mapping[str, bytes]:
        return {index.path: index.body for index in self._pages.indexes}

    @cached_property
    def _share_image_bodies(self) -> Mapping[str, bytes]:
        images = self._share_images
        return dict(images.bodies(self._pages.cards, self._cache)) if images else {}

    @cached_property
    def _of_site(self) -> Mapping[str, bytes]:
        headers = host_headers(self._routes, self.environments).encode()
        files = open_data(self._content, self._routes)
        return {**{file.path: file.body for file in files}, HOST_FILE: headers}

    @cached_property
    def _of_pages(self) -> Mapping[str, bytes]:
        pages = [make() for make in self.pages.values()]
        files = (*metadata(pages, self._routes.base), *feeds(pages))
        return {file.path: file.body for file in files}

    def files(self) -> tuple[Artifact, ...]:
        """All but the pages: static files, pictures, files for machines.

        Raises:
            ProblemError: pictures or fonts that cannot be read.
        """
        groups = (*self._for_browsers(), self._of_site, self._of_pages)
        return tuple(Artifact(path, body) for files in groups for path, body in files.items())

    def _edition(self, code: str) -> Page:
        pages = {
            key: self._pages.page(key, language)
            for key, language in self._pages.keys
            if language == code
        }
        return print_edition(self._content, self._routes, pages)

    def _moved(self, key: PageKey, code: str) -> Page:
        page = self._pages.page(key.current, code)
        return moved_page(self._content, self._routes, key, page)


def _same(page: Page) -> Page:
    return page
