"""Which files a site may hold and what each is; anything else is reported, not ignored."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from builder.content.fields import SLUG
from builder.content.model import (
    Agreement,
    Article,
    Event,
    Organisation,
    Person,
    Quote,
    Record,
    Source,
)
from builder.content.parts import is_picture_name
from builder.problems import Place, Problem

ARTICLES = "pages"

RECORDS: dict[str, type[Record]] = {
    "people": Person,
    "organisations": Organisation,
    "quotes": Quote,
    "agreements": Agreement,
    "events": Event,
    "sources": Source,
    ARTICLES: Article,
}
"""Folder of `content/` -> what each of its YAML files is."""

STRINGS = "strings"
PICTURES = "images"
SINGLE_FILES = ("visit.yaml", "terms.yaml", "corrections.yaml")


@dataclass(slots=True)
class Survey:
    """The files of a site by what they are; paths are relative to the site's folder."""

    single: set[str] = field(default_factory=set)
    records: list[tuple[str, str]] = field(default_factory=list)  # folder, file
    prose: list[tuple[str, str, str]] = field(default_factory=list)  # article, language, file
    strings: list[tuple[str, str]] = field(default_factory=list)  # language, file
    stored: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def survey(root: Path) -> Survey:
    """Looks at every file under `content/`.

    Hidden files and those that editors leave behind (`name~`) are passed over.
    """
    found = Survey()
    for file in _files(root, found.problems):
        path = PurePosixPath(file)
        folder = "/".join(path.parts[1:-1])
        if not folder and path.name in SINGLE_FILES:
            found.single.add(file)
        elif folder == STRINGS and path.suffix == ".yaml":
            found.strings.append((path.stem, file))
        elif folder == ARTICLES and path.suffix == ".md":
            _add_prose(found, file, path.stem)
        elif folder in RECORDS and path.suffix == ".yaml":
            _add_record(found, file, folder, path.stem)
        elif RECORDS.get(folder) is Source and path.suffix == ".txt":
            found.stored.add(file)
        elif folder == PICTURES:
            _add_picture(found, file, path.name)
        else:
            found.problems.append(_strange(file, folder, path.name))
    return found


def _add_prose(found: Survey, file: str, stem: str) -> None:
    article, _, language = stem.rpartition(".")
    if article and language:
        found.prose.append((article, language, file))
    else:
        found.problems.append(Problem("prose-without-language", Place(file), {"name": stem}))


def _add_record(found: Survey, file: str, folder: str, stem: str) -> None:
    if SLUG.fullmatch(stem):
        found.records.append((folder, file))
    else:
        found.problems.append(Problem("bad-id", Place(file), {"id": stem}))


def _add_picture(found: Survey, file: str, name: str) -> None:
    if is_picture_name(name):
        found.pictures.add(file)
    else:
        found.problems.append(Problem("bad-picture-name", Place(file), {"name": name}))


def _files(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Every file under `content/` in order of name; links that lead out are reported."""
    base = root.resolve()
    problems.extend(
        Problem("link-out-of-site", Place(name))
        for name in ("site.yaml", "content")
        if not (root / name).resolve().is_relative_to(base)
    )
    for folder, folders, names in os.walk(root / "content"):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *(n for n in folders if Path(folder, n).is_symlink())]):
            if name.startswith(".") or name.endswith("~"):
                continue
            path = Path(folder, name)
            file = path.relative_to(root).as_posix()
            shown = os.fsencode(file).decode(errors="replace")
            if shown != file:  # no UTF-8, so it could not even be printed
                values = {"name": PurePosixPath(shown).name}
                problems.append(Problem("unknown-file", Place(shown), values))
            elif path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(base):
                problems.append(Problem("link-out-of-site", Place(file)))
            elif path.is_dir() and path.is_symlink():
                problems.append(Problem("linked-folder", Place(file)))
            elif path.exists() and not path.is_file():  # a pipe, say, that would never end
                problems.append(Problem("unknown-file", Place(file), {"name": name}))
            else:
                yield file


def _strange(file: str, folder: str, name: str) -> Problem:
    values = {"name": f"{folder}/{name}" if folder else name}
    folders = (*RECORDS, STRINGS, PICTURES)
    if folder in folders and name.endswith(".yml"):
        values["suggestion"] = f"{name.removesuffix('.yml')}.yaml"
    elif folder and folder not in folders and (near := get_close_matches(folder, folders, 1)):
        values["suggestion"] = f"content/{near[0]}/{name}"
    elif not folder and (near := get_close_matches(name, SINGLE_FILES, 1)):
        values["suggestion"] = near[0]
    return Problem("unknown-file", Place(file), values)
