"""A real browser on the real site, served from this machine as a static host would."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from builder.build import build
from builder.project import Project

ROOT = Path(__file__).parent.parent.parent


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: pytest tells what failed."""


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[ThreadingHTTPServer, Path]]:
    """A server on a free port, and the folder it serves."""
    with tempfile.TemporaryDirectory() as name:
        handler = partial(_Quiet, directory=name)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server, Path(name)
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def site_address(served: tuple[ThreadingHTTPServer, Path]) -> str:
    """The address of the real site, built under a sub-path."""
    server, folder = served
    address = f"http://127.0.0.1:{server.server_address[1]}/visit/"
    built = build(Project(ROOT, base_url=address), folder / "visit")
    assert built.is_good
    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    path = next((path for path in found if path), None)
    assert path, "no Chromium: run tests/browser/install"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()
