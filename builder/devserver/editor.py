"""Addresses that open a file in the editor, at a line."""

from pathlib import Path
from urllib.parse import quote

from builder.problems import Place

EDITOR = "vscode://file{path}:{line}:{column}"
"""The usual address: Visual Studio Code's, https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls."""


def open_address(template: str, root: Path, place: Place) -> str:
    """The address that opens a place in an editor.

    Args:
        template: an address with `{path}` (full, from `/` on), `{line}` and `{column}`.
        root: the site's folder.
        place: where to open; a file as a whole is opened at its beginning.
    """
    path = quote(str(root.resolve() / place.file), errors="replace")
    values = {"path": path, "line": max(1, place.line), "column": max(1, place.column)}
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", str(value))
    return template
