"""The sitemap of the real site keeps the form that sitemaps.org and search engines ask for."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.build import build
from builder.project import Project

BASE = "https://host.example/visits/one/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"

# The schema's order; links of the other namespace follow.
ORDER = [f"{SITEMAP}{name}" for name in ("loc", "lastmod", "changefreq", "priority")] + [LINK]

# A language with or without script and region (BCP 47), or the page for all others.
HREFLANG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?|x-default")


def faults(sitemap: bytes) -> Iterator[str]:
    """What in `sitemap` breaks the schema of sitemaps.org, its limits or the rule for alternates:
    a `rel`, an `hreflang`, an `href`, every address full and under `BASE`."""
    if len(sitemap) > 50 * 2**20:
        yield "over 50 MiB"
    root = ET.fromstring(sitemap)  # noqa: S314 (our own file)
    if root.tag != f"{SITEMAP}urlset" or not 0 < len(root) <= 50_000:
        yield f"{root.tag} with {len(root)} addresses"
    for url in root:
        yield from _entry_faults(url)
    locations = [location.text for location in root.iter(f"{SITEMAP}loc")]
    yield from (f"twice: {text}" for text in set(locations) if locations.count(text) > 1)


def _entry_faults(url: ET.Element) -> Iterator[str]:
    tags = [child.tag for child in url]
    if url.tag != f"{SITEMAP}url" or not set(tags) <= set(ORDER):
        yield f"unknown: {url.tag} {tags}"
        return
    if tags != sorted(tags, key=ORDER.index) or tags.count(f"{SITEMAP}loc") != 1:
        yield f"order: {tags}"
    for link in url.iter(LINK):
        if link.keys() != ["rel", "hreflang", "href"] or link.get("rel") != "alternate":
            yield f"link: {link.attrib}"
        if not HREFLANG.fullmatch(link.get("hreflang", "")):
            yield f"hreflang: {link.attrib}"
    addresses = [loc.text or "" for loc in url.iter(f"{SITEMAP}loc")]
    addresses += [link.get("href", "") for link in url.iter(LINK)]
    yield from (f"address: {address}" for address in addresses if not _is_full(address))


def _is_full(address: str) -> bool:
    """Whether `address` is absolute, under the base, at most 2047 characters that RFC 3986 allows
    in a path, and without query or fragment."""
    path = re.fullmatch(r"[A-Za-z0-9\-._~:/@!$&'()*+,;=%]{1,2047}", address)
    return path is not None and address.startswith(BASE)


def sitemap_of(site: Path) -> bytes:
    built = build(Project(site, base_url=BASE))
    return next(a.body for a in built.artifacts if a.path == "sitemap.xml")


@pytest.fixture(scope="module")
def sitemap() -> bytes:
    return sitemap_of(Path(__file__).parent.parent)


def test_the_sitemap_keeps_the_schema_and_names_full_addresses_only(sitemap: bytes) -> None:
    assert list(faults(sitemap)) == []


@pytest.mark.parametrize(
    ("find", "replace", "fault"),
    [
        pytest.param("sitemap/0.9", "sitemap/0.8", "0.8}urlset", id="namespace"),
        pytest.param("<loc>", "<lastmod>2016</lastmod><loc>", "order", id="order"),
        pytest.param("<loc>https://host.example", "<loc>", "address: /visits", id="relative"),
        pytest.param("/kk/", "/қк/", "address", id="not-ASCII"),
        pytest.param('href="https:', 'href="http:', "address: http:", id="other-origin"),
        pytest.param('rel="alternate" ', "", "link", id="no-rel"),
        pytest.param('hreflang="kk"', 'hreflang="kk_KZ"', "hreflang", id="language"),
        pytest.param("<url>", "<url><video/>", "unknown", id="unknown"),
        pytest.param("/kk/", "/en/", "twice", id="repeated"),
    ],
)
def test_a_fault_in_a_sitemap_is_seen(sitemap: bytes, find: str, replace: str, fault: str) -> None:
    text = sitemap.decode()
    assert find in text

    found = list(faults(text.replace(find, replace).encode()))

    assert any(fault in said for said in found)
