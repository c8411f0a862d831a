"""Publishes trees in processes that are killed, stopped or refused at a chosen moment.

It reads orders from standard input, one a line in JSON, forks a process for each, and answers
with what became of it. The moment is a call into the file system: the functions that
`builder.output` calls are wrapped, not replaced, in the forked process only.
"""

import ctypes
import fcntl
import functools
import inspect
import json
import os
import platform
import resource
import signal
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from builder import output
from builder.problems import ProblemError

# What asks nothing of a file system.
_NOT_COUNTED = {"fspath", "getpid", "kill", "strerror", "_exit"}

# The kernel's tables of system calls, and linux/seccomp.h, linux/filter.h, linux/prctl.h.
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276}
_RENAME_EXCHANGE = 2
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_RET_ERRNO, _RET_ALLOW = 0x00050000, 0x7FFF0000
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06


class Order(TypedDict, total=False):
    """What to publish where, and what is to happen meanwhile."""

    files: dict[str, str]
    folder: str
    deny_exchange: int  # the error the kernel gives instead of exchanging
    file_size: int  # the limit on the size of a file, in bytes
    kill_after: float  # seconds
    at: int  # the number of a call, from 1 ...
    only: str  # ... among all calls, or those to this function
    then: str  # kill-before, kill-after, stop-after
    error: int  # or the error that the call gives ...
    lasting: bool  # ... and all later ones with it
    resume: bool  # instead of all else: let the stopped process run on


class Answer(TypedDict):
    """What became of an order."""

    state: str  # done, killed, stopped
    problems: list[tuple[str, str, dict[str, str | int]]]
    call: str  # the function whose call was met, if any


class Calls:
    """Counts calls, and does at one of them what the order says."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.left = order.get("at", 0)
        self.met = ""

    def wrap(self, function: Callable[..., object]) -> Callable[..., object]:
        name = function.__name__

        @functools.wraps(function)
        def counted(*args: object, **kwargs: object) -> object:
            self.left -= self.order.get("only", name) == name
            if self.left > 0 or "at" not in self.order or self.order.get("only", name) != name:
                return function(*args, **kwargs)
            if self.met and not self.order.get("lasting"):
                return function(*args, **kwargs)
            self.met = name
            then = self.order.get("then")
            if then == "kill-before":
                os.kill(os.getpid(), signal.SIGKILL)
            if "error" in self.order:
                raise OSError(self.order["error"], os.strerror(self.order["error"]))
            try:
                return function(*args, **kwargs)
            finally:
                if then:
                    os.kill(os.getpid(), signal.SIGSTOP if then == "stop-after" else signal.SIGKILL)

        return counted

    def wrap_all(self) -> None:
        for name, function in inspect.getmembers(os, inspect.isbuiltin):
            if name not in _NOT_COUNTED:
                setattr(os, name, self.wrap(function))
        fcntl.flock = self.wrap(fcntl.flock)  # type: ignore[assignment]
        output._exchange = self.wrap(output._exchange)  # type: ignore[assignment]


def deny_exchange(error: int) -> None:
    """Have the kernel refuse to exchange folders in this process, as an older one would."""
    steps = [
        (_LOAD, 0, 0, 0),  # the number of the system call
        (_JUMP_IF_EQUAL, 0, 3, _RENAMEAT2[platform.machine()]),
        (_LOAD, 0, 0, 16 + 4 * 8),  # its fifth argument
        (_JUMP_IF_EQUAL, 0, 1, _RENAME_EXCHANGE),
        (_RETURN, 0, 0, _RET_ERRNO | error),
        (_RETURN, 0, 0, _RET_ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HP", len(steps), ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or prctl(
        _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, program
    ):
        raise OSError(ctypes.get_errno(), "no filter of system calls")


def publish(order: Order) -> Answer:
    if "deny_exchange" in order:
        deny_exchange(order["deny_exchange"])
    if "file_size" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_size"], order["file_size"]))
    calls = Calls(order)
    calls.wrap_all()
    files = {path: text.encode() for path, text in order["files"].items()}
    try:
        output.write(files, Path(order["folder"]))
        problems = []
    except ProblemError as error:
        problems = [(p.code, p.place.file, dict(p.values)) for p in error.problems]
    return {"state": "done", "problems": problems, "call": calls.met}


def start(order: Order) -> tuple[int, int]:
    """Fork a process that publishes; return its id, and the pipe on which it answers."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    write, leave = os.write, os._exit
    status = 1  # a traceback goes to standard error
    try:
        write(writer, json.dumps(publish(order)).encode())
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
        raise
    finally:
        sys.stderr.flush()
        leave(status)


def watch(child: int, reader: int) -> Answer:
    """Wait until the process has ended or stopped, and say which."""
    _, status = os.waitpid(child, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return {"state": "stopped", "problems": [], "call": ""}
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return {"state": "killed", "problems": [], "call": ""}
    answer: Answer = json.loads(said)
    return answer


def main() -> None:
    child = reader = 0
    for line in sys.stdin:
        order: Order = json.loads(line)
        if order.get("resume"):
            os.kill(child, signal.SIGCONT)
        else:
            child, reader = start(order)
        if "kill_after" in order:
            time.sleep(order["kill_after"])
            os.kill(child, signal.SIGKILL)  # not yet waited for, so its id is still its own
        sys.stdout.write(json.dumps(watch(child, reader)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
