"""What changes in a site's files, as soon as it does."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from watchfiles import Change, awatch

from builder.content.walk import is_left_by_editor

FOLDERS = ("content", "templates", "static")
"""The folders of a site that are watched, with all that is in them."""

QUIET = 5
"""Milliseconds without a change after which changes are told; a save is one or a few of them."""

LONGEST = 50
"""Milliseconds for which changes are gathered at most before they are told."""

FEW = 8
"""More changes than this at once are a burst, such as a change of branch, that goes on."""

BURST_QUIET = 0.1
"""Seconds without a change after which a burst is over."""

Changed = frozenset[Path]

Filter: TypeAlias = Callable[[Change, str], bool]


class Watcher:
    """Tells the files of a site that have changed, each time as one set.

    Args:
        root: the site's folder.
        others: further files and folders to watch.
        on_refusal: told why the system does not tell of changes, as where inotify(7) watches all
            it may; then they are looked for every now and then.
    """

    def __init__(
        self,
        root: Path,
        others: Iterable[Path] = (),
        on_refusal: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        self._root = root
        self._others = tuple(others)
        self._on_refusal = on_refusal
        self._is_refused = False
        self._queue: asyncio.Queue[Changed] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    async def begin(self) -> None:
        """Begins to watch: whatever changes from now on is told."""
        self._tasks = [asyncio.create_task(self._watch_root())]
        await self._begin_folders()

    def end(self) -> None:
        """Watches no longer."""
        for task in self._tasks:
            task.cancel()

    async def changes(self) -> AsyncIterator[Changed]:
        """Set after set; what changes while one is being dealt with is in the next one.

        A set may be empty: then something may have changed that nobody saw.
        """
        while True:
            yield await self._next()

    async def _next(self) -> Changed:
        changed = await self._queue.get()
        while not self._queue.empty():
            changed |= self._queue.get_nowait()
        if len(changed) > FEW:
            with suppress(TimeoutError):
                while True:
                    changed |= await asyncio.wait_for(self._queue.get(), BURST_QUIET)
        return changed

    async def _watch_root(self) -> None:
        """`site.yaml`, and whether there is a folder more or less to watch."""
        async for found in self._seen(self._root, watch_filter=None, recursive=False):
            names = {Path(path).name for _, path in found}
            if names & set(FOLDERS):
                await self._begin_folders()
            if known := names & {"site.yaml", *FOLDERS}:
                await self._queue.put(frozenset(self._root / name for name in known))

    async def _begin_folders(self) -> None:
        for task in self._tasks[1:]:
            task.cancel()
        self._tasks[1:] = [asyncio.create_task(self._watch_folders())]
        await asyncio.sleep(0)  # by its first wait it watches

    async def _watch_folders(self) -> None:
        own = (self._root / name for name in FOLDERS)
        folders = [path for path in (*own, *self._others) if path.exists()]
        with suppress(FileNotFoundError):  # a folder that has just gone: the root tells of it
            async for found in self._seen(*folders, watch_filter=_is_meant):
                await self._queue.put(frozenset(Path(path) for _, path in found))
                if any(change is Change.added and _is_folder(path) for change, path in found):
                    # What came into a new folder before that was watched, nobody saw.
                    await asyncio.sleep(BURST_QUIET)
                    await self._queue.put(frozenset())

    async def _seen(
        self, *paths: Path, watch_filter: Filter | None, recursive: bool = True
    ) -> AsyncIterator[set[tuple[Change, str]]]:
        watch = partial(
            awatch,
            *paths,
            watch_filter=watch_filter,
            debounce=LONGEST,
            step=QUIET,
            recursive=recursive,
        )
        if not self._is_refused:
            try:
                async for found in watch():
                    yield found
            except FileNotFoundError:
                raise
            except (OSError, RuntimeError) as error:
                self._refused(error)
        async for found in watch(force_polling=True):
            yield found

    def _refused(self, error: Exception) -> None:
        if not self._is_refused:
            self._is_refused = True
            self._on_refusal(error)
        self._queue.put_nowait(frozenset())  # what changed meanwhile, nobody saw


def _is_meant(_: Change, path: str) -> bool:
    name = path.rpartition("/")[2]
    return name != "__pycache__" and not name.endswith(".pyc") and not is_left_by_editor(name)


def _is_folder(path: str) -> bool:
    return Path(path).is_dir()
