"""What a web address may look like: one that is linked, and one that a site is published at."""

import re
from urllib.parse import urlsplit


def is_web_address(text: str) -> bool:
    """Whether a text is a full http or https address, without what RFC 3986 bars from one."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:  # an unclosed bracket in the host, or a port that is no number
        return False
    is_full = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return is_full and not re.search(r"[\s\x00-\x1f\x7f\"<>\\^`{|}]", text)


def is_site_address(text: str) -> bool:
    """Whether pages can be published below a web address: a host and a plain path at most."""
    if not is_web_address(text):
        return False
    parts = urlsplit(text)
    names = parts.path.removesuffix("/").split("/")[1:]
    is_plain = all(name not in ("", ".", "..") for name in names)
    return is_plain and not {"?", "#"} & set(text) and "@" not in parts.netloc
