"""Facts of pages that were read before: most pages are, byte for byte, what they were."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

import selectolax
from msgspec import Raw
from msgspec.msgpack import Decoder, Encoder
from msgspec.structs import astuple

from builder.cache import Cache, key
from builder.site import page as pages
from builder.site.page import Page
from builder.verify import facts, reading, resources
from builder.verify.facts import Facts, PageFacts
from builder.verify.reading import read_page

Told: TypeAlias = tuple[bytes, bytes]
"""By what the facts of a page are found, and the facts themselves."""

_READERS = (facts, pages, reading, resources)
_ENCODER = Encoder(enc_hook=dict)  # of what it does not know, there are mappings alone
_ENTRY = Decoder(dict[bytes, Raw])
_FACTS = Decoder(Facts)


class KeptFacts:
    """Reads pages; of one that was the same before, it has kept what it says.

    Checks look at the facts of every page in every build: only the reading is spared. The
    entry in the cache is named by the code that reads. In it the facts of each page are found
    by the digest of its bytes and language; those of pages that have gone leave it.

    Args:
        cache: where facts are kept.
        read: reads the facts of a page that is not known.
    """

    def __init__(self, cache: Cache, read: Callable[[Page, bytes], PageFacts] = read_page) -> None:
        self._cache = cache
        self._read = read
        code = (Path(module.__file__).read_bytes() for module in _READERS if module.__file__)
        self._entry = key("facts", selectolax.__version__, *code)
        kept = cache.get(self._entry)
        self._former: dict[bytes, Raw] = _ENTRY.decode(kept) if kept else {}
        self._known: dict[bytes, Raw] = {}

    def told(self, page: Page, body: bytes) -> Told:
        """What a page says that is rendered as `body` (UTF-8), as one process tells another."""
        name = sha256(b"%b %b" % (page.language.encode(), body)).digest()
        kept = self._known.get(name) or self._former.get(name)
        return name, bytes(kept or _ENCODER.encode(astuple(self._read(page, body))[:-1]))

    def know(self, told: Told) -> None:
        """Takes what a page says as read."""
        name, facts = told
        self._known[name] = Raw(facts)

    def read(self, page: Page, body: bytes) -> PageFacts:
        """The facts of a page rendered as `body` (UTF-8)."""
        told = self.told(page, body)
        self.know(told)
        return PageFacts(*astuple(_FACTS.decode(told[1])), page=page)

    def keep(self) -> None:
        """Keeps the facts of the pages that were read for the next build."""
        if self._known.keys() != self._former.keys():
            self._cache.keep(self._entry, _ENCODER.encode(self._known))
