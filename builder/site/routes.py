"""The only maker of addresses: which pages there are, and where each one lives.

Every language has its own prefix and slugs; the chooser and the 404 page belong to
no language. Addresses are folders (`/kk/…/`), written as `index.html` inside.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from builder.content.content import Content
from builder.content.model import Article
from builder.content.records import Addressed
from builder.content.source import KeyPath
from builder.problems import Problem, ProblemError

CHOOSER = "index.html"
NOT_FOUND = "404.html"
RECORDS = "data/records.json"
SCHEMA = "data/schema.json"


class PageKey(Struct, frozen=True):
    """What a page is about, the same in every language."""

    kind: str  # home, a section's name, or the kind of a record
    id: str = ""
    is_parallel: bool = False  # all languages side by side
    former: str = ""  # the slug by which the page went before; there stands the way to it

    @property
    def current(self) -> "PageKey":
        """The page itself, where this is only the way to it."""
        return replace(self, former="")

    @property
    def parallel(self) -> "PageKey":
        """The page that has this one's texts side by side."""
        return PageKey(self.kind, self.id, is_parallel=True)


HOME = PageKey("home")
EDITION = PageKey("edition")
SEARCH = PageKey("search")

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "quote": "quotes",
        "agreement": "agreements",
        "person": "people",
        "organisation": "people",
    }
)
"""Kinds of record with pages of their own -> the section above them."""

COLLECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "visit": "visit",
        "person": "people",
        "organisation": "organisations",
        "quote": "quotes",
        "agreement": "agreements",
        "event": "events",
        "source": "sources",
        "article": "articles",
        "term": "terms",
    }
)
"""Kind of record -> where the open data keeps all of that kind."""

_LISTED_ON = {"event": "timeline", "source": "sources", "term": "terms"}
"""Kinds of record that have a place on a section's page."""

PARALLEL = "parallel"
"""The last part of the address of a page that shows all languages side by side."""

_WITHOUT_SEGMENTS = frozenset(("edition", "search"))
"""Sections that show again what other pages show."""


class Routes(Struct, frozen=True):
    """Where every page is.

    `paths` gives the folder below the site's root of each page in each language,
    such as `kk/kelisimder/`; `base` is the site's address, with a final slash.
    """

    base: str
    paths: Mapping[tuple[PageKey, str], str]

    @property
    def root(self) -> str:
        """The path of the site's root on its host: `/`, or `/sub/path/`."""
        return urlsplit(self.base).path

    def href(self, key: PageKey, language: str, fragment: str = "") -> str:
        """The address of a page for a link on the same host."""
        return f"{self.root}{self.paths[key, language]}" + (f"#{fragment}" if fragment else "")

    def file(self, key: PageKey, language: str) -> str:
        """The file of a page below the site's root."""
        return f"{self.paths[key, language]}index.html"

    def local(self, path: str) -> str:
        """The address of a published file for a link on the same host."""
        return f"{self.root}{path}"

    def full(self, href: str) -> str:
        """The full address of what a link on the same host leads to."""
        return f"{self.base.removesuffix(self.root)}{href}"

    def feed(self, language: str) -> str:
        """The file of a language's feed."""
        return f"{language}/feed.xml"

    def identity(self, kind: str, identity: str = "") -> str:
        """What names a record in every language: its place in the open data (RFC 6901)."""
        pointer = f"/{COLLECTIONS[kind]}" + (f"/{identity}" if identity else "")
        return f"{self.base}{RECORDS}#{pointer}"

    def absolute(self, key: PageKey, language: str) -> str:
        """The full address of a page."""
        return f"{self.base}{self.paths[key, language]}"

    def record(self, kind: str, identity: str, language: str) -> str:
        """The address of a record: its own page, or its place on a list."""
        if kind in _LISTED_ON:
            return self.href(PageKey(_LISTED_ON[kind]), language, identity)
        if kind == "figure":
            return self.href(HOME, language, identity)
        return self.href(PageKey(kind, identity), language)


class _Claim(Struct, frozen=True):
    """A page's wish for an address, and where it is written."""

    key: PageKey
    language: str
    path: str
    file: str
    slug: KeyPath = ()


def plan_routes(content: Content, base: str) -> Routes:
    """The addresses of all pages of a site.

    Args:
        content: the site.
        base: its full address; a sub-path is allowed.

    Raises:
        ProblemError: two pages of one language claim the same address.
    """
    claims: dict[str, _Claim] = {}
    problems: list[Problem] = []
    pages = _claims(content)
    if len(content.languages) > 1:
        pages = chain.from_iterable(map(_with_parallel, pages))
    for claim in chain(pages, _former_claims(content)):  # what is there now comes first
        other = claims.setdefault(claim.path, claim)
        if other is not claim and not (other.key.is_parallel and claim.key.is_parallel):
            place = content.place(claim.file, claim.slug)
            there = content.place(other.file, other.slug)
            values = {"address": f"/{claim.path}", "other": str(there)}
            problems.append(Problem("duplicate-address", place, values))
    if problems:
        raise ProblemError(problems)
    paths = {(claim.key, claim.language): claim.path for claim in claims.values()}
    return Routes(base if base.endswith("/") else f"{base}/", MappingProxyType(paths))


def _with_parallel(claim: _Claim) -> Iterator[_Claim]:
    """A page, and beneath it the same side by side."""
    yield claim
    if claim.key.kind not in _WITHOUT_SEGMENTS:
        yield replace(claim, key=claim.key.parallel, path=f"{claim.path}{PARALLEL}/")


def _claims(content: Content) -> Iterator[_Claim]:
    for language in (language.code for language in content.languages):
        home = content.visit.file if content.visit else content.site.file
        yield _Claim(HOME, language, f"{language}/", home)
        for name, slug in content.site.sections.slugs().items():
            path = f"{language}/{slug.get(language, name)}/"
            where: KeyPath = ("sections", name, "slug", language)
            yield _Claim(PageKey(name), language, path, content.site.file, where)
        above = _folders(content, language)
        for record in _addressed(content):
            path = f"{above[record.kind_name]}{record.slug.get(language, record.id)}/"
            key = PageKey(record.kind_name, record.id)
            yield _Claim(key, language, path, record.file, ("slug", language))


def _former_claims(content: Content) -> Iterator[_Claim]:
    above = {language.code: _folders(content, language.code) for language in content.languages}
    for record in _addressed(content):
        for language, slugs in record.former.items():
            for number, slug in enumerate(slugs):
                path = f"{above[language][record.kind_name]}{slug}/"
                key = PageKey(record.kind_name, record.id, former=slug)
                yield _Claim(key, language, path, record.file, ("former", language, number))


def _addressed(content: Content) -> Iterator[Addressed]:
    """Every record that has a page of its own."""
    yield from content.articles.values()
    yield from content.quotes.values()
    yield from content.agreements.values()
    yield from content.people.values()
    yield from content.organisations.values()


def _folders(content: Content, language: str) -> Mapping[str, str]:
    """Kind of record -> the folder of its pages: its section's, or the language's own."""
    slugs = content.site.sections.slugs()
    sections = {kind: slugs[name].get(language, name) for kind, name in SECTIONS.items()}
    folders = {kind: f"{language}/{slug}/" for kind, slug in sections.items()}
    return {Article.kind_name: f"{language}/", **folders}
