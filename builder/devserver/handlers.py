"""What the live server answers: pages from memory, its own files, the desk, the socket."""

# mypy: disable-error-code="mutable-override"
# tornado declares the methods of a handler as attributes.

import mimetypes
from typing import Any, Protocol
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler
from msgspec import Struct
from tornado.escape import json_decode, json_encode
from tornado.web import HTTPError, RequestHandler

from builder.devserver.overlay import Data
from builder.devserver.pages import client_file
from builder.devserver.safety import is_known, is_own_origin

PROTOCOL = "http://livereload.com/protocols/official-7"

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".avif": "image/avif",
}


class Answer(Struct, frozen=True):
    """What is at an address: `location` sends on, otherwise there is a body."""

    status: int
    name: str
    body: bytes
    build: int
    location: str | None = None


class Host(Protocol):
    """What the handlers need of the server."""

    allowed: frozenset[str]
    clients: "set[Socket]"

    async def page(self, path: str) -> Answer:
        """What the site has at a path."""

    async def desk(self, path: str, language: str) -> bytes | None:
        """A page of the desk."""

    def problems(self, language: str) -> Data:
        """What is wrong with the site, for the overlay."""

    @property
    def build(self) -> int:
        """The number of the present state."""

    def fault(self, error: BaseException) -> None:
        """Tells of what nobody foresaw."""


class _Safe(RequestHandler):
    """Answers known names only, and lets nothing be kept."""

    def initialize(self, server: Host) -> None:
        self.server = server

    def set_default_headers(self) -> None:
        """Those of every answer."""
        self.clear_header("Server")
        for name, value in _HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        """Refuses whoever calls this server by another name, and pages of other sites."""
        origin = self.request.headers.get("Origin")
        if not is_known(self.request.host, self.server.allowed) or (
            origin is not None and not self.check_origin(origin)
        ):
            raise HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks was served here."""
        return is_own_origin(origin, self.request.host, self.server.allowed)

    def write_error(self, status_code: int, **_: Any) -> None:
        """The number and its name, and nothing that was asked for."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")  # type: ignore[unused-awaitable]

    def log_exception(self, _: Any, value: BaseException | None, __: Any) -> None:
        """Refusals are told to who was refused, and nobody else."""
        if value is not None and not isinstance(value, HTTPError):
            self.server.fault(value)

    def answer(self, name: str, body: bytes) -> None:
        """A body of the kind that its name tells."""
        suffix = name[name.rfind(".") :].lower()
        kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.set_header("Content-Type", kind)
        self.write(body)

    def compute_etag(self) -> None:
        """None: nothing is kept, so nothing need be compared."""


class PageHandler(_Safe):
    """The site."""

    async def get(self, path: str) -> None:
        """A page or a file."""
        answer = await self.server.page(path)
        self.set_header("Sapar-Build", str(answer.build))
        if answer.location is not None:
            self.redirect(quote(answer.location))
            return
        self.set_status(answer.status)
        self.answer(answer.name, answer.body)

    head = get


class ClientHandler(_Safe):
    """The files that browsers load for the live server."""

    async def get(self, name: str) -> None:
        """A script or a stylesheet."""
        body = client_file(name)
        if body is None:
            raise HTTPError(404)
        self.answer(name, body)

    head = get


class DeskHandler(_Safe):
    """The two-language desk."""

    async def get(self, path: str) -> None:
        """The list of all that is on it, or one page."""
        body = await self.server.desk(path, self.get_query_argument("lang", ""))
        if body is None:
            raise HTTPError(404)
        self.answer("desk.html", body)

    head = get


class Socket(_Safe, LiveReloadHandler):  # type: ignore[misc]  # the library has no types
    """Tells a page when to load again, and what is wrong."""

    def initialize(self, server: Host) -> None:
        """`language` is that of the page."""
        super().initialize(server)
        self.language = ""

    def open(self, *_: str, **__: str) -> None:
        """A page has connected."""
        self.language = self.get_query_argument("lang", "")

    def on_close(self) -> None:
        """A page has gone."""
        self.server.clients.discard(self)

    def on_message(self, message: str | bytes) -> None:
        """Answers a greeting with the number of the build; whatever else is said is ignored.

        Nothing is told before: a page must know first whether it is of this build.
        """
        try:
            said = json_decode(message)
        except (ValueError, RecursionError):
            return
        if isinstance(said, dict) and said.get("command") == "hello":
            self.tell({"command": "hello", "protocols": [PROTOCOL], "build": self.server.build})
            self.tell_problems()
            self.server.clients.add(self)

    def tell_problems(self) -> None:
        """What is known to be wrong; it may have been found after the page was sent."""
        problems = self.server.problems(self.language)
        self.tell({"command": "problems", "build": self.server.build, "problems": problems})

    def tell(self, message: Data) -> None:
        """Sends a message; if the page goes meanwhile, that is no fault."""
        if self.ws_connection is not None and not self.ws_connection.is_closing():
            sent = self.write_message(json_encode(message))
            sent.add_done_callback(lambda done: done.cancelled() or done.exception())
