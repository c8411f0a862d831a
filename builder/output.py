"""Publishes a built site: the whole tree at once, or nothing.

The tree is staged beside the output folder and the two folders are exchanged, in one atomic
call where the system has one (Linux); elsewhere the former tree steps aside for two renames,
and the next run puts it back if it was left there. Beside an output folder `public` stand,
only while a build runs or after one was killed,

    .public.next        the tree being staged; after the exchange, the former tree
    .public.previous    the former tree, where there is no exchange
    .public.lock        held by the build that is writing

A file that has not changed is the same file as before, and keeps its time.

This holds for processes that are killed and disks that are full. Nothing is flushed to the
disk, so nothing is promised about a loss of power. It needs POSIX locks (flock) and modes.
"""

import ctypes
import errno
import fcntl
import os
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from builder.former import FILE_MODE, former, opened
from builder.problems import Place, Problem, ProblemError, in_order

__all__ = ["MARKER", "Artifact", "path_problems", "write"]

MARKER = ".sapar"
"""The file in a published tree that says it is ours to replace."""

_SIGN = b"Sapar made this folder. Each build replaces all that is in it.\n"
_UNSAFE = re.compile(r"[\\\0\ud800-\udfff]")  # read otherwise elsewhere, or not text at all
_DOTS = {"", ".", ".."}

# Fixed, so that a tree is the same under any umask: the owner writes, everybody reads.
_FOLDER_MODE = 0o755

# linux/fcntl.h and linux/fs.h; renameat2(2) says which errors mean "not here", and rename(2)
# which mean a mount point or a folder in the lower layer of a container's file system.
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
_IMMOVABLE = {errno.EBUSY, errno.EXDEV}


class Artifact(Protocol):
    """A file to publish: a relative POSIX path and its bytes."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> bytes: ...  # noqa: D102


def write(
    files: Mapping[str, bytes] | Iterable[Artifact], folder: Path, protected: Sequence[Path] = ()
) -> None:
    """Make `folder` hold exactly `files` and the marker, or leave it as it was.

    `protected` are folders that must not be, hold or lie in the output folder.
    Files are published with mode 0644 and folders with 0755, whatever the umask.

    Raises ProblemError where a path is unsafe or taken twice, the folder is not one to
    replace, another build is writing to it, or the system refuses (a full disk, say). Only
    `output-leftover` can come when the new tree is already published.
    """
    entries = _entries(files)
    if problems := [*path_problems([path for path, _ in entries], Place(folder.as_posix()))]:
        raise ProblemError(in_order(problems))
    if folder.name in ("", ".."):
        folder = Path(os.path.realpath(folder))
    with _reporting("output-failed", folder):
        _require_replaceable(folder, protected)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            _heal(folder)
            if os.path.lexists(folder):
                _require_ours(folder)
            try:
                _stage(entries, folder)
                _publish(folder)
            except BaseException:
                with suppress(OSError, ProblemError):  # what went wrong first is what to report
                    _heal(folder)
                raise
            _clear(folder)


def _entries(files: Mapping[str, bytes] | Iterable[Artifact]) -> list[tuple[str, bytes]]:
    """Paths and bytes, the marker first: it tells a killed run's folder from a stranger's."""
    if isinstance(files, Mapping):
        return [(MARKER, _SIGN), *sorted(files.items())]
    return [(MARKER, _SIGN), *sorted((file.path, file.body) for file in files)]


def path_problems(paths: Sequence[str], place: Place) -> Iterator[Problem]:
    """Paths that leave the tree, or that some file system could not keep apart.

    `write` refuses them as its last guard; a check that writes nothing asks here.
    """
    unsafe = {path for path in paths if _UNSAFE.search(path) or _DOTS & {*path.split("/")}}
    files = Counter(path for path in paths if path not in unsafe)
    folders = {parent for path in files for parent in _parents(path)}
    for path in unsafe:
        shown = path.encode("utf-8", "backslashreplace").decode()
        yield Problem("output-path-unsafe", place, {"path": shown})
    for path in files - Counter(set(files)):  # those counted more than once
        yield Problem("output-path-twice", place, {"path": path})
    for path in files.keys() & folders:
        yield Problem("output-path-file-and-folder", place, {"path": path})
    spelt: dict[str, str] = {}
    for path in sorted(files.keys() | folders):
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        if path != (other := spelt.setdefault(key, path)):
            yield Problem("output-path-alike", place, {"path": path, "other": other})


def _parents(path: str) -> list[str]:
    """The folders of a path, outermost first: `a` and `a/b` for `a/b/c.html`."""
    return [path[:end] for end, letter in enumerate(path) if letter == "/"]


def _require_replaceable(folder: Path, protected: Sequence[Path]) -> None:
    """Refuse an output folder that is not a plain folder of its own."""
    real = Path(os.path.realpath(folder))
    if real == real.parent:
        raise _refusal("output-root", folder)
    if folder.is_symlink():
        raise _refusal("output-symlink", folder)
    if os.path.lexists(folder) and not folder.is_dir():
        raise _refusal("output-not-folder", folder)
    for kept in protected:
        kept_real = Path(os.path.realpath(kept))
        if kept_real.is_relative_to(real) or real.is_relative_to(kept_real):
            raise _refusal("output-protected", folder, protected=kept.as_posix())
    if os.path.ismount(folder):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other builds away from the folder. The system drops the lock of a killed run."""
    path = _beside(folder, "lock")
    with opened(path, os.O_RDWR | os.O_CREAT) as lock:
        if os.fstat(lock).st_size:
            raise _refusal("output-foreign", path)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _refusal("output-busy", folder) from error
        if not os.fstat(lock).st_nlink:  # its holder removed it after we had opened it
            raise _refusal("output-busy", folder)
        try:
            yield
        finally:
            with suppress(OSError):  # left behind, it is held by nobody
                path.unlink()


