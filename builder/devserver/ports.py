"""The port to listen on, and who has it if somebody else does."""

import errno
import socket
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

TRIES = 20
"""Ports that are tried after the first one."""


class PortTakenError(Exception):
    """The port is in use. `holder` is the program that has it, where the system tells."""

    def __init__(self, port: int, holder: str | None) -> None:
        self.port = port
        self.holder = holder
        super().__init__(f"port {port} is in use")


def listen(port: int, *, is_fixed: bool, is_public: bool) -> Sequence[socket.socket]:
    """Sockets on a port of this machine alone, or of all its networks.

    Args:
        port: the port to use; 0 is any.
        is_fixed: whether no other one will do; else the next free one is taken.
        is_public: whether other machines can reach it, as from outside a container.

    Raises:
        PortTakenError: another program has it.
    """
    for candidate in (port,) if is_fixed or not port else range(port, min(port + TRIES, 65536)):
        try:
            return _bound(candidate, is_public=is_public)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise PortTakenError(port, holder_of(port))


def _bound(port: int, *, is_public: bool) -> Sequence[socket.socket]:
    host, host_6 = ("0.0.0.0", "::") if is_public else ("127.0.0.1", "::1")  # noqa: S104 (asked for)
    sockets = [socket.create_server((host, port))]
    address_6 = (host_6, sockets[0].getsockname()[1])
    with suppress(OSError):  # a machine without IPv6, or with another program there
        sockets.append(socket.create_server(address_6, family=socket.AF_INET6))
    for bound in sockets:
        bound.setblocking(False)  # noqa: FBT003 (the library's own way)
    return sockets


def holder_of(port: int) -> str | None:
    """The command line of the program that listens on a port, where `/proc` tells (Linux)."""
    inodes = {f"socket:[{inode}]" for inode in _listening(port)}
    if not inodes:
        return None
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            links = (process / "fd").iterdir()
            if any(str(link.readlink()) in inodes for link in links):
                words = (process / "cmdline").read_bytes().split(b"\0")
                command = b" ".join(words).decode(errors="replace").strip()
                return f"{command} (process {process.name})"
    return None


def _listening(port: int) -> list[str]:
    """The inodes of the sockets that listen on a port (proc_pid_net(5): state 0A is LISTEN)."""
    found = []
    for table in ("tcp", "tcp6"):
        with suppress(OSError):
            for line in Path("/proc/net", table).read_text().splitlines()[1:]:
                fields = line.split()
                if int(fields[1].rpartition(":")[2], 16) == port and fields[3] == "0A":
                    found.append(fields[9])
    return found
