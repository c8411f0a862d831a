"""The records as open data: whole, in every language, as the schema says, without the evidence."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from builder.build import Built
from builder.content.load import load
from builder.site.open_data import SCHEMA_FILE
from builder.site.routes import COLLECTIONS
from tests.site.conftest import BASE
from tools.schema import schema

ROOT = Path(__file__).parent.parent.parent


def published(built: Built, path: str) -> Any:
    return json.loads(next(a.body for a in built.artifacts if a.path == path))


def faults(built: Built, data: Any) -> list[str]:
    validator = Draft202012Validator(
        published(built, "data/schema.json"),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(data)]


def test_the_schema_is_the_models() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema(), "run python -m tools.schema"


def test_the_schema_is_valid(any_site: Built) -> None:
    Draft202012Validator.check_schema(published(any_site, "data/schema.json"))


def test_the_data_is_as_its_schema_says(any_site: Built) -> None:
    data = published(any_site, "data/records.json")

    assert faults(any_site, data) == []
    assert data["$schema"] == f"{BASE}data/schema.json"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("quotes", "trade", "form"), "shouted"),
        (("quotes", "trade", "text"), "one language"),
        (("people", "guest", "sources"), "report"),
        (("agreements", "memorandum", "order"), "first"),
        (("visit", "unknown"), 1),
        (("unknown",), {}),
    ],
)
def test_a_fault_in_the_data_is_seen(small: Built, path: tuple[str, ...], value: object) -> None:
    data = deepcopy(published(small, "data/records.json"))
    inside = data
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value

    assert faults(small, data) != []


def test_every_record_is_there_with_the_address_of_its_page_in_every_language(real: Built) -> None:
    data = published(real, "data/records.json")
    content = load(ROOT).content
    assert content is not None
    files = {artifact.path for artifact in real.artifacts}

    for kind, records in content.records.items():
        if kind in COLLECTIONS:
            found = data[COLLECTIONS[kind]]
            assert list(found) == list(records)
            for record in found.values():
                assert list(record["address"]) == data["site"]["languages"]
                for address in record["address"].values():
                    path = address.removeprefix(BASE).partition("#")[0]
                    assert f"{path}index.html" in files
    assert [figure["id"] for figure in data["visit"]["figures"]] == list(content.figures)


def test_records_carry_texts_references_sources_and_confidence(small: Built) -> None:
    quote = published(small, "data/records.json")["quotes"]["trade"]
    visit = published(small, "data/records.json")["visit"]

    assert quote["text"].keys() == {"kk", "en"}
    assert quote["speaker"] in published(small, "data/records.json")["people"]
    assert quote["source"] == "report"
    assert visit["dated"]["from"] == "2016-11-06"
    assert visit["dated"]["confidence"] == "verified"
    assert visit["dated"]["sources"] == ["ministry-page"]


def test_texts_are_plain(real: Built) -> None:
    body = next(a.body for a in real.artifacts if a.path == "data/records.json").decode()

    assert "[[" not in body
    assert "content/" not in body


def test_the_text_kept_as_evidence_is_not_published(any_site: Built) -> None:
    for stored in (*ROOT.glob("content/sources/*.txt"), *ROOT.glob("tests/sites/**/report.txt")):
        text = " ".join(stored.read_text(encoding="utf-8").split())
        for artifact in any_site.artifacts:
            if artifact.path.startswith("data/"):
                assert text[:400] not in " ".join(artifact.body.decode().split())


def test_each_record_stands_on_a_line_of_its_own(small: Built) -> None:
    body = next(a.body for a in small.artifacts if a.path == "data/records.json").decode()

    lines = body.splitlines()
    assert sum(line.startswith('"trade": {') for line in lines) == 1
    assert any(line.startswith('"friendship": {') for line in lines)