def _heal(folder: Path) -> None:
    """Bring back a former tree that stepped aside for nothing, and remove what is left over."""
    previous = _beside(folder, "previous")
    if os.path.lexists(previous) and not os.path.lexists(folder):
        _require_ours(previous)
        previous.rename(folder)
    _clear(folder)


def _clear(folder: Path) -> None:
    for leftover in (_beside(folder, "next"), _beside(folder, "previous")):
        if os.path.lexists(leftover):
            with _reporting("output-leftover", leftover):
                _require_ours(leftover)
                _remove(leftover)


def _beside(folder: Path, role: str) -> Path:
    return folder.with_name(f".{folder.name}.{role}")


def _require_ours(tree: Path) -> None:
    """Refuse to replace or remove what no build has made. An empty folder loses nothing."""
    marker = tree / MARKER
    is_folder = tree.is_dir() and not tree.is_symlink()
    if is_folder and not any(tree.iterdir()):
        return
    # The marker is short where a run was killed as it wrote it.
    if not is_folder or not marker.is_file() or not _SIGN.startswith(marker.read_bytes()):
        raise _refusal("output-foreign", tree)


def _remove(tree: Path) -> None:
    """Delete a tree without following links: the marker last, so that it is ours to the end."""
    for path in sorted(tree.iterdir(), key=lambda path: path.name == MARKER):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    tree.rmdir()


def _stage(entries: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write the new tree in a fresh folder, which holds no link; names in UTF-8, any locale."""
    tree = _beside(folder, "next")
    tree.mkdir()
    tree.chmod(_FOLDER_MODE)
    made: set[str] = set()
    with opened(tree, os.O_RDONLY | os.O_DIRECTORY) as root, former(folder) as before:
        for path, body in entries:
            with _reporting("output-failed", folder / path):
                for parent in _parents(path):
                    if parent not in made:
                        os.mkdir(parent.encode(), dir_fd=root)
                        os.chmod(parent.encode(), _FOLDER_MODE, dir_fd=root)
                        made.add(parent)
                if path == MARKER or not before or not before.lends(path, body, root):
                    _write_file(path.encode(), body, root)


def _write_file(path: bytes, body: bytes, root: int) -> None:
    with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, root) as file:
        os.fchmod(file, FILE_MODE)
        rest = memoryview(body)
        while rest:
            rest = rest[os.write(file, rest) :]


def _publish(folder: Path) -> None:
    """Put the staged tree in the folder's place."""
    staged = _beside(folder, "next")
    if not os.path.lexists(folder):
        staged.rename(folder)
    elif not _exchange(staged, folder):
        folder.rename(_beside(folder, "previous"))
        staged.rename(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one atomic call; False where there is none. See renameat2(2)."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    names = _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other)
    code = ctypes.get_errno() if libc.renameat2(*names, _RENAME_EXCHANGE) else 0
    if code and code not in _NO_EXCHANGE:
        raise OSError(code, os.strerror(code))
    return not code


def _refusal(code: str, path: Path, **values: str) -> ProblemError:
    return ProblemError([Problem(code, Place(path.as_posix()), values)])


@contextmanager
def _reporting(code: str, path: Path) -> Iterator[None]:
    """Turn what the system refuses into a problem at the path that was being worked on."""
    try:
        yield
    except OSError as error:
        code = "output-immovable" if error.errno in _IMMOVABLE else code
        raise _refusal(code, path, reason=error.strerror or str(error)) from error
