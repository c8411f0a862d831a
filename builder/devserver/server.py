"""The live site while it is edited: served from memory, built anew at every save."""

import asyncio
import gc
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from socket import socket
from time import perf_counter
from traceback import extract_tb
from typing import TypeVar

from tornado.httpserver import HTTPServer
from tornado.web import Application

from builder.devserver.desk import desk_response
from builder.devserver.desk_reviews import reviews_of
from builder.devserver.desk_views import Desk
from builder.devserver.handlers import Answer, ClientHandler, DeskHandler, PageHandler, Socket
from builder.devserver.live import Live, News
from builder.devserver.overlay import Data, client_tag, problems_data, problems_page
from builder.devserver.pages import PREFIX
from builder.devserver.restart import CODE
from builder.devserver.watching import Changed, Watcher
from builder.problems.catalogues import in_language
from builder.project import Project
from builder.site.routes import NOT_FOUND

T = TypeVar("T")

INDEX = "index.html"

_BODY_END = b"</body>"


class Server:
    """Serves one site, and keeps it up to date.

    All work on the site is done by one thread beside the event loop, one thing after
    another: a page is made between two states, never during the change from one to the next.
    Only its texts, which do not change, are judged by a thread of their own.

    Args:
        project: the site; its address is that of this server.
        open_with: the address that opens a file, as `editor.open_address` takes it.
        allowed: host names to answer besides those of this machine.
        say: told in a line what was done.
        on_code: told of changes to the generator itself; without it these are not watched.
    """

    def __init__(
        self,
        project: Project,
        *,
        open_with: str,
        allowed: Collection[str] = (),
        say: Callable[[str], None] = lambda _: None,
        on_code: Callable[[], None] | None = None,
    ) -> None:
        self.allowed = frozenset(name.lower() for name in allowed)
        self.clients: set[Socket] = set()
        self._project = project
        self._live = Live(project)
        self._open_with = open_with
        self._say = say
        self._on_code = on_code
        self._watcher = Watcher(project.root, CODE if on_code else (), self._refused)
        self._worker = ThreadPoolExecutor(1, "sapar-build")
        self._judge = ThreadPoolExecutor(1, "sapar-judge")
        self._examination: asyncio.Task[None] | None = None

    @property
    def build(self) -> int:
        """The number of the present state."""
        return self._live.build

    async def run(self, sockets: Collection[socket]) -> None:
        """Serves on these sockets until it is cancelled."""
        application = Application(
            [
                (f"{PREFIX}socket", Socket, {"server": self}),
                (f"{PREFIX}desk/(.*)", DeskHandler, {"server": self}),
                (f"{PREFIX}([a-z.]+)", ClientHandler, {"server": self}),
                ("/?(.*)", PageHandler, {"server": self}),
            ],
            websocket_ping_interval=30,
            websocket_max_message_size=LONGEST_MESSAGE,
            log_function=lambda _: None,
        )
        http = HTTPServer(application, no_keep_alive=False)
        try:
            await self._watcher.begin()
            await self._renew(frozenset())
            http.add_sockets(sockets)
            async for changed in self._watcher.changes():
                if self._on_code and any(map(_is_code, changed)):
                    self._on_code()
                await self._renew(changed)
        finally:
            self._watcher.end()
            if self._examination:
                self._examination.cancel()
            http.stop()
            for client in tuple(self.clients):
                client.close()
            for worker in (self._worker, self._judge):
                worker.shutdown(wait=False, cancel_futures=True)

    async def page(self, path: str) -> Answer:
        """What the site has at a path below its root."""
        return await self._work(lambda: self._answer(path))

    async def desk(self, path: str, language: str) -> bytes | None:
        """A page of the desk; None where there is none."""
        return await self._work(lambda: self._desk(path, language))

    def problems(self, language: str) -> Data:
        """What is wrong with the site, in a language."""
        catalogue = in_language(language)
        return problems_data(self._live.problems, self._project.root, catalogue, self._open_with)

    def fault(self, error: BaseException) -> None:
        """Tells that something went wrong which is not the site's fault; the server goes on."""
        frame = extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        self._say(f"a fault of ours, not of your site: {type(error).__name__}: {error} at {place}")

    def _refused(self, error: Exception) -> None:
        """Tells that the system does not tell of saves."""
        self._say(f"saves show a little later: the system cannot watch the files ({error})")

    # On the event loop

    async def _work(self, job: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, job)

    async def _renew(self, changed: Changed) -> None:
        """Brings the site up to date, and lets every open page know."""
        started = perf_counter()
        try:
            news = await self._work(lambda: self._live.refresh(changed))
        except Exception as error:  # noqa: BLE001 (the next save may find it gone)
            self.fault(error)
            return
        if news.is_new:
            self._tell(news)
            if changed:
                milliseconds = 1000 * (perf_counter() - started)
                self._say(f"{_named(changed, self._project.root)}: {milliseconds:.0f} ms")
            self._examine()

    def _tell(self, news: News) -> None:
        """Lets every open page know what a change came to."""
        if not news.is_good:
            self._tell_problems()
        elif news.stylesheet:
            self._send(
                {"command": "reload", "path": news.stylesheet, "liveCSS": True, "build": news.build}
            )
        else:
            self._send({"command": "reload", "path": "*", "build": news.build})

    def _tell_problems(self) -> None:
        for client in tuple(self.clients):
            client.tell_problems()

    def _send(self, message: Data) -> None:
        for client in tuple(self.clients):
            client.tell(message)

    def _examine(self) -> None:
        if self._examination:
            self._examination.cancel()
        self._examination = asyncio.create_task(self._examined())

    async def _examined(self) -> None:
        """Looks at the whole site a little at a time, and tells what it finds."""
        build, planned = self.build, self._live.planned
        steps = self._live.examine()
        await asyncio.sleep(PAUSE)
        texts = asyncio.get_running_loop().run_in_executor(
            self._judge, lambda: planned.rest() if build == self.build else ()
        )
        try:
            while await self._work(lambda: _some(steps)):
                if build != self.build:
                    return
            found = await texts
            await self._work(lambda: self._live.tell(planned, found))
        except Exception as error:  # noqa: BLE001 (the site is served all the same)
            self.fault(error)
        if build == self.build:
            self._tell_problems()
            await self._work(gc.collect)  # a former state is a web of values that name each other

    # By the thread that works on the site

    def _answer(self, path: str) -> Answer:
        folder = not path or path.endswith("/")
        artifact = self._live.artifact(f"{path}{INDEX}" if folder else path)
        status = 200
        if artifact is None and not folder and self._live.artifact(f"{path}/{INDEX}"):
            return Answer(302, path, b"", self.build, f"/{path}/")
        if artifact is None:
            artifact, status = self._live.artifact(NOT_FOUND), 404
        if artifact is None:
            page = problems_page(in_language(self._first_language()))
            return Answer(500, "problems.html", self._with_client(page, ""), self.build)
        if artifact.page is None:
            return Answer(status, artifact.path, artifact.body, self.build)
        body = self._with_client(artifact.body, artifact.page.language)
        return Answer(status, artifact.path, body, self.build)

    def _with_client(self, body: bytes, language: str) -> bytes:
        """A page with the script that keeps it up to date, which nobody else gets to see."""
        tag = client_tag(self.build, self.problems(language or self._first_language())).encode()
        before, end, after = body.rpartition(_BODY_END)
        return before + tag + end + after if end else body + tag

    def _first_language(self) -> str:
        content = self._live.planned.content
        return content.languages[0].code if content else ""

    def _desk(self, path: str, language: str) -> bytes | None:
        planned = self._live.planned
        if planned.content is None:
            return None
        desk = Desk(
            planned.content,
            self._live.problems,
            planned.routes,
            self._project.root,
            self._open_with,
            reviews_of(planned.content),
        )
        body = desk_response(desk, path, language or self._first_language())
        return self._with_client(body, language) if body else None


LONGEST_MESSAGE = 1000
"""Bytes of what a page may say; it says hello."""

PAUSE = 0.2
"""Seconds in which the page that is looked at is loaded again before all is examined."""

SLICE = 0.005
"""Seconds of examining after which somebody who waits for a page gets it."""


def _some(steps: Iterator[None]) -> bool:
    """Takes a few steps; False when there are no more."""
    until = perf_counter() + SLICE
    while perf_counter() < until:
        try:
            next(steps)
        except StopIteration:
            return False
    return True


def _is_code(path: Path) -> bool:
    return path.suffix == ".py" and any(path.is_relative_to(code) for code in CODE)


def _named(changed: Changed, root: Path) -> str:
    """The file that changed, and how many others."""
    first, *others = sorted(changed)
    with suppress(ValueError):
        first = first.relative_to(root)
    return f"{first}" + (f" (+{len(others)})" if others else "")
