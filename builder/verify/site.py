"""The rendered site as the checks see it: its pages, its other files, and where a link leads."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from msgspec import Struct

from builder.language import Language
from builder.site.artifacts import Artifact
from builder.site.page import Page
from builder.site.routes import PageKey
from builder.verify.facts import INDEX, PageFacts

WEB = frozenset(("http", "https"))
TEXT_DIRECTIVE = ":~:"
ABSOLUTE = ("/", "http:", "https:", "mailto:")  # beginnings of what is the same on any page

_IGNORED = re.compile(r"[\t\n\r]")  # signs that stand in no address (URL standard, section 4.4)
_PLAIN = re.compile(r"(?:/(?!\.)[\w.-]+)+/?", re.ASCII)  # an address that is a path as it stands
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Target(NamedTuple):
    """Where a link leads.

    Attributes:
        scheme: of the full address, in small letters.
        is_here: whether it is on the site's own host.
        path: the file it names below the site's root; None if it is not below it.
        fragment: what follows `#`, decoded, without text directives.
    """

    scheme: str
    is_here: bool
    path: str | None
    fragment: str


class Site(Struct, frozen=True, dict=True):
    """A rendered site.

    Attributes:
        base: its full address, with a final slash.
        languages: the languages that are known, by code.
        pages: in the order of their paths.
        files: path -> bytes of everything that is no page.
    """

    base: str
    languages: Mapping[str, Language]
    pages: tuple[PageFacts, ...]
    files: Mapping[str, bytes]

    @cached_property
    def by_path(self) -> Mapping[str, PageFacts]:
        """The pages by their file below the root."""
        return MappingProxyType({page.page.path: page for page in self.pages})

    @cached_property
    def by_key(self) -> Mapping[tuple[PageKey, str], PageFacts]:
        """The pages that belong to a language, by what they are about and that language."""
        return MappingProxyType(
            {(page.page.key, page.page.language): page for page in self.pages if page.page.key}
        )

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The languages the site has pages in, sorted by code."""
        return tuple(sorted({language for _, language in self.by_key}))

    @cached_property
    def characters(self) -> Mapping[str, frozenset[str]]:
        """The characters of all runs in each language."""
        found: dict[str, set[str]] = {}
        for page in self.pages:
            for code, characters in page.characters.items():
                found.setdefault(code, set()).update(characters)
        return MappingProxyType({code: frozenset(of) for code, of in found.items()})

    @cached_property
    def places(self) -> Mapping[str, frozenset[str]]:
        """The ids of each page, by its file below the root."""
        return MappingProxyType({page.page.path: frozenset(page.ids) for page in self.pages})

    @cached_property
    def stylesheets(self) -> Mapping[str, str]:
        """The stylesheets without their comments, in the order of their paths."""
        return MappingProxyType(
            {
                path: _CSS_COMMENT.sub("", body.decode(errors="replace"))
                for path, body in sorted(self.files.items())
                if path.endswith(".css")
            }
        )

    def full_address(self, page: PageFacts) -> str:
        """The full address of a page."""
        return f"{self.base}{page.address[1:]}"

    def locate(self, path: str, address: str) -> Target:
        """Where `address` leads from the file `path`."""
        # Most links stand on every page: what does not depend on the page is worked out once.
        where = "" if address.startswith(ABSOLUTE) else path, address
        if where not in self._located:
            self._located[where] = self._locate(*where)
        return self._located[where]

    @cached_property
    def near(self) -> dict[str, Mapping[str, str]]:
        """Path that leads nowhere -> the page that was probably meant, worked out once."""
        return {}

    @cached_property
    def _located(self) -> dict[tuple[str, str], Target]:
        return {}

    def _locate(self, path: str, address: str) -> Target:
        place, sign, fragment = address.partition("#")
        if sign:  # many lead to places of one page
            fragment = _IGNORED.sub("", fragment).partition(TEXT_DIRECTIVE)[0]
            return self.locate(path, place)._replace(fragment=unquote(fragment))
        if _PLAIN.fullmatch(place):  # nearly all are, and it takes long to look for all there is
            return self._below_root(self._parts.scheme, place)
        try:
            parts = urlsplit(urljoin(f"{self.base}{path}", place))
        except ValueError:  # such as an unclosed bracket in a host
            return Target("", is_here=False, path=None, fragment="")
        if parts.scheme in WEB and parts.netloc == self._parts.netloc:
            return self._below_root(parts.scheme, parts.path)
        return Target(parts.scheme, is_here=False, path=None, fragment="")

    def _below_root(self, scheme: str, path: str) -> Target:
        """What an address on the site's own host leads to."""
        target = None
        if path.startswith(self._parts.path):
            target = unquote(path.removeprefix(self._parts.path))
            target += INDEX if not target or target.endswith("/") else ""
        return Target(scheme, is_here=True, path=target, fragment="")

    @cached_property
    def _parts(self) -> SplitResult:
        return urlsplit(self.base)


def read_site(
    artifacts: Iterable[Artifact],
    base: str,
    languages: Mapping[str, Language],
    read: Callable[[Page, bytes], PageFacts],
) -> Site:
    """Read what was rendered."""
    pages = []
    files = {}
    for artifact in artifacts:
        if artifact.page:
            pages.append(read(artifact.page, artifact.body))
        else:
            files[artifact.path] = artifact.body
    pages.sort(key=lambda page: page.page.path)
    return Site(base, languages, tuple(pages), MappingProxyType(files))
