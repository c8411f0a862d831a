"""Former addresses: each leads to where the page is now, and announces nothing else."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.build import build
from builder.project import Project
from builder.site.routes import PageKey
from builder.site.security import POLICY
from tests.small_site import said, small_site

FORMER = ("en/quotes/amity", "en/quotes/on-friendship")
NOW = "/visit/en/quotes/friendship/"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    built = build(Project(small_site(tmp_path_factory.mktemp("moved") / "site")))
    assert built.is_good, said(built)
    return {a.path: a.body.decode(errors="replace") for a in built.artifacts}


@pytest.mark.parametrize("path", FORMER)
def test_a_former_address_sends_readers_on_and_has_a_link(path: str, files: dict[str, str]) -> None:
    html = LexborHTMLParser(files[f"{path}/index.html"])

    (refresh,) = html.css("meta[http-equiv=refresh]")
    (link,) = html.css("a")
    assert refresh.attributes["content"] == f"0; url={NOW}"
    assert (link.attributes["href"], link.text()) == (NOW, "Friendship")


@pytest.mark.parametrize("path", FORMER)
def test_a_former_address_is_not_to_be_listed_and_names_the_one_that_is(
    path: str, files: dict[str, str]
) -> None:
    html = LexborHTMLParser(files[f"{path}/index.html"])

    (robots,) = html.css("meta[name=robots]")
    (canonical,) = html.css("link[rel=canonical]")
    (policy,) = html.css("meta[http-equiv=Content-Security-Policy]")
    assert robots.attributes["content"] == "noindex"
    assert canonical.attributes["href"] == f"https://small.example{NOW}"
    assert policy.attributes["content"] == POLICY
    assert html.css("link[rel=alternate], script, style, header") == []
    assert path not in files["sitemap.xml"]
    assert f"{path}/parallel/index.html" not in files


def test_only_the_language_that_had_a_former_address_has_it(files: dict[str, str]) -> None:
    sent = [path for path, text in files.items() if 'http-equiv="refresh"' in text]

    assert sent == [f"{path}/index.html" for path in FORMER]


@pytest.mark.parametrize(
    ("file", "former", "path", "now"),
    [
        ("pages/talks.yaml", "{kk: [buryngy]}", "kk/buryngy", "kk/kelissoz"),
        ("people/guest.yaml", "{en: [old]}", "en/people/old", "en/people/guests-name"),
        (
            "organisations/guest-country.yaml",
            "{en: [old]}",
            "en/people/old",
            "en/people/guest-country",
        ),
        (
            "agreements/memorandum.yaml",
            "{kk: [eski]}",
            "kk/kelisimder/eski",
            "kk/kelisimder/memorandum",
        ),
    ],
)
def test_every_record_with_a_page_may_have_former_addresses(
    file: str, former: str, path: str, now: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path / "site")
    record = site / "content" / file
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}former: {former}\n", encoding="utf-8")

    built = build(Project(site))

    assert said(built) == ""
    (page,) = (a for a in built.artifacts if a.path == f"{path}/index.html")
    assert f'content="0; url=/visit/{now}/"' in page.body.decode()


def test_the_key_of_a_former_address_leads_to_that_of_the_page() -> None:
    assert PageKey("quote", "trade", former="old").current == PageKey("quote", "trade")
