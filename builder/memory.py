"""What one run has made of its files, for the next run over the same files."""

import os
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")


class Memory:
    """Values by what they are called, each with what it was made from.

    A live server hands the same memory to every run, so that only what changed is made
    again. What a run does not ask for is forgotten when the next but one begins. What is read
    from a file, or from all files of a folder, is called by its path, as text.

    Attributes:
        news: what the run has made and the one before had not.
    """

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, object]] = {}
        self._asked: dict[Hashable, tuple[object, object]] = {}
        self.news: set[Hashable] = set()

    def begin(self, changed: Collection[Path] = ()) -> None:
        """Begins a run.

        Args:
            changed: files that are to be read again even if they look the same, as one does
                that is written twice within a tick of the clock. What is called by the path
                of such a file, or of a folder above it, is forgotten.
        """
        self._known, self._asked = self._asked, {}
        self.news = set()
        for name in {str(name) for path in changed for name in (path, *path.parents)}:
            self._known.pop(name, None)

    def recall(self, name: Hashable, made_from: object, make: Callable[[], T]) -> T:
        """What was made under this name from an equal value, or else what is made now."""
        kept = self._asked.get(name) or self._known.get(name)
        if kept is None or kept[0] != made_from:
            self.news.add(name)
            kept = (made_from, make())
        self._asked[name] = kept
        return cast("T", kept[1])

    def take_over(self, other: "Memory") -> None:
        """Takes what another run has made of other files for made by this one."""
        self._asked |= other._asked  # noqa: SLF001 (they are of one kind)
        self.news |= other.news

    @property
    def has_losses(self) -> bool:
        """Whether the run has not asked for a file or folder that the one before had."""
        return any(isinstance(name, str) and name not in self._asked for name in self._known)


def stamp(path: Path | str) -> tuple[int, int, int] | None:
    """What differs when a file has changed: its time, size and number; None if it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116 (a path of its own for each of many files takes long)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def stamps(folders: Iterable[Path]) -> tuple[tuple[str, tuple[int, int, int] | None], ...]:
    """The path and stamp of every file in some folders and the folders in them."""
    return tuple((path, stamp(path)) for path in sorted(_files(folders)))


def _files(folders: Iterable[Path]) -> Iterator[str]:
    """The files; a folder that goes away meanwhile has none."""
    for folder in folders:
        for path, inner, names in os.walk(folder):
            links = (name for name in inner if (Path(path) / name).is_symlink())
            yield from (f"{path}/{name}" for name in (*names, *links))
