"""Content is untrusted: what would be markup is shown to readers as the signs it is made of."""

from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

from builder.build import build
from builder.project import Project
from tests.small_site import small_site

HOSTILE = """ "'><b>&lt;{{ 7 }}"""
LANGUAGES = {"kk", "en"}
EVIDENCE = {"stored", "covers"}
"""Left out, since words with other signs after them stand in no source."""


def hostile(data: Any, key: str = "") -> Any:
    """The data with hostile signs after every text that readers see."""
    if isinstance(data, list):
        return [hostile(item) for item in data]
    if not isinstance(data, dict):
        return data
    if data.keys() <= LANGUAGES and key not in ("slug", "translated", "verbatim"):
        return {language: hostile_text(text) for language, text in data.items()}
    kept = {name: value for name, value in data.items() if name not in EVIDENCE}
    return {name: hostile(value, name) for name, value in kept.items()}


def hostile_text(text: Any) -> Any:
    """A text with hostile signs; where there is a list instead, it is no text for readers."""
    return f"{text}{HOSTILE}" if isinstance(text, str) else text


def marked(data: Any) -> Any:
    """Every word of the interface with hostile signs after it."""
    if isinstance(data, dict):
        return {name: marked(value) for name, value in data.items()}
    return f"{data}{HOSTILE}"


def test_signs_of_markup_in_any_text_are_shown_and_do_nothing(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    for path in sorted(site.rglob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text, lists and maps only)
        changed = marked(data) if path.parent.name == "strings" else hostile(data)
        path.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")

    (site / "content/sources/report.txt").unlink()

    built = build(Project(site))

    assert {problem.code for problem in built.problems} == {"wrong-quotation-mark"}
    assert built.is_good
    for artifact in built.artifacts:
        if artifact.page:
            page = LexborHTMLParser(artifact.body.decode())
            assert not page.css("b"), artifact.path
            assert HOSTILE.strip() in page.text(), artifact.path
            assert page.css("title")[0].text().count(HOSTILE.strip()) >= 1, artifact.path
            description = page.css('meta[name="description"]')[0].attributes["content"] or ""
            assert HOSTILE.strip() in description, artifact.path
