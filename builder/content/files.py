"""Which files a site may hold and what each is; anything else is reported, not ignored."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from builder.content.fields import SLUG
from builder.content.model import Agreement, Article, Event, Organisation, Person, Quote, Source
from builder.content.parts import is_picture_name
from builder.content.records import Record
from builder.content.suggestions import as_id, nearest
from builder.content.walk import files
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
REVIEWS = "reviews"
PICTURES = "images"
SINGLE_FILES = ("visit.yaml", "terms.yaml", "corrections.yaml")


class Survey(Struct):
    """The files of a site by what they are; paths are relative to the site's folder."""

    single: set[str] = field(default_factory=set)
    records: list[tuple[str, str]] = field(default_factory=list)  # folder, file
    prose: list[tuple[str, str, str]] = field(default_factory=list)  # article, language, file
    strings: list[tuple[str, str]] = field(default_factory=list)  # language, file
    stored: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    reviews: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def survey(root: Path) -> Survey:
    """Looks at every file under `content/`.

    Hidden files and those that editors leave behind are passed over.
    """
    found = Survey()
    for file in files(root, found.problems):
        folder, _, name = file.rpartition("/")
        folder = folder.partition("/")[2]  # below `content`
        stem, _, kind = name.rpartition(".")
        if not folder and name in SINGLE_FILES:
            found.single.add(file)
        elif folder == STRINGS and kind == "yaml":
            found.strings.append((stem, file))
        elif folder == ARTICLES and kind == "md":
            _add_prose(found, file, stem)
        elif folder in RECORDS and kind == "yaml":
            _add_record(found, file, folder, stem)
        elif RECORDS.get(folder) is Source and kind == "txt":
            found.stored.add(file)
        elif folder == PICTURES:
            _add_picture(found, file, name)
        elif folder.partition("/")[0] == REVIEWS and kind == "yaml":
            found.reviews.append(file)
        else:
            found.problems.append(_strange(file, folder, name))
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
        found.problems.append(Problem("bad-id", Place(file), {"id": stem, **as_id(stem)}))


def _add_picture(found: Survey, file: str, name: str) -> None:
    if is_picture_name(name):
        found.pictures.add(file)
    else:
        values = {"name": name, **_as_picture_name(name)}
        found.problems.append(Problem("bad-picture-name", Place(file), values))


def _as_picture_name(name: str) -> Mapping[str, str]:
    """The same name in the letters of ids, if it is that of a picture."""
    stem, _, suffix = name.rpartition(".")
    suffix = suffix.lower().replace("jpeg", "jpg")
    meant = as_id(stem, f".{suffix}")
    return meant if is_picture_name(meant.get("suggestion", "")) else {}


def _strange(file: str, folder: str, name: str) -> Problem:
    values = {"name": f"{folder}/{name}" if folder else name}
    folders = (*RECORDS, STRINGS, PICTURES)
    # Some systems hide the end of a.yaml.txt from whoever saved it.
    stem, suffix = name.removesuffix(".txt").rpartition(".")[::2]
    if folder in folders:
        meant = {"yml": "yaml", "yaml": "yaml", "markdown": "md", "md": "md"}.get(suffix.lower())
        values |= {"suggestion": f"{stem}.{meant}"} if stem and meant else {}
    elif folder:
        near = nearest(folder, folders)
        values |= {key: f"content/{meant}/{name}" for key, meant in near.items()}
    else:
        values |= nearest(name, SINGLE_FILES)
    return Problem("unknown-file", Place(file), values)
