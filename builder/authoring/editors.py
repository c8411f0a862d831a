"""The files by which editors of text find the schemas: VS Code, Zed and Helix.

Others that run the YAML language server follow the `modeline` of a file. Nothing is fetched from
elsewhere, and nothing is formatted: a formatter would fold prose anew and hide what changed.
"""

import json
from collections.abc import Collection, Mapping, Sequence

from builder.authoring import snippets
from builder.authoring.scalars import Json
from builder.authoring.schemas import files, schemas
from builder.language import Language

_VERSION = "1.2"  # of YAML: in 1.1, `no` is a yes or no and `12:30` a number
_EXTENSION = "redhat.vscode-yaml"


def help_files(languages: Sequence[Language], strings: Collection[str]) -> Mapping[str, str]:
    """Path from the site's folder -> text, of the schemas and of all that leads to them.

    Args:
        languages: the languages of the site, in its order.
        strings: the keys of interface strings that its templates ask for.
    """
    return {
        **schemas(languages, strings),
        snippets.PATH: snippets.snippets(languages),
        ".vscode/settings.json": _json(_vs_code()),
        ".vscode/extensions.json": _json({"recommendations": [_EXTENSION]}),
        ".zed/settings.json": _json(_zed()),
        ".helix/languages.toml": _helix(),
    }


def _patterns() -> Mapping[str, str]:
    return {f"./{schema}": pattern for schema, pattern in files().items()}


def _vs_code() -> Json:
    prose: Json = {
        "editor.formatOnSave": False,
        "editor.unicodeHighlight.ambiguousCharacters": False,  # Cyrillic is no mistake here
        "editor.wordWrap": "on",
    }
    return {
        "yaml.schemas": _patterns(),
        "yaml.schemaStore.enable": False,
        "yaml.yamlVersion": _VERSION,
        "yaml.format.enable": False,
        "[yaml]": {**prose, "editor.insertSpaces": True, "editor.tabSize": 2},
        "[markdown]": prose,
    }


def _zed() -> Json:
    server = {
        "schemas": _patterns(),
        "schemaStore": {"enable": False},
        "yamlVersion": _VERSION,
        "format": {"enable": False},
    }
    return {
        "lsp": {"yaml-language-server": {"settings": {"yaml": server}}},
        "languages": {
            "YAML": {"tab_size": 2, "format_on_save": "off", "soft_wrap": "editor_width"},
            "Markdown": {"format_on_save": "off", "soft_wrap": "editor_width"},
        },
    }


def _helix() -> str:
    server = "language-server.yaml-language-server.config.yaml"
    lines = [
        f"[{server}]",
        f'yamlVersion = "{_VERSION}"',
        "schemaStore.enable = false",
        "format.enable = false",
        "",
        f"[{server}.schemas]",
        *(f'"{schema}" = "{pattern}"' for schema, pattern in _patterns().items()),
    ]
    return "\n".join(lines) + "\n"


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
