"""The stored texts of sources: whole, with the checksum and segments their record gives."""

import hashlib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import MappingProxyType

from builder.content.model import Source
from builder.content.parts import StoredText
from builder.content.reader import Reader
from builder.content.suggestions import nearest

FOLDER = "content/sources"


def read_stored(
    reader: Reader,
    sources: Iterable[Source],
    files: AbstractSet[str],
    *,
    is_every_source: bool,
) -> Mapping[str, str]:
    """Source id -> its stored text.

    Args:
        reader: the run.
        sources: all sources, with or without a stored text.
        files: the text files that lie beside their records.
        is_every_source: whether no record of a source was unreadable; only then is it
            known that no source names a text.
    """
    texts: dict[str, str] = {}
    named: set[str] = set()
    for source in sources:
        if source.stored is None:
            continue
        file = f"{FOLDER}/{source.stored.file}"
        named.add(file)
        if file not in files:
            near = nearest(source.stored.file, (Path(other).name for other in files))
            reader.note("stored-text-missing", source.file, ("stored", "file"), name=file, **near)
        elif (text := reader.text(file)) is not None:
            texts[source.id] = text
            _check(reader, source.file, file, source.stored, text)
    for file in sorted(files - named) if is_every_source else ():
        reader.note_file("stored-text-unnamed", file)
    return MappingProxyType(texts)


def _check(reader: Reader, record: str, file: str, stored: StoredText, text: str) -> None:
    digest = hashlib.sha256((reader.root / file).read_bytes()).hexdigest()
    if digest != stored.sha256:
        reader.note("checksum-differs", record, ("stored", "sha256"), name=file, found=digest)
    last = 0
    for name, (start, end) in stored.segments.items():
        if not last <= start < end <= len(text):
            path = ("stored", "segments", name)
            reader.note("bad-segment", record, path, segment=name, length=len(text))
        last = end
