"""A live server in a thread of its own, and what a browser would be to it."""

import asyncio
import json
import threading
from collections.abc import Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue
from time import perf_counter
from typing import Any, NamedTuple, TypeVar

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from builder.cache import Cache
from builder.devserver.editor import EDITOR
from builder.devserver.ports import listen
from builder.devserver.server import Server
from builder.project import Project

LONG = 20
"""Seconds after which what did not happen is said not to happen."""

R = TypeVar("R")

SOCKET = "/__sapar/socket"
HELLO = json.dumps({"command": "hello", "protocols": []})


def run(talk: Coroutine[Any, Any, R]) -> R:
    """What a coroutine gives, run in a thread without a loop: a browser keeps one in ours."""
    with ThreadPoolExecutor(max_workers=1) as threads:
        return threads.submit(asyncio.run, talk).result()


def word(number: int) -> str:
    """A number in letters: one in digits would have to stand in the other language too."""
    return "save" + "".join("abcdefghij"[int(digit)] for digit in str(number))


class Reply(NamedTuple):
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def build(self) -> int:
        return int(self.headers["Sapar-Build"])


class Message(NamedTuple):
    """What came through a socket, and when (`perf_counter`)."""

    data: dict[str, Any]
    at: float


class Live:
    """A server at work. `said` is what it told on the terminal."""

    def __init__(self, root: Path, allowed: tuple[str, ...] = ()) -> None:
        sockets = listen(0, is_fixed=True, is_public=False)
        self.root = root
        self.port = sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.said: list[str] = []
        cache = Cache(root.parent / "cache")
        self.project = Project(root, base_url=self.address, cache=cache, drafts=True)
        self.server = Server(self.project, open_with=EDITOR, allowed=allowed, say=self.said.append)
        self._ended: BaseException | None = None
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(self.server.run(sockets))
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(LONG)
        assert not self._thread.is_alive()
        assert isinstance(self._ended, asyncio.CancelledError), self._ended

    def get(
        self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> Reply:
        """What is at a path, sent as it stands here."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LONG)
        try:
            connection.putrequest(
                method, path, skip_host="Host" in (headers or {}), skip_accept_encoding=True
            )
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            return Reply(response.status, dict(response.headers), response.read())
        finally:
            connection.close()

    @contextmanager
    def listener(self, language: str = "en") -> Iterator["Listener"]:
        """A page that has said hello."""
        listener = Listener(self.port, language)
        try:
            yield listener
        finally:
            listener.stop()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._task)
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 (told by `stop`)
            self._ended = error
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()


class Listener:
    """An open page: whatever the server sends it, in order."""

    def __init__(self, port: int, language: str) -> None:
        self._address = f"ws://127.0.0.1:{port}{SOCKET}?lang={language}"
        self._messages: Queue[Message] = Queue()
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(self._listen())
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self.hello = self.until("hello").data

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(LONG)
        assert not self._thread.is_alive()

    def until(self, command: str, *, build: int = 0) -> Message:
        """The next message of a kind, of this build or a later one."""
        until = perf_counter() + LONG
        while True:
            message = self._messages.get(timeout=max(0.001, until - perf_counter()))
            if message.data["command"] == command and message.data.get("build", 0) >= build:
                return message

    def all(self, seconds: float) -> list[dict[str, Any]]:
        """All that comes until nothing has come for some seconds."""
        found: list[dict[str, Any]] = []
        with suppress(Empty):
            while True:
                found.append(self._messages.get(timeout=seconds).data)
        return found

    async def _listen(self) -> None:
        request = HTTPRequest(self._address, connect_timeout=LONG, request_timeout=LONG)
        connection = await websocket_connect(request)
        try:
            await connection.write_message(HELLO)
            while (text := await connection.read_message()) is not None:
                self._messages.put(Message(json.loads(text), perf_counter()))
        finally:
            is_open = connection.protocol is not None and not connection.protocol.is_closing()
            connection.close()
            while is_open and await asyncio.wait_for(connection.read_message(), LONG) is not None:
                pass

    def _run(self) -> None:
        try:
            with suppress(asyncio.CancelledError):
                self._loop.run_until_complete(self._task)
        finally:
            self._loop.close()


@contextmanager
def serving(root: Path, allowed: tuple[str, ...] = ()) -> Iterator[Live]:
    """A live server on the site in a folder."""
    live = Live(root, allowed)
    try:
        yield live
    finally:
        live.stop()
