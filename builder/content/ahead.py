"""What a site's files say, before it is known what they are.

It needs none of the models and templates, which take longer to load than most sites take to read:
other processes read, while the one that builds is still loading. A file that is what it was for a
former process is not parsed again.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from builder.apart import begun
from builder.cache import Cache
from builder.content.composition import note_decomposed
from builder.content.kept import KeptFiles, Read
from builder.content.reader import Reader
from builder.content.walk import SITE, files
from builder.memory import Memory

_DATA, _TEXTS = ("yaml",), ("md", "txt")
"""The endings of files that take about as long to read as those of the other kind."""


def begin_to_read(root: Path, cache: Cache) -> Callable[[], Memory]:
    """Begins to read a site in other processes, and gives what waits for a memory to `load` with.

    Args:
        root: the folder that holds `site.yaml` and `content/`.
        cache: where what files were read as is kept.
    """
    texts, data = (begun(partial(read_ahead, root, cache, of)) for of in (_TEXTS, _DATA))

    def read() -> Memory:
        memory = data()
        memory.take_over(texts())
        return memory

    return read


def read_ahead(
    root: Path, cache: Cache | None = None, endings: Collection[str] = (*_DATA, *_TEXTS)
) -> Memory:
    """Reads the texts, YAML and prose of a site.

    Args:
        root: the folder that holds `site.yaml` and `content/`.
        cache: where what files were read as is kept, if anywhere.
        endings: of the names of the files to read.

    Returns:
        A memory to `load` with, in which is what it would read. Where a file has changed
        since, it is read again; what is wrong is told only of what is asked for.
    """
    reader = Reader(root)
    kept = KeptFiles(cache or Cache(), endings)
    for one in kept:
        _take(reader, one)
    reader.memory.begin()
    site = (SITE,) if (root / SITE).is_file() else ()
    found = [file for file in (*site, *files(root, [])) if _ending(file) in endings]
    kept.keep(tuple(_sound(reader, found)))
    note_decomposed(reader, frozenset())
    return reader.memory


def _sound(reader: Reader, found: Iterable[str]) -> Iterator[Read]:
    """Reads all files, and gives those in which nothing is wrong."""
    for file in found:
        before = len(reader.problems)
        value: object
        match _ending(file):
            case "yaml":
                kind, value = "data", reader.data(file)
            case "md":
                kind, value = "prose", reader.prose(file)
            case _:
                reader.text(file)
                continue
        if value is not None and len(reader.problems) == before:
            yield Read(kind, file, reader.texts[file], value)


def _take(reader: Reader, one: Read) -> None:
    """Takes a file for read, if its text is still what it was."""
    reader.once_for((one.kind, one.file), one.text, lambda: one.value)


def _ending(file: str) -> str:
    return file.rpartition(".")[2]
