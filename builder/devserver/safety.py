"""Whom the live server answers: this machine, by the names it has for itself."""

import re

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
"""Names that lead to no other machine (RFC 6761, section 6.3; RFC 1122; RFC 4291)."""

_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.IGNORECASE)


def host_name(host: str) -> str:
    """The name in a `Host` header, without the port, in small letters; "" where it has none.

    Only what browsers send is read: a name or an address and a port, and nothing else
    (RFC 9110, section 7.2).
    """
    found = _HOST.fullmatch(host)
    return found[1].strip("[]").lower() if found else ""


def is_known(host: str, allowed: frozenset[str]) -> bool:
    """Whether a `Host` header names this machine, or a name that was allowed.

    A page of another site can make its own name lead here (DNS rebinding), but the browser
    still sends that name.
    """
    return host_name(host) in LOOPBACK | allowed


def is_own_origin(origin: str, host: str, allowed: frozenset[str]) -> bool:
    """Whether a page at `origin` was served by the very server that `host` names."""
    own = (f"http://{host}", f"https://{host}")  # the latter through a container's proxy
    return origin in own and is_known(host, allowed)
