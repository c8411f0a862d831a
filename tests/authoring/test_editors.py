"""The settings of editors: each leads to every schema, fetches nothing and folds nothing anew."""

import json
import tomllib
from fnmatch import fnmatch
from typing import Any

import pytest

from builder.authoring.editors import help_files
from builder.authoring.schemas import files
from builder.language import LANGUAGES
from tests.small_site import ROOT


def wiring() -> dict[str, str]:
    return dict(help_files(list(LANGUAGES.values()), ["greeting"]))


def server_settings(editor: str) -> dict[str, Any]:
    """What an editor tells the YAML language server, with nested keys."""
    texts = wiring()
    found: dict[str, Any]
    match editor:
        case "zed":
            server = json.loads(texts[".zed/settings.json"])["lsp"]["yaml-language-server"]
            found = server["settings"]["yaml"]
            return found
        case "helix":
            servers = tomllib.loads(texts[".helix/languages.toml"])["language-server"]
            found = servers["yaml-language-server"]["config"]["yaml"]
            return found
    flat = json.loads(texts[".vscode/settings.json"])
    return {
        "schemas": flat["yaml.schemas"],
        "schemaStore": {"enable": flat["yaml.schemaStore.enable"]},
        "yamlVersion": flat["yaml.yamlVersion"],
        "format": {"enable": flat["yaml.format.enable"]},
    }


@pytest.mark.parametrize("editor", ["vscode", "zed", "helix"])
def test_an_editor_is_led_to_every_schema_and_to_nothing_elsewhere(editor: str) -> None:
    settings = server_settings(editor)

    assert settings["schemas"] == {f"./{schema}": pattern for schema, pattern in files().items()}
    assert settings["schemaStore"] == {"enable": False}
    assert settings["format"] == {"enable": False}
    assert settings["yamlVersion"] == "1.2"


def test_every_schema_that_is_named_is_there_and_for_some_file() -> None:
    assert {name for name in wiring() if name.startswith("schemas/")} == files().keys()
    assert [pattern for pattern in files().values() if not list(ROOT.glob(pattern))] == []


def test_every_yaml_file_of_the_site_has_one_schema() -> None:
    """But for the ledger, which nobody writes by hand."""
    files_there = [path.relative_to(ROOT) for path in (ROOT / "content").rglob("*.yaml")]
    content = [path.as_posix() for path in files_there if path.parts[1] != "reviews"]
    found = {f: [p for p in files().values() if fnmatch(f, p)] for f in ["site.yaml", *content]}

    assert len(found) > 80
    assert [file for file, patterns in found.items() if len(patterns) != 1] == []


def test_cyrillic_letters_are_not_marked_as_suspicious() -> None:
    settings = json.loads(wiring()[".vscode/settings.json"])

    for kind in ("[yaml]", "[markdown]"):
        assert settings[kind]["editor.unicodeHighlight.ambiguousCharacters"] is False


def test_the_extension_that_reads_the_schemas_is_recommended() -> None:
    extensions = json.loads(wiring()[".vscode/extensions.json"])

    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}
