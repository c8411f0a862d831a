"""Linked data: terms of schema.org only, identities that agree between languages, safe in HTML."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import SDO
from selectolax.lexbor import LexborHTMLParser

from builder.build import Built
from builder.site.artifacts import Artifact
from builder.site.linked_data import script_data
from tests.site.conftest import BASE

TERMS = frozenset(SDO.__annotations__)
JSON_LD = frozenset(("@context", "@graph", "@id", "@type", "@value", "@language"))


def scripts(artifact: Artifact) -> list[str]:
    page = LexborHTMLParser(artifact.body.decode())
    return [node.text() for node in page.css('head > script[type="application/ld+json"]')]


def data(built: Built, path: str) -> list[dict[str, Any]]:
    """The nodes of the graph of a page."""
    (artifact,) = (artifact for artifact in built.artifacts if artifact.path == path)
    (script,) = scripts(artifact)
    nodes: list[dict[str, Any]] = json.loads(script)["@graph"]
    return nodes


def main(built: Built, path: str) -> dict[str, Any]:
    """The main entity of a page."""
    entity: dict[str, Any] = data(built, path)[0]["mainEntity"]
    return entity


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a value."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from nodes(item)


def all_nodes(built: Built) -> Iterator[dict[str, Any]]:
    for artifact in built.artifacts:
        if artifact.page:
            for script in scripts(artifact):
                yield from nodes(json.loads(script))


def test_every_page_to_be_found_has_linked_data_once_and_no_other_has(any_site: Built) -> None:
    pages = [artifact for artifact in any_site.artifacts if artifact.page]
    listed = next(a.body.decode() for a in any_site.artifacts if a.path == "sitemap.xml")

    assert len(pages) > 30
    for page in pages:
        is_listed = f"<loc>{BASE}{page.path.removesuffix('index.html')}</loc>" in listed
        assert len(scripts(page)) == is_listed, page.path


def test_every_type_and_property_is_in_the_vocabulary(any_site: Built) -> None:
    found = {
        name
        for node in all_nodes(any_site)
        for types in (node.get("@type", []),)
        for name in (*node, *(types if isinstance(types, list) else [types]))
    }

    assert len(found) > 40
    assert found - JSON_LD - TERMS == set()


def test_whatever_is_no_text_has_a_type_or_an_identity(any_site: Built) -> None:
    for node in all_nodes(any_site):
        assert node.keys() & {"@type", "@id", "@value", "@graph"}, node


def test_every_identity_and_address_is_a_full_one_of_this_site(any_site: Built) -> None:
    files = {artifact.path for artifact in any_site.artifacts}
    identities = [node["@id"] for node in all_nodes(any_site) if "@id" in node]
    addresses = [node["url"] for node in all_nodes(any_site) if "url" in node]

    assert len(identities) > 150
    for address in identities + addresses:
        assert address.startswith(BASE)
        path = urldefrag(address).url.removeprefix(BASE)
        assert (f"{path}index.html" if not path or path.endswith("/") else path) in files, address


def test_an_identity_in_the_open_data_points_to_its_record(any_site: Built) -> None:
    file = next(a.body for a in any_site.artifacts if a.path == "data/records.json")
    pointers = {
        urldefrag(node["@id"]).fragment
        for node in all_nodes(any_site)
        if "/data/records.json#" in node.get("@id", "")
    }

    assert len(pointers) > 10
    for pointer in pointers:
        found = json.loads(file)
        for part in pointer.split("/")[1:]:
            found = found[part]
        assert found


def test_nothing_is_empty_or_unknown(any_site: Built) -> None:
    values = [value for node in all_nodes(any_site) for value in node.values()]

    assert [value for value in values if value in (None, "", [], {})] == []


def test_a_translation_names_its_original_and_the_original_its_translations(
    any_site: Built,
) -> None:
    works = {
        node["@id"]: node
        for node in all_nodes(any_site)
        if node.get("@type") in ("Quotation", "CreativeWork") and "text" in node
    }
    languages = {language for node in works.values() for language in [node["inLanguage"]]}

    translated = 0
    for identity, node in works.items():
        for other in node.get("workTranslation", []):
            assert works[other["@id"]]["translationOfWork"]["@id"] == identity
            assert works[other["@id"]]["inLanguage"] == other["inLanguage"]
            translated += 1
        if "translationOfWork" in node:
            others = works[node["translationOfWork"]["@id"]]["workTranslation"]
            assert identity in [other["@id"] for other in others]
    assert translated == len(works) * (len(languages) - 1) / len(languages) > 0


def test_a_quote_says_who_is_quoted_from_what_and_only_a_translation_who_translated(
    small: Built,
) -> None:
    original = main(small, "kk/daieksozder/dostyk/index.html")
    translation = main(small, "en/quotes/friendship/index.html")

    for node in (original, translation):
        assert node["@type"] == "Quotation"
        assert node["isBasedOn"]["@id"] == f"{BASE}data/records.json#/sources/report"
        assert node["spokenByCharacter"]["@id"].startswith(f"{BASE}data/records.json#/people/")
    assert "creditText" not in original
    assert translation["creditText"] == "translated by the editors"


def test_reported_words_are_no_quotation(small: Built) -> None:
    reported = main(small, "en/quotes/trade/index.html")

    assert reported["@type"] == "CreativeWork"
    assert reported["about"]["@type"] == "Person"
    assert "spokenByCharacter" not in reported


def test_the_visit_is_an_event_with_its_days_and_people_in_their_offices(real: Built) -> None:
    visit = main(real, "en/index.html")

    assert visit["@type"] == "Event"
    assert (visit["startDate"], visit["endDate"]) == ("2016-11-06", "2016-11-09")
    assert visit["organizer"]["name"] == "Japan"
    roles = [a["roleName"] for a in visit["attendee"] if a["@type"] == "Role"]
    assert roles == ["President of Kazakhstan", "Prime Minister of Japan"]
    events = {event["@id"].rpartition("/")[2]: event for event in visit["subEvent"]}
    assert events.keys() == {"talks", "signing", "notes-exchange"}
    assert "startDate" not in events["signing"]  # no source states it


def test_a_date_that_nobody_states_is_left_out(real: Built) -> None:
    contract = main(real, "en/agreements/expo-2017-contract/index.html")
    statement = main(real, "en/agreements/joint-statement/index.html")
    notes = main(real, "en/agreements/visa-notes/index.html")

    assert contract["dateCreated"] == "2016-11-07"
    assert "dateCreated" not in statement
    assert notes["temporalCoverage"] == "2017-01-01/.."
    assert [party["name"] for party in statement["creator"]] == ["Kazakhstan", "Japan"]


def test_breadcrumbs_lead_from_home_to_the_page(small: Built) -> None:
    page = data(small, "en/quotes/trade/index.html")[0]

    steps = page["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["item"] for step in steps] == [
        f"{BASE}en/",
        f"{BASE}en/quotes/",
        f"{BASE}en/quotes/trade/",
    ]


def test_the_chooser_names_the_site_in_every_language(three: Built) -> None:
    (site,) = data(three, "index.html")

    assert site["inLanguage"] == [name["@language"] for name in site["name"]]
    parts = [part["@id"] for part in site["hasPart"]]
    for code, part in zip(site["inLanguage"], parts, strict=True):
        (edition,) = [n for n in data(three, f"{code}/index.html") if n["@type"] == "WebSite"]
        assert edition["@id"] == part
        assert edition["isPartOf"]["@id"] == site["@id"]


@given(st.text(max_size=40) | st.sampled_from(["</script>", "<!--<script>", "]]>", "&lt;"]))
def test_no_text_can_end_the_script_or_change(text: str) -> None:
    script = script_data([{"name": text}])

    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script)["@graph"] == [{"name": text}]


@pytest.mark.parametrize("text", ["</script><b>", "<!--", "a & b"])
def test_markup_in_a_text_stays_text(text: str) -> None:
    page = LexborHTMLParser(
        f'<head><script type="application/ld+json">{script_data([{"name": text}])}</script></head>'
    )

    (script,) = page.css("script")
    assert json.loads(script.text())["@graph"][0]["name"] == text
