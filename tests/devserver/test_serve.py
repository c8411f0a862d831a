"""The command as an editor types it, from a copy of the package that nobody else changes."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep

import pytest

from tests.live_server import LONG
from tests.small_site import ROOT, broken_site, small_site


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    for name in ("builder", "templates", "static"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


class Served:
    """The command at work."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.said: list[str] = []

    def line(self, start: str) -> str:
        """The next line that starts so."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if line.lstrip().startswith(start):
                return line
        raise AssertionError("".join(self.said))

    def port(self) -> int:
        found = re.search(r":(\d+)/$", self.line("The site").strip())
        assert found
        return int(found[1])

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and whatever was said after all that was read."""
        self.process.send_signal(signal.SIGINT)
        rest, _ = self.process.communicate(timeout=LONG)
        return self.process.returncode, rest


@contextmanager
def serve(package: Path, site: Path, *options: str, **environment: str) -> Iterator[Served]:
    command = [sys.executable, "-m", "builder", "serve", "--site", str(site), *options]
    env = {**os.environ, "PYTHONPATH": str(package), "PYTHONUNBUFFERED": "1", **environment}
    with subprocess.Popen(
        command,
        cwd=package,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield Served(process)
        finally:
            if process.poll() is None:
                process.kill()


def get(port: int, path: str = "/en/", host: str | None = None) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=LONG)
    try:
        connection.request("GET", path, headers={"Host": host} if host else {})
        reply = connection.getresponse()
        return reply.status, reply.read().decode()
    finally:
        connection.close()


def test_addresses_are_printed_pages_are_served_and_ctrl_c_ends_it(
    package: Path, site: Path
) -> None:
    with serve(package, site, "--port", "0") as served:
        port = served.port()
        assert f"http://127.0.0.1:{port}/__sapar/desk/" in served.line("The desk")
        status, text = get(port)
        assert (status, "<h1" in text) == (200, True)
        quote = site / "content/quotes/trade.yaml"
        quote.write_text(quote.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
        assert re.fullmatch(r" +content/quotes/trade\.yaml: \d+ ms\n", served.line("content/"))

        code, rest = served.interrupt()

    assert code == 0
    assert "Traceback" not in rest
    assert rest.strip() in ("", "^C")


@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_ctrl_c_while_it_starts_ends_it_too(package: Path, site: Path, seconds: float) -> None:
    with serve(package, site, "--port", "0") as served:
        served.line("Ctrl-C")
        sleep(seconds)

        code, rest = served.interrupt()

    assert code == 0
    assert "Traceback" not in rest


def test_ctrl_c_while_pages_are_open_and_the_site_is_broken_ends_it(
    package: Path, tmp_path: Path
) -> None:
    site = broken_site("several-problems", tmp_path / "site")
    with serve(package, site, "--port", "0") as served:
        port = served.port()
        status, text = get(port)
        assert (status, "data-problems" in text) == (500, True)
        with socket.create_connection(("127.0.0.1", port)) as idle:
            idle.sendall(b"GET /en/ HTTP/1.1\r\nHost: localhost\r\n")

            code, rest = served.interrupt()

    assert code == 0
    assert "Traceback" not in rest


def test_a_port_that_is_taken_is_told_with_who_has_it(package: Path, site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with serve(package, site, "--port", str(port)) as served:
            said, _ = served.process.communicate(timeout=LONG)

    assert served.process.returncode == 1
    assert f"port {port} is in use by " in said
    assert f"(process {os.getpid()})" in said
    assert f"--port {port + 1}" in said
    assert "Traceback" not in said


def test_the_usual_port_that_is_taken_gives_way_to_the_next(package: Path, site: Path) -> None:
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        server.bind(("127.0.0.1", 8000))
        server.listen()
    except OSError:
        pass  # another program has it, which is as good
    with server, serve(package, site) as served:
        port = served.port()
        assert 8000 < port <= 8020
        assert get(port)[0] == 200
        assert served.interrupt()[0] == 0


def test_the_browser_is_opened_if_asked_and_not_waited_for(package: Path, site: Path) -> None:
    opened = site.parent / "opened"
    browser = site.parent / "browser"
    browser.write_text(
        f'#!/bin/sh\necho "$1" >> "{opened}"\nexec sleep 30 > /dev/null 2>&1\n', encoding="utf-8"
    )
    browser.chmod(0o755)
    with serve(package, site, "--port", "0", "--open", BROWSER=f"{browser} %s") as served:
        port = served.port()
        assert get(port)[0] == 200
        until = perf_counter() + LONG
        while not opened.exists() or not opened.read_text(encoding="utf-8").endswith("\n"):
            assert perf_counter() < until
            sleep(0.02)
        assert opened.read_text(encoding="utf-8") == f"http://127.0.0.1:{port}/\n"
        assert served.interrupt()[0] == 0


def test_another_name_is_answered_only_where_that_was_allowed(package: Path, site: Path) -> None:
    with serve(package, site, "--port", "0", "--allow-host", "sapar.test") as served:
        port = served.port()
        assert get(port, host=f"sapar.test:{port}")[0] == 200
        assert get(port, host=f"other.test:{port}")[0] == 403
        assert served.interrupt()[0] == 0


def test_a_change_of_the_generator_starts_it_again_on_the_same_port(
    package: Path, site: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(package, own)
    skeleton = own / "builder/devserver/handlers.py"
    text = skeleton.read_text(encoding="utf-8")
    opened, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{opened}"\n', encoding="utf-8")
    browser.chmod(0o755)
    with serve(own, site, "--port", "0", "--open", BROWSER=f"{browser} %s") as served:
        port = served.port()
        assert get(port)[0] == 200
        skeleton.write_text(f"{text}this is no Python\n", encoding="utf-8")
        assert "SyntaxError" in served.line("the generator has changed and cannot be loaded")
        assert get(port)[0] == 200

        skeleton.write_text(text.replace('"DENY"', '"SAMEORIGIN"'), encoding="utf-8")

        assert served.port() == port
        connection = HTTPConnection("127.0.0.1", port, timeout=LONG)
        connection.request("GET", "/en/")
        assert connection.getresponse().headers["X-Frame-Options"] == "SAMEORIGIN"
        connection.close()
        assert served.interrupt()[0] == 0
    assert opened.read_text(encoding="utf-8").count("http") == 1
