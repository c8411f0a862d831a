"""How long a save takes to show: to the message that reaches the page, and to the new text."""

import asyncio
import multiprocessing
import re
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, sleep

from playwright.sync_api import Browser, Error, Page

from bench.chromium import chromium
from bench.sites import generate
from builder.cache import Cache
from builder.devserver.editor import EDITOR
from builder.devserver.ports import listen
from builder.devserver.server import Server
from builder.project import Project
from tests.live_server import Listener

SAVES = 50
GAP = 0.5  # seconds between two saves
PATIENCE = 60  # seconds for which a save is waited for

SOAK = 60  # seconds
PAGES = 20

_TOPIC = re.compile(r"^(topic: .* en: )(?:save[a-j]+ )?", re.MULTILINE)
_SLUG = re.compile(r"^slug: .* en: ([a-z0-9-]+)", re.MULTILINE)


def print_live(sizes: tuple[int, ...] = (0, 5000)) -> None:
    """Prints the median and the worst of 50 saves of a quote, at several sizes."""
    print("\nms from a save to            message sent      text in Chromium    (median, worst)")
    for records in sizes:
        with _site(records) as site, _served(site) as (port, _), chromium() as browser:
            sent, shown = _saves(site, port, browser)
        name = f"{records} records" if records else "the real site"
        print(f"{name:<24}{_figures(sent)}{_figures(shown)}")


def print_soak() -> None:
    """Keeps many pages open while files change, and prints the server's memory."""
    with _site(0) as site, _served(site) as (port, process), chromium() as browser:
        pages, failures = [browser.new_page() for _ in range(PAGES)], []
        for page in pages:
            page.on("pageerror", lambda error: failures.append(str(error)))
            page.goto(f"http://127.0.0.1:{port}/{_address(site)}")
        started, number = perf_counter(), 0
        memory = [_memory(process)]
        while (passed := perf_counter() - started) < SOAK:
            number += 1
            save(site, number)
            if passed > SOAK / 2 and len(memory) == 1:
                memory.append(_memory(process))
            sleep(GAP)
        for page in pages:
            _until_shown(page, number)
        memory.append(_memory(process))
    told = ", ".join(f"{megabytes:.0f}" for megabytes in memory)
    print(
        f"{PAGES} pages open for {SOAK} s, {number} saves: MB at the start, in the middle, at the "
        f"end: {told}; {len(failures)} errors in pages"
    )


def _saves(site: Path, port: int, browser: Browser) -> tuple[list[float], list[float]]:
    sent, shown = [], []
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/{_address(site)}")
    listener = Listener(port, "en")
    build = listener.hello["build"]
    for number in range(1, SAVES + 1):
        saved = perf_counter()
        save(site, number)
        sent.append(1000 * (listener.until("reload", build=build + number).at - saved))
        _until_shown(page, number)
        shown.append(1000 * (perf_counter() - saved))
        sleep(GAP)
    listener.stop()
    page.close()
    return sent, shown


def _quote(site: Path) -> Path:
    """The quote that is saved: a generated one, where there are any."""
    generated = site / "content/quotes/measured-7.yaml"
    return generated if generated.exists() else site / "content/quotes/commitment.yaml"


def _address(site: Path) -> str:
    slug = _SLUG.search(_quote(site).read_text(encoding="utf-8"))
    assert slug
    return f"en/quotes/{slug[1]}/"


def _word(number: int) -> str:
    """A number in letters: one in digits would have to stand in the other language too."""
    return "save" + "".join("abcdefghij"[int(digit)] for digit in str(number))


def save(site: Path, number: int) -> None:
    """Saves as most editors do: beside the file, then in its place."""
    path = _quote(site)
    text, count = _TOPIC.subn(rf"\g<1>{_word(number)} ", path.read_text(encoding="utf-8"))
    assert count
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.rename(path)


def _until_shown(page: Page, number: int) -> None:
    """Waits for a save; a site with errors shows none, so these are told."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until:
        with suppress(Error):  # the page is just being loaded again
            if page.evaluate(f"document.body.textContent.includes('{_word(number)} ')"):
                return
    raise SystemExit(f"save {number} is not shown; is the site without errors?")


def _figures(milliseconds: list[float]) -> str:
    return f"{statistics.median(milliseconds):12.0f} {max(milliseconds):6.0f} "


def _memory(process: int) -> float:
    """Resident memory in MB (proc_pid_status(5))."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


@contextmanager
def _site(records: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name), records)
        yield Path(name)


@contextmanager
def _served(site: Path) -> Iterator[tuple[int, int]]:
    """A live server in a process of its own: its port, and the process."""
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_serve, args=(site, theirs))
    process.start()
    assert process.pid
    try:
        yield ours.recv(), process.pid
    finally:
        process.terminate()
        process.join()


def _serve(site: Path, told: Connection) -> None:
    import builder.__main__  # noqa: F401, PLC0415 (how the command sets Python up)

    sockets = listen(0, is_fixed=True, is_public=False)
    port = sockets[0].getsockname()[1]
    project = Project(
        site, base_url=f"http://127.0.0.1:{port}/", cache=Cache(site / "cache"), drafts=True
    )
    told.send(port)
    asyncio.run(Server(project, open_with=EDITOR).run(sockets))
