"""What files were read as by a former process: most are, letter for letter, what they were."""

import sys
from collections.abc import Collection, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup
from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from builder import problems
from builder.cache import Cache, key
from builder.content.blocks import Block, BlockKind, Reference
from builder.language import codes
from builder.memory import stamp
from builder.problems import Place


class Read(NamedTuple):
    """A file as it was read: as `data` or as `prose`, its text, and what stands in it."""

    kind: str
    file: str
    text: str
    value: object


_LIBRARIES = ("markdown", "nh3", "yaml")


class _Block(Struct, frozen=True):
    """A block in the form in which it is kept, where markup is no more than text."""

    kind: BlockKind
    segment: str
    place: Place
    parts: tuple[str | Reference, ...]
    level: int = 0
    size: int = 1


class _Entry(Struct, frozen=True):
    data: dict[str, tuple[str, Any]]
    prose: dict[str, tuple[str, tuple[_Block, ...]]]


def _plain(value: object) -> str:
    if isinstance(value, Markup):
        return str(value)
    raise TypeError(type(value))


_ENCODER = Encoder(enc_hook=_plain)
_DECODER = Decoder(_Entry, dec_hook=lambda kind, value: kind(value))


class KeptFiles:
    """Files in which nothing was wrong, for the next process that reads them.

    The entry in the cache is named by the code and the libraries that read.

    Args:
        cache: where they are kept.
        endings: of the names of the files; others are kept elsewhere.
    """

    def __init__(self, cache: Cache, endings: Collection[str]) -> None:
        self._cache = cache
        others = (Path(module.__file__) for module in (codes, problems) if module.__file__)
        modules = (*sorted(Path(__file__).parent.glob("*.py")), *others)
        found = (find_spec(name) for name in _LIBRARIES)  # to ask for their versions takes long
        libraries = (str(stamp(spec.origin)) for spec in found if spec and spec.origin)
        self._name = key(
            "files", sys.version, *endings, *libraries, *(path.read_bytes() for path in modules)
        )
        self._former = cache.get(self._name)

    def __iter__(self) -> Iterator[Read]:
        if self._former is None:
            return
        entry = _DECODER.decode(self._former)
        for file, (text, data) in entry.data.items():
            yield Read("data", file, text, data)
        for file, (text, blocks) in entry.prose.items():
            yield Read("prose", file, text, tuple(map(_block, blocks)))

    def keep(self, read: Collection[Read]) -> None:
        """Keeps files for the next process."""
        entry = {
            kind: {one.file: (one.text, one.value) for one in read if one.kind == kind}
            for kind in _Entry.__struct_fields__
        }
        body = _ENCODER.encode(entry)
        if body != self._former:
            self._cache.keep(self._name, body)


def _block(kept: _Block) -> Block:
    parts = (Markup(part) if isinstance(part, str) else part for part in kept.parts)  # noqa: S704 (it was cleaned)
    return Block(kept.kind, kept.segment, kept.place, tuple(parts), kept.level, kept.size)
