"""Whole small sites: the good one, the same in three languages, and those with mistakes.

`sites/good/small` is a whole site but for the words of the interface, which are those of the
project. `sites/broken/NAME` holds only what is laid over it:

- a file takes the place of the small site's file of the same name, or is one more;
- under `content/strings/` and `templates/`, where the project has a file of the same name,
  the text is put before the project's text, so that nothing of it is repeated here;
- `delete.txt` names the files to take away, one a line;
- `expected.txt` is what is said of the result in English, `expected.kk.txt` in Kazakh.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from builder.authoring.approvals import approve
from builder.build import Built
from builder.checks.reviews import standings
from builder.content.load import load
from builder.problems.catalogues import CATALOGUES
from tests.language.invented import INVENTED, LANGUAGES_AND_ONE_MORE

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
SMALL = SITES / "good" / "small"
BROKEN = SITES / "broken"

EXPECTED = {"en": "expected.txt", "kk": "expected.kk.txt"}
"""What is said of a broken site, by the language it is said in."""

DELETE = "delete.txt"


def small_site(site: Path) -> Path:
    """Makes the small site in the folder `site`."""
    shutil.copytree(SMALL, site)
    shutil.copytree(ROOT / "content" / "strings", site / "content" / "strings")
    return site


def reviewed(site: Path) -> Path:
    """Records in the ledger of a site that all its texts were reviewed as they are."""
    loaded = load(site, LANGUAGES_AND_ONE_MORE)
    assert loaded.content is not None
    approve(site, loaded, standings(loaded.content))
    return site


def broken_site(case: str, site: Path) -> Path:
    """Makes the small site with the mistakes of a case in the folder `site`."""
    small_site(site)
    if (BROKEN / case).is_dir():
        _lay_over(BROKEN / case, site)
    if case in MADE:
        MADE[case](site)
    return site


def cases() -> list[str]:
    """The names of all broken sites."""
    return sorted(path.name for path in BROKEN.iterdir())


def said(built: Built, language: str = "en") -> str:
    """What the commands print of a build's problems, but for the lines of the files."""
    catalogue = CATALOGUES[language]
    return "".join(f"{catalogue.describe(problem)}\n" for problem in built.problems)


def _lay_over(case: Path, site: Path) -> None:
    for path in sorted(case.rglob("*")):
        name = path.relative_to(case)
        if path.is_dir() or name.as_posix() in (*EXPECTED.values(), DELETE):
            continue
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        body = path.read_bytes()
        if name.parts[0] == "templates" or name.parts[:2] == ("content", "strings"):
            own = ROOT / name
            body += own.read_bytes() if own.exists() else b""
        target.write_bytes(body)
    if (case / DELETE).exists():
        for line in (case / DELETE).read_text(encoding="utf-8").splitlines():
            (site / line).unlink()


def _large_file(site: Path) -> None:
    (site / "content" / "terms.yaml").write_text("# long\n" * 750_000, encoding="utf-8")


def _link_out_of_site(site: Path) -> None:
    outside = site.parent / "outside.yaml"
    outside.write_text("form: direct\n", encoding="utf-8")
    (site / "content" / "quotes" / "linked.yaml").symlink_to(outside)


def _linked_folder(site: Path) -> None:
    (site / "content" / "more").symlink_to(site / "content" / "quotes")


def _nested_brackets(site: Path) -> None:
    (site / "content" / "terms.yaml").write_text("[" * 50_000 + "\n", encoding="utf-8")


def _link_to_nothing(site: Path) -> None:
    (site / "content" / "quotes" / "linked.yaml").symlink_to("nothing.yaml")


def _link_to_itself(site: Path) -> None:
    (site / "content" / "quotes" / "linked.yaml").symlink_to("linked.yaml")


def _long_number(site: Path) -> None:
    path = site / "content" / "agreements" / "memorandum.yaml"
    text = path.read_text(encoding="utf-8").replace("order: 2", f"order: {'2' * 5_000}")
    path.write_text(text, encoding="utf-8")


def _stale_text(site: Path) -> None:
    """The text of one language was changed after the review."""
    _edit_after_review(site, "side held talks", "side held long talks")


def _unreviewed_text(site: Path) -> None:
    """Both languages were changed after the review."""
    _edit_after_review(site, "{kk: Келіссөз, en: Talks}", "{kk: Ұзақ келіссөз, en: Long talks}")


def _edit_after_review(site: Path, before: str, after: str) -> None:
    event = reviewed(site) / "content" / "events" / "talks.yaml"
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace(before, after, 1), encoding="utf-8")


def _pipe(site: Path) -> None:
    os.mkfifo(site / "content" / "quotes" / "pipe.yaml")


MADE: Mapping[str, Callable[[Path], None]] = {
    "large-file": _large_file,
    "link-out-of-site": _link_out_of_site,
    "link-to-itself": _link_to_itself,
    "link-to-nothing": _link_to_nothing,
    "linked-folder": _linked_folder,
    "long-number": _long_number,
    "nested-brackets": _nested_brackets,
    "pipe": _pipe,
    "stale-text": _stale_text,
    "unreviewed-text": _unreviewed_text,
}
"""Cases that no repository can hold as files."""


def three_languages(site: Path) -> Path:
    """Makes the small site in English, Kazakh and the invented language, in this order.

    Every text of the invented language is the English one between signs of its own.
    """
    small_site(site)
    for path in sorted(site.rglob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text, lists and maps only)
        if path.parent.name == "strings":
            data["language"][INVENTED.code] = INVENTED.name
        elif path.name == "site.yaml":
            data["languages"] = ["en", "kk", INVENTED.code]
        _write(path, _with_third(data))
    for path in sorted(site.rglob("*.en.md")):
        shutil.copy(path, path.with_name(path.name.replace(".en.", f".{INVENTED.code}.")))
    words = site / "content" / "strings"
    english = yaml.load((words / "en.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text, lists and maps only)
    _write(words / f"{INVENTED.code}.yaml", _marked(english))
    return site


def _write(path: Path, data: object) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def _with_third(data: Any, key: str = "") -> Any:
    """The data with a text of the invented language beside every English one."""
    if isinstance(data, list):
        return [_with_third(item) for item in data]
    if not isinstance(data, dict):
        return data
    if key == "translated":
        return {**data, INVENTED.code: data["en"]}
    if data.keys() == {"kk", "en"}:
        third = f"{data['en']}-o" if key == "slug" else _marked(data["en"])
        return {**data, INVENTED.code: third}
    return {name: _with_third(value, name) for name, value in data.items()}


def _marked(data: Any) -> Any:
    """Texts between the quotation marks of the invented language."""
    if isinstance(data, dict):
        return {key: _marked(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_marked(value) for value in data]
    return INVENTED.quote(data)
