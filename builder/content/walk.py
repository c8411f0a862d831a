"""The files of a site: every one under `content/`, whatever it is, and none outside."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from builder.problems import Place, Problem

SITE = "site.yaml"
CONTENT = "content"


def is_left_by_editor(name: str) -> bool:
    """Whether a name is hidden, or such as editors give to what they keep for a while.

    `name~` is Emacs' and many others' copy, `#name#` what Emacs saves by itself, `4913` and
    `.swp` are Vim's, `___jb_…___` JetBrains' and `.tmp` of many that save by renaming.
    """
    return (
        name.startswith((".", "#"))
        or name.endswith(("~", ".swp", ".tmp", "___jb_tmp___", "___jb_old___"))
        or name == "4913"
    )


def leads_out(path: Path, base: Path) -> bool:
    """Whether a path leads out of a folder, given without links; none does that has gone."""
    try:
        real = os.path.realpath(path)
    except OSError:  # a link that went between two looks at it
        return False
    return not Path(real).is_relative_to(base)


def files(root: Path, problems: list[Problem]) -> Iterator[str]:
    """Every file under `content/` in order of name; links that lead out are reported."""
    base = root.resolve()
    problems.extend(
        Problem("link-out-of-site", Place(name))
        for name in (SITE, CONTENT)
        if leads_out(root / name, base)
    )
    yield from _in_folder(root / CONTENT, CONTENT, base, problems)


def _in_folder(folder: Path, shown: str, base: Path, problems: list[Problem]) -> Iterator[str]:
    """The files of a folder, then those of the folders in it."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return  # it has gone, or cannot be looked into: what should be there is missed
    folders = []
    for entry in entries:
        name, file = entry.name, f"{shown}/{entry.name}"
        if is_left_by_editor(name):
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry)
        elif problem := _unfit(entry, file, base):
            problems.append(problem)
        else:
            yield file
    for entry in folders:
        yield from _in_folder(Path(entry.path), f"{shown}/{entry.name}", base, problems)


def _unfit(entry: os.DirEntry[str], file: str, base: Path) -> Problem | None:
    """What is wrong with an entry of a folder before it is opened."""
    printable = os.fsencode(file).decode(errors="replace")
    if printable != file:  # no UTF-8, so it could not even be printed
        values = {"name": PurePosixPath(printable).name}
        return Problem("unknown-file", Place(printable), values)
    if entry.is_file(follow_symlinks=False):
        return None
    path = Path(entry.path)  # which answers no of a link that leads in a circle, and raises nothing
    if entry.is_symlink():
        if leads_out(path, base):
            return Problem("link-out-of-site", Place(file))
        if path.is_dir():
            return Problem("linked-folder", Place(file))
    if path.exists() and not path.is_file():  # a pipe, say, that would never end
        return Problem("unknown-file", Place(file), {"name": entry.name})
    return None
