"""The port that is listened on, and who has it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from builder.devserver.ports import PortTakenError, holder_of, listen


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that this process listens on; the next one is most likely free."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_any_port_is_of_this_machine_alone() -> None:
    sockets = listen(0, is_fixed=True, is_public=False)

    assert {found.getsockname()[0] for found in sockets} <= {"127.0.0.1", "::1"}
    assert len({found.getsockname()[1] for found in sockets}) == 1
    for found in sockets:
        found.close()


def test_all_networks_are_listened_to_only_if_that_is_wanted() -> None:
    sockets = listen(0, is_fixed=True, is_public=True)

    assert {found.getsockname()[0] for found in sockets} <= {"0.0.0.0", "::"}  # noqa: S104
    for found in sockets:
        found.close()


def test_the_next_free_port_is_taken_where_the_first_is_not_free(taken: int) -> None:
    sockets = listen(taken, is_fixed=False, is_public=False)

    assert taken < sockets[0].getsockname()[1] <= taken + 20
    for found in sockets:
        found.close()


def test_a_port_that_was_asked_for_is_not_changed(taken: int) -> None:
    with pytest.raises(PortTakenError) as raised:
        listen(taken, is_fixed=True, is_public=False)

    assert raised.value.port == taken
    assert f"process {os.getpid()}" in str(raised.value.holder)


def test_the_program_that_has_a_port_is_named_with_its_command() -> None:
    program = (
        "import socket, sys\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "print(server.getsockname()[1], flush=True)\n"
        "sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, "a-mark"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        port = int(process.stdout.readline())

        holder = holder_of(port)

        process.communicate("")
    assert holder is not None
    assert "a-mark" in holder
    assert holder.endswith(f"(process {process.pid})")


def test_a_free_port_has_no_holder(taken: int) -> None:
    assert holder_of(taken) is not None
    assert holder_of(1) is None
