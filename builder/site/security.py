"""What a browser may load on a page, and the file by which hosts send such rules.

The policy (Content Security Policy, level 3) stands on every page too, for hosts that read no
such file; `frame-ancestors` works in a header only.
"""

import base64
import hashlib
from collections.abc import Iterable

from builder.site.assets import FOLDER
from builder.site.routes import Routes

HOST_FILE = "_headers"
"""The file in which hosts look for such rules."""

_RULES = (
    "default-src 'none'",
    *(f"{kind}-src 'self'" for kind in ("style", "img", "font", "connect")),
    "base-uri 'none'",
    "form-action 'self'",
    "script-src 'self'",
)
POLICY = "; ".join(_RULES)


def policy(data: str) -> str:
    """The policy of a page that holds `data` in a script element.

    Browsers run no data, so they need no leave for it; checkers that do not tell data from
    code do. The digest gives leave to this text and no other.
    """
    digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
    return f"{POLICY} 'sha256-{digest}'"


_HEADERS = (
    f"Content-Security-Policy: {POLICY}; frame-ancestors 'none'",
    "Referrer-Policy: same-origin",  # no other site learns what a reader read here
    "X-Content-Type-Options: nosniff",
)
_FOR_EVER = "Cache-Control: public, max-age=31536000, immutable"  # a year; names hold a hash
_ATOM = "Content-Type: application/atom+xml; charset=utf-8"


def host_headers(routes: Routes, languages: Iterable[str]) -> str:
    """`HOST_FILE` of a site, as Netlify and Cloudflare Pages read it at their root."""
    rules = {
        routes.local("*"): _HEADERS,
        routes.local(f"{FOLDER}/*"): (_FOR_EVER,),
        **{routes.local(routes.feed(language)): (_ATOM,) for language in languages},
    }
    lines = (line for path, rule in rules.items() for line in (path, *(f"  {r}" for r in rule)))
    return "".join(f"{line}\n" for line in lines)
