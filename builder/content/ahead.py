"""What a site's files say, before it is known what they are.

It needs none of the models and templates, which take longer to load than most sites take to read:
other processes read, while the one that builds is still loading.
"""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from builder.apart import begun
from builder.content.composition import note_decomposed
from builder.content.reader import Reader
from builder.content.walk import SITE, files
from builder.memory import Memory

_DATA, _TEXTS = ("yaml",), ("md", "txt")
"""The endings of files that take about as long to read as those of the other kind."""


def begin_to_read(root: Path) -> Callable[[], Memory]:
    """Begins to read a site in other processes, and gives what waits for a memory to `load` with.

    Args:
        root: the folder that holds `site.yaml` and `content/`.
    """
    texts, data = (begun(partial(read_ahead, root, kinds)) for kinds in (_TEXTS, _DATA))

    def read() -> Memory:
        memory = data()
        memory.take_over(texts())
        return memory

    return read


def read_ahead(root: Path, kinds: Collection[str] = (*_DATA, *_TEXTS)) -> Memory:
    """Reads the texts, YAML and prose of a site.

    Args:
        root: the folder that holds `site.yaml` and `content/`.
        kinds: the endings of the files to read.

    Returns:
        A memory to `load` with, in which is what it would read. Where a file has changed
        since, it is read again; what is wrong is told only of what is asked for.
    """
    reader = Reader(root)
    site = (SITE,) if (root / SITE).is_file() else ()
    for file in (*site, *files(root, [])):
        match file.rpartition(".")[2]:
            case kind if kind not in kinds:
                continue
            case "yaml":
                reader.data(file)
            case "md":
                reader.prose(file)
            case "txt":
                reader.text(file)
    note_decomposed(reader, frozenset())
    return reader.memory
