"""New records: commented files, with every language of the site laid out, for an editor to fill in.

Their layouts lie in the folder `layouts` beside this module, for each language of comments. In
them a line with `LANGUAGE` stands once a language, `EACH` is one after the other, and `ID` the id.
A new record is a draft with empty values, so that nothing half-filled can be published.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from builder.authoring.schemas import modeline
from builder.authoring.schemas import path as schema_path
from builder.authoring.writing import write_all
from builder.content.data import locate, read_yaml
from builder.content.fields import SLUG
from builder.content.files import ARTICLES, RECORDS
from builder.content.load import load
from builder.content.source import Data, KeyPath
from builder.content.suggestions import as_id
from builder.content.walk import SITE
from builder.problems import Place, Problem, ProblemError

LAYOUTS = Path(__file__).with_name("layouts")
FOLDERS = {model.kind_name: folder for folder, model in RECORDS.items()}
"""Kind of record -> the folder below `content/` that holds its files."""


class NewFile(Struct, frozen=True):
    """A file that was made, and the lines of it that an editor must fill in."""

    file: str
    lines: tuple[int, ...]


def new_record(root: Path, kind: str, identity: str, comments: str) -> tuple[NewFile, ...]:
    """Makes the files of a new record.

    Args:
        root: the site's folder.
        kind: the kind of the record, one of `FOLDERS`.
        identity: its id.
        comments: the language of the comments in the file.

    Raises:
        ProblemError: the id is none or taken, the site's languages cannot be read, or a file
            cannot be written. Nothing is made then.
    """
    folder = f"content/{FOLDERS[kind]}"
    file = f"{folder}/{identity}.yaml"
    if not SLUG.fullmatch(identity):
        raise ProblemError([Problem("bad-id", Place(file), {"id": identity, **as_id(identity)})])
    languages = _languages(root)
    texts = {file: _filled(kind, identity, languages, comments)}
    if (root / schema_path(kind)).is_file():
        texts[file] = f"{modeline(kind)}\n{texts[file]}"
    if FOLDERS[kind] == ARTICLES:
        texts.update((f"{folder}/{identity}.{language}.md", "") for language in languages)
    for name in texts:
        if os.path.lexists(root / name):  # which raises nothing for a name that no file can have
            raise ProblemError([Problem("id-taken", Place(name), {"kind": kind, "id": identity})])
    write_all(root, {name: text.encode() for name, text in texts.items()})
    return tuple(NewFile(name, _to_fill_in(name, text)) for name, text in texts.items())


def _languages(root: Path) -> tuple[str, ...]:
    """The codes of the site's languages."""
    loaded = load(root)
    if loaded.content is None:
        raise ProblemError(p for p in loaded.problems if p.place.file == SITE)
    return tuple(language.code for language in loaded.content.languages)


def _filled(kind: str, identity: str, languages: Sequence[str], comments: str) -> str:
    """The layout of a kind, for a record and the languages of a site."""
    each = ": …, ".join(languages)
    lines: list[str] = []
    for line in (LAYOUTS / comments / f"{kind}.yaml").read_text(encoding="utf-8").splitlines():
        whole = line.replace("EACH", each).replace("ID", identity)
        if "LANGUAGE" in whole:
            lines += (whole.replace("LANGUAGE", language) for language in languages)
        else:
            lines.append(whole)
    return "".join(f"{line}\n" for line in lines)


def _to_fill_in(file: str, text: str) -> tuple[int, ...]:
    """The lines that wait for a value; of a file without text, the first."""
    if not text:
        return (1,)
    return tuple(locate(text, path, key=True)[0] for path in _empty(read_yaml(text, file), ()))


def _empty(data: Data, path: KeyPath) -> Iterator[KeyPath]:
    if data is None:
        yield path
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _empty(value, (*path, key))
