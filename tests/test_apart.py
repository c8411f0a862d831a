"""A job in a process of its own gives what it would give here, whatever becomes of the process."""

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from builder.apart import begun
from tests.small_site import ROOT


@contextmanager
def children_ignored() -> Iterator[None]:
    """As a program is begun that a shell or a container starts with `trap '' CHLD`."""
    former = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGCHLD, former)


@contextmanager
def no_more_files() -> Iterator[None]:
    """As many files are open as may be."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = os.dup(0)
    os.close(lowest)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_a_job_is_done_in_another_process_which_then_is_gone() -> None:
    """In a fresh program, since other tests of this one may have left threads behind."""
    script = (
        "import os\n"
        "from builder.apart import begun\n"
        "other = begun(os.getpid)()\n"
        "print(other != os.getpid())\n"
        "try: os.kill(other, 0)\n"
        "except ProcessLookupError: print('gone')\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=ROOT, capture_output=True, text=True
    )

    assert (run.stdout.split(), run.stderr) == (["True", "gone"], "")


def test_a_result_larger_than_a_pipe_comes_whole() -> None:
    size = 10_000_000

    assert begun(lambda: "a" * size)() == "a" * size


def test_where_there_are_threads_the_job_is_done_here() -> None:
    waits = threading.Event()
    thread = threading.Thread(target=waits.wait)
    thread.start()
    try:
        assert begun(os.getpid)() == os.getpid()
    finally:
        waits.set()
        thread.join()


def test_a_process_that_is_ended_has_its_job_done_here() -> None:
    def job() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return here

    here = os.getpid()

    assert begun(job)() == here


def test_what_a_job_raises_is_raised_to_whoever_waits() -> None:
    with pytest.raises(ZeroDivisionError):
        begun(lambda: 1 // 0)()


def test_where_the_system_keeps_no_ended_processes_the_result_is_there_all_the_same() -> None:
    with children_ignored():
        assert begun(lambda: "done")() == "done"


def test_where_no_pipe_can_be_had_the_job_is_done_here() -> None:
    with no_more_files():
        result = begun(os.getpid)

    assert result() == os.getpid()
