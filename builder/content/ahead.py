"""What a site's files say, before it is known what they are.

It needs none of the models, which take longer to load than most sites take to read: another
process reads, while the one that builds is still loading.
"""

from pathlib import Path

from builder.content.composition import note_decomposed
from builder.content.reader import Reader
from builder.content.walk import SITE, files
from builder.memory import Memory


def read_ahead(root: Path) -> Memory:
    """Reads the texts, YAML and prose of a site.

    Args:
        root: the folder that holds `site.yaml` and `content/`.

    Returns:
        A memory to `load` with, in which is what it would read. Where a file has changed
        since, it is read again; what is wrong is told only of what is asked for.
    """
    reader = Reader(root)
    site = (SITE,) if (root / SITE).is_file() else ()
    for file in (*site, *files(root, [])):
        match file.rpartition(".")[2]:
            case "yaml":
                reader.data(file)
            case "md":
                reader.prose(file)
            case "txt":
                reader.text(file)
    note_decomposed(reader, frozenset())
    return reader.memory
