"""What is shown when a page is shared (Open Graph, ogp.me)."""

from selectolax.lexbor import LexborHTMLParser

from builder.build import Built
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.site.conftest import BASE


def tags(built: Built, path: str) -> list[tuple[str, str]]:
    (artifact,) = (artifact for artifact in built.artifacts if artifact.path == path)
    metas = LexborHTMLParser(artifact.body.decode()).css("head > meta")
    return [
        (meta.attributes.get("property") or meta.attributes.get("name") or "", content)
        for meta in metas
        if (content := meta.attributes.get("content"))
    ]


def test_a_page_says_its_title_address_and_language_and_those_of_its_translations(
    three: Built,
) -> None:
    found = tags(three, "en/quotes/trade/index.html")
    once = dict(found)

    assert once["og:type"] == "article"
    assert once["og:site_name"] == "A small visit"
    assert once["og:url"] == f"{BASE}en/quotes/trade/"
    assert once["og:description"] == once["description"]
    assert once["og:title"]
    assert once["og:locale"] == LANGUAGES_AND_ONE_MORE["en"].locale
    others = [language.locale for code, language in LANGUAGES_AND_ONE_MORE.items() if code != "en"]
    assert [content for name, content in found if name == "og:locale:alternate"] == others


def test_every_page_to_be_found_is_ready_to_be_shared_and_no_other_is(any_site: Built) -> None:
    listed = next(a.body.decode() for a in any_site.artifacts if a.path == "sitemap.xml")
    required = {"og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale"}

    for artifact in any_site.artifacts:
        if artifact.page:
            names = {name for name, _ in tags(any_site, artifact.path)}
            address = f"{BASE}{artifact.path.removesuffix('index.html')}"
            is_listed = f"<loc>{address}</loc>" in listed
            assert required <= names if is_listed else not required & names, artifact.path
            assert ("twitter:card" in names) == is_listed


def test_a_picture_to_share_has_its_size_and_says_what_it_is(small: Built) -> None:
    files = {artifact.path for artifact in small.artifacts}
    seen = 0
    for artifact in small.artifacts:
        once = dict(tags(small, artifact.path)) if artifact.page else {}
        has_picture = "og:image" in once
        card = "summary_large_image" if has_picture else "summary"
        assert once.get("twitter:card", card) == card
        if has_picture:
            seen += 1
            assert once["og:image"].removeprefix(BASE) in files
            assert (once["og:image:width"], once["og:image:height"]) == ("1200", "630")
            assert once["og:image:alt"]
    assert seen > 4
