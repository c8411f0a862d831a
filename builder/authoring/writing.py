"""Changes to the files of a site, all of them or none."""

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from builder.problems import Place, Problem, ProblemError

_MADE_FROM = ("site.yaml", "content", "templates", "static")


def require_apart(path: Path, root: Path) -> None:
    """Refuses to write a file among those that the site in `root` is made from.

    Raises:
        ProblemError: it is one of them, or in a folder of theirs.
    """
    for name in _MADE_FROM:
        if path.resolve().is_relative_to((root / name).resolve()):
            place = Place(path.as_posix())
            raise ProblemError([Problem("output-protected", place, {"protected": name})])


def write_all(root: Path, bodies: Mapping[str, bytes], deleted: Iterable[str] = ()) -> None:
    """Writes files, then deletes others; folders are made where there are none.

    All that is new is written beside its place before anything is replaced. Where that or the
    replacing fails, or is broken off, everything is as it was.

    Args:
        root: the site's folder.
        bodies: path from there -> what the file is to hold.
        deleted: paths from there.

    Raises:
        ProblemError: a file could not be written or deleted.
    """
    staged: list[tuple[Path, Path]] = []
    former: list[tuple[Path, bytes | None]] = []
    file = ""
    try:
        for file, body in bodies.items():
            target = (root / file).resolve()
            target.parent.mkdir(parents=True, exist_ok=True)
            waiting = target.with_name(f".{target.name}.new")  # hidden, so that nobody reads it
            staged.append((waiting, target))
            waiting.write_bytes(body)
            if target.exists():
                shutil.copymode(target, waiting)
        for waiting, target in staged:
            former.append((target, target.read_bytes() if target.exists() else None))
            waiting.replace(target)
        for file in deleted:
            former.append((root / file, (root / file).read_bytes()))
            (root / file).unlink()
    except BaseException as error:
        _put_back(former)
        if not isinstance(error, OSError):
            raise
        values = {"reason": error.strerror or "?"}
        raise ProblemError([Problem("not-written", Place(file), values)]) from error
    finally:
        for waiting, _ in staged:
            with suppress(OSError):  # there is none where it could not be written either
                waiting.unlink()


def _put_back(former: list[tuple[Path, bytes | None]]) -> None:
    """What was replaced, deleted or made, as it was before."""
    for path, body in reversed(former):
        with suppress(OSError):  # where even this fails, the rest is put back still
            if body is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(body)
