"""How much a reader's browser loads for the first view of a page."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_LINKED = re.compile(r'<(?:link|script)\b[^>]*\b(?:href|src)="([^"]+\.(css|js|woff2))"')


class Weight(NamedTuple):
    """Bytes of one kind, as they are and as hosts send them; fonts are sent as they are."""

    kind: str
    raw: int
    sent: int


def weigh(public: Path, page: str) -> Iterator[Weight]:
    """What a page of the site in `public` loads: itself, styles, scripts, preloaded fonts.

    Args:
        public: the folder of a site published at the root of its host.
        page: the page's folder below it, such as `en/`.
    """
    html = (public / page / "index.html").read_bytes()
    yield Weight("html", len(html), len(gzip.compress(html)))
    linked = dict.fromkeys(_LINKED.findall(html.decode()))
    for kind in ("css", "js", "woff2"):
        bodies = [(public / path.lstrip("/")).read_bytes() for path, of in linked if of == kind]
        sent = bodies if kind == "woff2" else [gzip.compress(body) for body in bodies]
        yield Weight(kind, sum(map(len, bodies)), sum(map(len, sent)))
