"""The feeds of corrections and additions: valid Atom (RFC 4287) that leads to the pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built, build
from builder.project import Project
from tests.site.conftest import BASE
from tests.small_site import small_site

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")

# What an element of a feed, or of an entry, must have once, and what we write beside it.
FEED = {"id": 1, "title": 1, "updated": 1, "author": 1, "link": 2}
ENTRY = {"id": 1, "title": 1, "updated": 1, "link": 1, "content": 1}


def feed(built: Built, code: str) -> ET.Element:
    body = next(a.body for a in built.artifacts if a.path == f"{code}/feed.xml")
    return ET.fromstring(body)  # noqa: S314 (our own file)


def codes(built: Built) -> set[str]:
    return {a.page.language for a in built.artifacts if a.page and a.page.key}


def page(built: Built, address: str) -> LexborHTMLParser:
    path = f"{address.removeprefix(BASE)}index.html"
    body = next(artifact.body for artifact in built.artifacts if artifact.path == path)
    return LexborHTMLParser(body.decode())


def faults(element: ET.Element, wanted: dict[str, int]) -> Iterator[str]:
    """What in a feed or an entry breaks the rules of RFC 4287, 4.1.1 and 4.1.2."""
    for name, count in wanted.items():
        found = element.findall(f"{ATOM}{name}")
        if len(found) != count:
            yield f"{name}: {len(found)} times"
    for updated in element.findall(f"{ATOM}updated"):
        if not INSTANT.fullmatch(updated.text or ""):
            yield f"updated: {updated.text}"
    for name in ("id", "title"):
        yield from (f"{name}: empty" for one in element.findall(f"{ATOM}{name}") if not one.text)
    known = {f"{ATOM}{name}" for name in (*FEED, *ENTRY, "entry")}
    yield from (f"unknown: {child.tag}" for child in element if child.tag not in known)


def test_every_language_has_a_valid_feed_that_names_itself(any_site: Built) -> None:
    assert codes(any_site)
    for code in codes(any_site):
        root = feed(any_site, code)
        entries = root.findall(f"{ATOM}entry")
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}

        assert root.tag == f"{ATOM}feed"
        assert root.get(LANG) == code
        assert list(faults(root, FEED)) == []
        assert [fault for entry in entries for fault in faults(entry, ENTRY)] == []
        assert links["self"] == root.findtext(f"{ATOM}id") == f"{BASE}{code}/feed.xml"
        identities = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(identities)) == len(identities)


def test_every_entry_leads_to_its_place_on_the_page(small: Built) -> None:
    for code in codes(small):
        entries = feed(small, code).findall(f"{ATOM}entry")
        assert len(entries) == 2
        for entry in entries:
            link = entry.find(f"{ATOM}link")
            assert link is not None
            address, fragment = urldefrag(link.get("href") or "")
            (place,) = page(small, address).css(f"#{fragment}")
            assert (entry.findtext(f"{ATOM}content") or "") in place.text()


def test_the_newest_entry_comes_first_and_dates_the_feed(small: Built) -> None:
    root = feed(small, "en")
    titles = [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]

    assert root.findtext(f"{ATOM}updated") == "2016-12-03T00:00:00Z"
    assert titles == ["Addition", "Correction: Trade"]
    assert root.findtext(f"{ATOM}entry/{ATOM}content") == (
        "The glossary was added. This line has the signs <script> and & too."
    )


def test_a_feed_without_entries_is_as_old_as_the_newest_source(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    (site / "content" / "corrections.yaml").unlink()
    source = site / "content" / "sources" / "ministry-page.yaml"
    source.write_text(
        source.read_text(encoding="utf-8").replace("date: 2016-11", "date: 2017-03"),
        encoding="utf-8",
    )

    root = feed(build(Project(site)), "en")

    assert root.findall(f"{ATOM}entry") == []
    assert root.findtext(f"{ATOM}updated") == "2017-03-01T00:00:00Z"


def test_a_newer_entry_of_the_same_day_changes_no_name(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "content" / "corrections.yaml"
    before = [
        e.findtext(f"{ATOM}id") for e in feed(build(Project(site)), "en").iter(f"{ATOM}entry")
    ]
    newer = "- date: 2016-12-03\n  text: {kk: Тағы бірі., en: One more.}\n"
    path.write_text(newer + path.read_text(encoding="utf-8"), encoding="utf-8")

    after = [e.findtext(f"{ATOM}id") for e in feed(build(Project(site)), "en").iter(f"{ATOM}entry")]

    assert after[1:] == before
    assert after[0] not in before


@pytest.mark.parametrize("path", ["en/index.html", "en/sources/index.html"])
def test_pages_lead_to_the_feed(small: Built, path: str) -> None:
    html = page(small, BASE + path.removesuffix("index.html"))

    (link,) = html.css('head link[type="application/atom+xml"]')
    assert link.attributes["href"] == "/visits/one/en/feed.xml"
    assert link.attributes["title"]


def test_the_sources_page_shows_a_link_to_the_feed(small: Built) -> None:
    html = page(small, f"{BASE}en/sources/")

    assert html.css('main a[href="/visits/one/en/feed.xml"]')
