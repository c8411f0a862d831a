"""What took long to make, kept by what it was made from; safe to delete at any time."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

FOLDER = ".sapar-cache"

_DIGEST = hashlib.sha256().digest_size


def key(*parts: str | bytes) -> str:
    """A name for what is made from `parts`: the SHA-256 of them all, in hexadecimal digits."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)  # ("ab", "c") is not ("a", "bc")
    return digest.hexdigest()


class Cache(Struct, frozen=True):
    """Bytes by key, in a folder; without one nothing is kept.

    An entry holds a digest of its key and bytes. One that does not hold what it says is as
    good as none, as is one that cannot be read; one that cannot be written is left out.
    """

    folder: Path | None = None
    is_read_only: bool = False

    def get(self, name: str) -> bytes | None:
        """The bytes kept under a key, or None where there are none that can be trusted."""
        if not self.folder or self.folder.is_symlink():
            return None
        path = self.folder / name
        try:
            entry = b"" if path.is_symlink() or not path.is_file() else path.read_bytes()
        except OSError:
            return None
        body = entry[_DIGEST:]
        return body if entry[:_DIGEST] == _digest(name, body) else None

    def keep(self, name: str, body: bytes) -> None:
        """Keeps bytes under a key, where there is a folder for them."""
        if self.folder and not self.folder.is_symlink() and not self.is_read_only:
            with suppress(OSError):
                _write(self.folder / name, _digest(name, body) + body)


def _write(path: Path, entry: bytes) -> None:
    """Writes all of an entry or nothing: another build may be reading it."""
    path.parent.mkdir(exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(entry)
        Path(unfinished).replace(path)
    except OSError:
        Path(unfinished).unlink()
        raise


def _digest(name: str, body: bytes) -> bytes:
    return hashlib.sha256(name.encode() + body).digest()
