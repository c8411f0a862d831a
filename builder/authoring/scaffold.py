"""A small whole site to begin with: the folder `site` beside this module, and help for editors."""

import os
from pathlib import Path

from builder.authoring.approvals import approve
from builder.authoring.editors import help_files
from builder.authoring.writing import write_all
from builder.checks.reviews import standings
from builder.content.load import load
from builder.problems import Place, Problem, ProblemError
from builder.project import Project
from builder.site.templates import read_templates

SKELETON = Path(__file__).with_name("site")
_STRINGS = "content/strings"
_HIDDEN = {"gitignore": ".gitignore"}  # what would hide files of the skeleton itself


def new_site(folder: Path) -> tuple[str, ...]:
    """Lays out a site that builds, in every language the skeleton has.

    Args:
        folder: where; it is made if it is not there.

    Returns:
        The files, as paths from the folder.

    Raises:
        ProblemError: the folder is not empty, or cannot be written to. Nothing is made then.
    """
    if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise ProblemError([Problem("folder-not-empty", Place(folder.as_posix()))])
    bodies = {
        **_files(SKELETON),
        **{f"{_STRINGS}/{name}": body for name, body in _files(_strings()).items()},
        **_help(),
    }
    write_all(folder, bodies)
    return (*bodies, *_approved(folder))


def _approved(folder: Path) -> tuple[str, ...]:
    """Records that its texts say the same: they are ours, and editors change them one by one."""
    loaded = load(folder)
    assert loaded.content is not None
    return approve(folder, loaded, standings(loaded.content)).files


def _files(folder: Path) -> dict[str, bytes]:
    """Path from a folder -> bytes, of every file in it."""
    return {
        _HIDDEN.get(name := path.relative_to(folder).as_posix(), name): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _strings() -> Path:
    """The words of the interface: the package carries those of the project beside the skeleton."""
    packaged = SKELETON / _STRINGS
    return packaged if packaged.is_dir() else SKELETON.parents[2] / _STRINGS


def _help() -> dict[str, bytes]:
    """What editors of text read, made for the languages of the skeleton."""
    content = load(SKELETON).content
    assert content is not None  # its site.yaml is ours
    used = read_templates(Project(SKELETON).folders("templates")).strings_used
    return {path: text.encode() for path, text in help_files(content.languages, used).items()}
