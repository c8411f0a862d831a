"""The live server over real connections: what it answers, and whom, and what it never does."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter, sleep

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from builder.build import build
from builder.devserver.pages import PREFIX
from builder.project import Project
from builder.site.artifacts import Artifact
from tests.live_server import HELLO, LONG, SOCKET, Live, run, serving
from tests.small_site import small_site

KINDS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "woff2": "font/woff2",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
    "ico": "image/x-icon",
}
UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
}
_OWN = ("", "live.js", "live.css", "nothing.js", "desk/", "desk/no/")
EVERY_KIND = (
    *("/", "/en/", "/en", "/nowhere/", "/robots.txt", "/404.html"),
    *(f"{PREFIX}{name}" for name in _OWN),
)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    site = small_site(tmp_path_factory.mktemp("served") / "site")
    (site.parent / "secret.txt").write_text("secret", encoding="utf-8")
    with serving(site, allowed=("sapar.test",)) as running:
        yield running


@pytest.fixture(scope="module")
def published(live: Live) -> tuple[Artifact, ...]:
    built = build(live.project)
    assert built.is_good
    return built.artifacts


def test_everything_a_build_publishes_is_served_with_its_kind(
    live: Live, published: tuple[Artifact, ...]
) -> None:
    suffixes = set()
    for artifact in published:
        reply = live.get(f"/{artifact.path}")
        suffix = Path(artifact.path).suffix[1:]
        suffixes.add(suffix)
        assert reply.status == (404 if artifact.path == "nothing" else 200), artifact.path
        if suffix:
            assert reply.headers["Content-Type"] == KINDS[suffix], artifact.path
        if artifact.page is None:
            assert reply.body == artifact.body, artifact.path
        else:
            assert reply.body.replace(tag(reply.body), b"") == artifact.body, artifact.path
    assert suffixes >= {"html", "css", "js", "json", "xml", "svg", "txt", "woff2", "webp", "jpg"}


def tag(body: bytes) -> bytes:
    """What the live server puts into a page."""
    start = body.index(b'<script src="/__sapar/live.js"')
    return body[start : body.index(b"</script>", start) + len(b"</script>")]


def test_nothing_of_the_live_server_is_in_a_build(published: tuple[Artifact, ...]) -> None:
    for artifact in published:
        assert b"__sapar" not in artifact.body, artifact.path
        assert "__sapar" not in artifact.path


@pytest.mark.parametrize("path", [*EVERY_KIND, SOCKET])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example"])
def test_another_name_is_refused_at_every_address(live: Live, path: str, host: str) -> None:
    reply = live.get(path, {"Host": host.format(port=live.port), **UPGRADE})

    assert reply.status == 403
    assert reply.body == b"403 Forbidden\n"


@pytest.mark.parametrize("path", [*EVERY_KIND, SOCKET])
@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:1", "null"])
def test_a_page_from_elsewhere_is_refused_at_every_address(
    live: Live, path: str, origin: str
) -> None:
    reply = live.get(path, {"Origin": origin, **UPGRADE})

    assert reply.status == 403
    assert "Access-Control-Allow-Origin" not in reply.headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "sapar.test", "Sapar.Test"])
def test_own_names_and_those_that_were_allowed_are_answered(live: Live, host: str) -> None:
    headers = {"Host": f"{host}:{live.port}", "Origin": f"http://{host}:{live.port}"}

    assert live.get("/en/", headers).status == 200
    assert live.get(f"{PREFIX}live.js", headers).status == 200


@pytest.mark.parametrize("path", [*EVERY_KIND, SOCKET, "http://evil.example/", "*"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_no_answer_may_be_kept_guessed_at_or_framed(live: Live, path: str, method: str) -> None:
    for headers in ({}, {"Host": "evil.example"}):
        reply = live.get(path, headers, method)

        assert reply.headers["Cache-Control"] == "no-store"
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert reply.headers["X-Frame-Options"] == "DENY"
        assert reply.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Server" not in reply.headers
        assert "Etag" not in reply.headers


@pytest.mark.parametrize("path", EVERY_KIND)
def test_only_reading_is_possible(live: Live, path: str) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
        assert live.get(path, method=method).status == 405


@pytest.mark.parametrize("path", EVERY_KIND)
def test_head_tells_what_get_would_and_sends_no_body(live: Live, path: str) -> None:
    whole, head = live.get(path), live.get(path, method="HEAD")

    assert head.status == whole.status
    assert head.body == b""
    for name in ("Content-Type", "Content-Length", "Location", "Sapar-Build"):
        assert head.headers.get(name) == whole.headers.get(name)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/en/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/./secret.txt",
        "/en/%00",
        "/%00../secret.txt",
        "/secret.txt%00.html",
        "/en/index.html%00",
        "/content/visit.yaml",
        "/site.yaml",
        "/templates/base.html",
        "/.sapar-cache/",
        f"{PREFIX}../secret.txt",
        f"{PREFIX}..",
        f"{PREFIX}desk/../../secret.txt",
        f"{PREFIX}desk/page/../../secret.txt",
        f"{PREFIX}labels.py",
        f"{PREFIX}templates/base.html",
        f"/{'a/' * 10_000}",
        f"/{'a' * 30_000}",
        f"/en/{'../' * 1_000}etc/passwd",
        "/etc/passwd",
        "//etc/passwd",
        "/assets/",
        "/assets",
        "/en/quotes/..",
        "/__SAPAR/live.js",
        "/%D2%9B%D0%B0%D0%B7/",
        "http://127.0.0.1/en/",
    ],
)
def test_there_is_nothing_but_the_site(live: Live, path: str) -> None:
    """No way out of it, no list of what is in a folder."""
    reply = live.get(path)

    assert reply.status == 404
    assert b"secret" not in reply.body
    assert b"root:" not in reply.body


@pytest.mark.parametrize("path", ["/%ff", "/%c3%28/", "/en/%ed%a0%80"])
def test_what_is_no_text_is_a_bad_request(live: Live, path: str) -> None:
    assert live.get(path).status == 400


def test_a_secret_beside_the_site_is_where_the_paths_above_would_lead(live: Live) -> None:
    assert (live.root / "../secret.txt").read_text(encoding="utf-8") == "secret"


@pytest.mark.parametrize("path", ["/en", "/kk", "/en?x=1"])
def test_an_address_without_its_slash_leads_to_the_page(live: Live, path: str) -> None:
    reply = live.get(path)

    assert reply.status == 302
    assert reply.headers["Location"] == f"{path.partition('?')[0]}/"
    assert live.get(reply.headers["Location"]).status == 200


def test_no_address_leads_to_another_host(live: Live) -> None:
    for path in ("//evil.example", "//evil.example/..", "/\\evil.example", "//evil.example/en"):
        assert live.get(path).status == 404


def test_what_is_not_there_is_told_by_the_sites_own_page(live: Live) -> None:
    there, missing = live.get("/404.html"), live.get("/en/nothing/")

    assert missing.status == 404
    assert missing.headers["Content-Type"] == KINDS["html"]
    assert missing.body == there.body


def test_every_answer_of_the_site_tells_the_build_it_is_of(live: Live) -> None:
    builds = {live.get(path).build for path in ("/", "/en/", "/en", "/robots.txt", "/nothing")}

    assert builds == {1}


@asynccontextmanager
async def connected(live: Live, **headers: str) -> AsyncIterator[WebSocketClientConnection]:
    address = f"ws://127.0.0.1:{live.port}{SOCKET}?lang=kk"
    connection = await websocket_connect(HTTPRequest(address, headers=headers))
    try:
        yield connection
    finally:
        is_open = connection.protocol is not None and not connection.protocol.is_closing()
        connection.close()
        while is_open and await asyncio.wait_for(connection.read_message(), LONG) is not None:
            pass


async def greeted(connection: WebSocketClientConnection) -> dict[str, object]:
    await connection.write_message(HELLO)
    text = await asyncio.wait_for(connection.read_message(), LONG)
    assert text is not None
    said: dict[str, object] = json.loads(text)
    return said


def test_a_page_that_says_hello_is_told_the_build_and_what_is_wrong(live: Live) -> None:
    async def talk() -> None:
        async with connected(live, Origin=live.address.rstrip("/")) as page:
            hello = await greeted(page)
            problems = json.loads(await page.read_message() or "{}")

        assert hello["command"] == "hello"
        assert hello["build"] == 1
        assert problems["command"] == "problems"
        assert problems["problems"]["lang"] == "kk"
        assert problems["problems"]["errors"] == 0

    run(talk())


def until_built(running: Live, build: int) -> None:
    until = perf_counter() + LONG
    while running.get("/en/").build < build:
        assert perf_counter() < until
        sleep(0.01)


def test_a_page_is_told_nothing_before_it_has_said_hello(tmp_path: Path) -> None:
    """Else it would take what is told for news of the build it is of, and not load again."""

    async def talk(running: Live) -> None:
        async with connected(running) as page:
            quote = running.root / "content/quotes/trade.yaml"
            quote.write_text(quote.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
            await asyncio.to_thread(until_built, running, 2)
            await asyncio.sleep(0.5)  # by then all is examined, and what was found is told
            hello = await greeted(page)

        assert (hello["command"], hello["build"]) == ("hello", 2)

    with serving(small_site(tmp_path / "site")) as running:
        run(talk(running))


@pytest.mark.parametrize(
    "message",
    [
        b"\x00\xff\xfe",
        "",
        "null",
        "[]",
        '"hello"',
        "{",
        '{"command": ["hello"]}',
        '{"command": "reload", "path": "*"}',
        '{"command": "info", "url": "http://evil.example/"}',
        "[" * 900,
        '{"a":' * 180,
        "NaN",
        "\ud7ff\u0000",
    ],
)
def test_whatever_else_a_page_says_is_ignored(live: Live, message: str | bytes) -> None:
    async def talk() -> None:
        async with connected(live) as page:
            await page.write_message(message, binary=isinstance(message, bytes))
            assert (await greeted(page))["command"] == "hello"

    run(talk())
    assert live.said == []


@pytest.mark.parametrize("is_binary", [False, True])
def test_who_says_too_much_is_hung_up_on_and_nobody_else(live: Live, is_binary: bool) -> None:
    async def talk() -> None:
        async with connected(live) as loud, connected(live) as other:
            await loud.write_message("a" * 1_001, binary=is_binary)
            assert await asyncio.wait_for(loud.read_message(), LONG) is None
            assert (await greeted(other))["command"] == "hello"

    run(talk())
    assert live.get("/en/").status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nA: " + b"a" * 100_000 + b"\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_what_is_no_request_does_no_harm(live: Live, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", live.port), timeout=LONG) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(100)

    assert not answer.startswith(b"HTTP/1.1 2")
    assert live.get("/en/").status == 200
    assert live.said == []


def test_only_this_machine_is_listened_to(live: Live) -> None:
    with socket.create_server(("127.0.0.2", live.port)) as other:
        assert other.getsockname()[1] == live.port


def test_a_server_that_ends_hangs_up(tmp_path: Path) -> None:
    with serving(small_site(tmp_path / "site")) as running, running.listener() as page:
        port = running.port
        assert page.hello["build"] == 1

    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=LONG)


def test_the_desk_is_there_and_is_of_the_site(live: Live) -> None:
    reply = live.get(f"{PREFIX}desk/?lang=kk")

    assert reply.status == 200
    assert 'lang="kk"' in reply.text


def test_a_site_in_draft_is_served_and_not_built(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    quote = site / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8")
    quote.write_text(f"draft: true\n{text}", encoding="utf-8")
    built = {artifact.path for artifact in build(Project(site)).artifacts}

    with serving(site) as running:
        served = build(running.project)
        hidden = {artifact.path for artifact in served.artifacts} - built
        assert hidden
        for path in hidden:
            assert running.get(f"/{path}").status == 200
