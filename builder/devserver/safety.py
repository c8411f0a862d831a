"""Whom the live server answers: this machine, by the names it has for itself."""

from urllib.parse import urlsplit

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
"""Names that lead to no other machine (RFC 6761, section 6.3; RFC 1122; RFC 4291)."""


def host_name(host: str) -> str:
    """The name in a `Host` header, without the port, in small letters."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:  # such as a bracket that is not closed
        return ""


def is_known(host: str, allowed: frozenset[str]) -> bool:
    """Whether a `Host` header names this machine, or a name that was allowed.

    A page of another site can make its own name lead here (DNS rebinding), but the browser
    still sends that name.
    """
    return host_name(host) in LOOPBACK | allowed


def is_own_origin(origin: str, host: str, allowed: frozenset[str]) -> bool:
    """Whether a page at `origin` was served by the very server that `host` names."""
    try:
        return is_known(host, allowed) and urlsplit(origin).netloc == host
    except ValueError:
        return False
