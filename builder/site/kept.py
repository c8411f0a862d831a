"""Pages as a former process rendered them, found by all that they are made of."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

import jinja2
import markupsafe
from markupsafe import Markup
from msgspec.msgpack import Decoder, Encoder

from builder.cache import Cache, key
from builder.site.artifacts import Artifact
from builder.site.page import Page

_CODE = tuple(Path(__file__).parents[1] / name for name in ("content", "language", "site"))

_SIZE = 16  # bytes of a digest: among a million pages no two are likely to share one


def _plain(value: object) -> object:
    """What tells a value from others where msgpack has no form for it."""
    if isinstance(value, Markup):
        return "markup", str(value)
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
        most: how many bytes are kept at most; the pages of a larger site are not.
    """

    def __init__(
        self, cache: Cache, looks: Mapping[str, tuple[object, ...]], most: int = 2**26
    ) -> None:
        self._cache = cache
        self._most = most
        self._looks = {code: _ENCODER.encode(look) for code, look in looks.items()}
        code = sorted(file for folder in _CODE for file in folder.rglob("*.py"))
        code.append(Path(markupsafe.__file__))  # which is to have no version of its own
        self._entry = key("pages", jinja2.__version__, *(file.read_bytes() for file in code))
        kept = cache.get(self._entry)
        self._former: dict[bytes, bytes] = _ENTRY.decode(kept) if kept else {}
        self._names: dict[str, bytes] = {}

    def body(self, page: Page) -> bytes | None:
        """A page in UTF-8, as it was rendered before; None where it was not."""
        return self._former.get(self._name(page))

    def keep(self, artifacts: Iterable[Artifact]) -> None:
        """Keeps all pages of a site for the next build."""
        known = {self._name(made.page): made.body for made in artifacts if made.page}
        if known.keys() != self._former.keys() and sum(map(len, known.values())) <= self._most:
            self._cache.keep(self._entry, _ENCODER.encode(known))

    def _name(self, page: Page) -> bytes:
        if page.path not in self._names:
            values = page.template, page.view, page.context, page.anchors
            digest = blake2b(self._looks[page.language], digest_size=_SIZE)
            digest.update(_ENCODER.encode(values))
            self._names[page.path] = digest.digest()
        return self._names[page.path]
