"""Digests of the segments in which former runs found nothing, kept in the cache."""

import sys
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec.msgpack import Decoder, Encoder

from builder.cache import Cache, key

_SIZE = 16  # bytes of a digest: among a million segments no two are likely to share one
_CODE = tuple(Path(__file__).parents[1] / name for name in ("checks", "content", "language"))


def _plain(value: Any) -> object:
    """What tells a value from others of its kind, where msgpack has no form for it."""
    if isinstance(value, str):  # an id of some kind
        return str(value)
    return sorted(value.items()) if isinstance(value, Mapping) else value.made_of


_ENCODER = Encoder(enc_hook=_plain, order="deterministic")
_ENTRY = Decoder(dict[str, bytes])


def digest(value: object) -> bytes:
    """What stands for a value: equal ones have the same, in any process."""
    return blake2b(_ENCODER.encode(value), digest_size=_SIZE).digest()


class KeptSound:
    """What a former process has found sound.

    Its entry in the cache is named by the code that judges.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def known(self, check: str, by: bytes) -> frozenset[bytes]:
        """The digests of the segments that a check has found sound.

        Args:
            check: the name of the check.
            by: the digest of what it judged them by.
        """
        joined = self._former.get(f"{check} {by.hex()}", b"")
        return frozenset(joined[at : at + _SIZE] for at in range(0, len(joined), _SIZE))

    def keep(self, sound: Mapping[tuple[str, bytes], Iterable[bytes]]) -> None:
        """Keeps for the next process what is sound now.

        Args:
            sound: the digests of the segments, by check and the digest of what it judged them by.
        """
        entry = {f"{check} {by.hex()}": b"".join(found) for (check, by), found in sound.items()}
        if entry != self._former:
            self._cache.keep(self._entry, _ENCODER.encode(entry))
            self._former = entry

    @cached_property
    def _former(self) -> Mapping[str, bytes]:
        body = self._cache.get(self._entry)
        return _ENTRY.decode(body) if body else {}

    @cached_property
    def _entry(self) -> str:
        code = sorted(file for folder in _CODE for file in folder.rglob("*.py"))
        return key("sound", sys.version, *(file.read_bytes() for file in code))
