"""A job done in a process of its own while this one goes on."""

import os
import pickle
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


def begun(job: Callable[[], T]) -> Callable[[], T]:
    """Begins a job, and gives what waits for its result.

    The job must change nothing but what is cached, and its result must be a value that can be
    pickled. Where no second process can be had, and where there are threads, which cannot follow
    into one, the job is done when it is waited for. So it is if the other process fails, for
    whoever waits to see.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return job
    try:
        reading, writing = os.pipe()
    except OSError:
        return job
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return job
    if not process:
        _do(job, reading, writing)
    os.close(writing)

    def result() -> T:
        with os.fdopen(reading, "rb") as pipe:
            body = pipe.read()
        if _has_failed(process):
            return job()
        made: T = pickle.loads(body)  # noqa: S301 (what this very program has written)
        return made

    return result


def _has_failed(process: int) -> bool:
    """Waits for a process; of one that nobody is to wait for (SIGCHLD ignored), nobody knows."""
    try:
        return os.waitpid(process, 0)[1] != 0
    except ChildProcessError:
        return True


def _do(job: Callable[[], T], reading: int, writing: int) -> None:
    """The whole life of the other process: it never comes back to what called it."""
    status = 1
    with suppress(BaseException):
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(job(), pickle.HIGHEST_PROTOCOL))
        status = 0
    os._exit(status)
