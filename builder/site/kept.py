"""Pages as a former process rendered them, found by all that they are made of."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import jinja2
import markupsafe
from markupsafe import Markup
from msgspec.msgpack import Decoder, Encoder, Ext

from builder.cache import Cache, key
from builder.site.artifacts import Artifact
from builder.site.page import Page

_CODE = tuple(Path(__file__).parents[1] / name for name in ("content", "language", "site"))

_SIZE = 16  # bytes of a digest: among a million pages no two are likely to share one
_MARKUP = 0  # the number under which msgpack has what is markup and no text


def _plain(value: object) -> object:
    """What tells a value from others where msgpack has no form for it."""
    if isinstance(value, Markup):
        return Ext(_MARKUP, value.encode())
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value))  # nobody knows what else it may say


_ENCODER = Encoder(enc_hook=_plain)
_ENTRY = Decoder(dict[bytes, bytes])


class KeptPages:
    """Pages that need not be rendered again, for all that their templates read is what it was.

    The entry in the cache is named by the code that makes pages. In it each page is found by the
    digest of its values and of the look it shares with others; pages that have gone leave it.

    Args:
        cache: where pages are kept.
        looks: language -> all but its own values that a page in it is rendered from.
        most: how many bytes are kept; of a site with more, which would take twice its size of
            memory, no page is.
    """

    def __init__(
        self, cache: Cache, looks: Mapping[str, tuple[object, ...]], most: int = 2**26
    ) -> None:
        self._cache = cache
        self._most = most
        self._looks = {code: _encoded(look) for code, look in looks.items()}
        code = sorted(file for folder in _CODE for file in folder.rglob("*.py"))
        code.append(Path(markupsafe.__file__))  # which is to have no version of its own
        self._entry = key("pages", jinja2.__version__, *(file.read_bytes() for file in code))
        kept = cache.get(self._entry)
        self._former: dict[bytes, bytes] = _ENTRY.decode(kept) if kept else {}
        self._names: dict[str, bytes | None] = {}

    def body(self, page: Page) -> bytes | None:
        """A page in UTF-8, as it was rendered before; None where it was not."""
        name = self._name(page) if self._former else None
        return self._former.get(name) if name else None

    def keep(self, artifacts: Sequence[Artifact]) -> None:
        """Keeps all pages of a site for the next build."""
        known: dict[bytes, bytes] = {}
        if sum(len(made.body) for made in artifacts) <= self._most:
            known = {
                name: made.body
                for made in artifacts
                if made.page and (name := self._name(made.page))
            }
        if known.keys() != self._former.keys():
            self._cache.keep(self._entry, _ENCODER.encode(known))

    def _name(self, page: Page) -> bytes | None:
        """By what a page of the site is found; None if it holds what no file can."""
        if page.path not in self._names:
            look = self._looks[page.language]
            values = _encoded((page.template, page.view, page.context, page.anchors))
            self._names[page.path] = look and values and _digest(look, values)
        return self._names[page.path]


def _digest(look: bytes, values: bytes) -> bytes:
    digest = blake2b(look, digest_size=_SIZE)
    digest.update(values)
    return digest.digest()


def _encoded(value: object) -> bytes | None:
    """What tells a value from others; None where some text in it is no text, as a name may be."""
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError:
        return None
