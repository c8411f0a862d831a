"""Files broken in every way at random: the server lives on, and mending brings all back."""

import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter, sleep

from builder.build import build
from tests.live_server import LONG, Live, Reply, serving
from tests.small_site import ROOT, small_site

CORRUPTIONS = 200
PATHS = ("/", "/en/", "/kk/", "/en/quotes/trade/", "/en/talks/", "/404.html", "/robots.txt")
DESK = ("/__sapar/desk/", "/__sapar/desk/page/en/talks/", "/__sapar/desk/quote/trade/")
LOADED = re.compile(r'(?:href|src)="/(assets/[^"]+)"')
TEMPLATES = (
    "base.html",
    "pages/quote.html",
    "pages/article.html",
    "components/quote-card.html",
)
STATIC = ("css/main.css", "css/components/quote-card.css", "js/search.js", "images/sign.svg")
PIECES = (
    b"\xff\xfe",
    b"\x00",
    b"{% if %}",
    b"{{ a.b.c }}",
    b"{% include 'nothing.html' %}",
    b"{% for x in range(3) %}",
    b"{{ 1 // 0 }}",
    b"{% extends 'base.html' %}",
    b"[" * 5_000,
    b"{a: " * 5_000,
    b"- " * 5_000,
    b"> " * 5_000,
    b"*" * 5_000,
    b"&a [*a, *a]",
    b"<script>alert(1)</script>",
    b'@import "nothing.css";',
    b"url(nothing.png)",
    b"---\n---\n",
    b"languages: []\n",
    b"%YAML 9\n",
    "\u2028\ud7ff\ufeff".encode(),
    b"\xed\xa0\x80",
)

Corrupt = Callable[[random.Random, Path], None]


def cut(chance: random.Random, path: Path) -> None:
    body = path.read_bytes()
    start = chance.randrange(len(body) + 1)
    path.write_bytes(body[:start] + body[start + chance.randrange(1, 200) :])


def double(chance: random.Random, path: Path) -> None:
    body = path.read_bytes()
    start = chance.randrange(len(body) + 1)
    path.write_bytes(body + body[start : start + chance.randrange(1, 2_000)])


def replace(chance: random.Random, path: Path) -> None:
    body = bytearray(path.read_bytes())
    start = chance.randrange(len(body) + 1)
    body[start : start + 20] = chance.randbytes(chance.randrange(1, 40))
    path.write_bytes(body)


def insert(chance: random.Random, path: Path) -> None:
    body = path.read_bytes()
    start = chance.randrange(len(body) + 1)
    path.write_bytes(body[:start] + chance.choice(PIECES) + body[start:])


def empty(_: random.Random, path: Path) -> None:
    path.write_bytes(b"")


def delete(_: random.Random, path: Path) -> None:
    path.unlink()


def make_folder(_: random.Random, path: Path) -> None:
    path.unlink()
    (path / path.name).mkdir(parents=True)


def link_to_itself(_: random.Random, path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def swap(chance: random.Random, path: Path) -> None:
    """Another file's text in this one."""
    others = [other for other in path.parent.iterdir() if other.is_file()]
    path.write_bytes(chance.choice(others).read_bytes())


def crowd(chance: random.Random, path: Path) -> None:
    for number in range(chance.randrange(1, 20)):
        path.with_name(f"crowd-{number}{path.suffix}").write_bytes(path.read_bytes())


WAYS: tuple[Corrupt, ...] = (
    *(cut, double, replace, insert, insert, insert),
    *(empty, delete, make_folder, link_to_itself, swap, crowd),
)


def whole(root: Path) -> Path:
    """The small site with some templates and static files of its own."""
    site = small_site(root)
    for folder, names in (("templates", TEMPLATES), ("static", STATIC)):
        for name in names:
            (site / folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / folder / name, site / folder / name)
    return site


def restore(root: Path, good: Mapping[Path, bytes]) -> None:
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_symlink() or (path not in good and path.is_file()):
            path.unlink()
    for path, body in good.items():
        if path.is_dir():
            shutil.rmtree(path)
        if not path.exists() or path.read_bytes() != body:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)


def look(live: Live, path: str) -> Reply:
    """An answer that may tell of problems but never of a fault of ours."""
    reply = live.get(path)
    assert reply.status in (200, 404) or (reply.status == 500 and b"data-problems" in reply.body), (
        path,
        reply,
    )
    assert b"Traceback" not in reply.body
    return reply


def assert_whole(live: Live, page: Reply) -> None:
    """All that a page loads is there as it was when the page was made."""
    for asset in set(LOADED.findall(page.text)):
        loaded = look(live, f"/{asset}")
        assert loaded.status == 200, asset
        assert loaded.build >= page.build


def awaited(live: Live, path: str, body: bytes, tag: re.Pattern[bytes]) -> None:
    until = perf_counter() + LONG
    while True:
        shown = tag.sub(b"", live.get(path).body)
        if shown == body:
            return
        assert perf_counter() < until, path
        sleep(0.02)


def test_whatever_happens_to_files_the_server_lives_on(tmp_path: Path) -> None:
    """After each change some pages are asked for; after every tenth all is mended."""
    chance = random.Random(2016)  # noqa: S311 (repeatable)
    root = whole(tmp_path / "site")
    good = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    tag = re.compile(rb'<script src="/__sapar/live\.js".*?</script>')
    seen: set[int] = set()
    slowest = 0.0
    with serving(root) as live:
        wanted = {
            f"/{artifact.path}": artifact.body
            for artifact in build(live.project).artifacts
            if artifact.page
        }
        for number in range(1, CORRUPTIONS + 1):
            path = chance.choice([p for p in sorted(good) if p.is_file() and not p.is_symlink()])
            chance.choice(WAYS)(chance, path)
            for asked in (*chance.sample(PATHS, 2), chance.choice(DESK)):
                started = perf_counter()
                reply = look(live, asked)
                slowest = max(slowest, perf_counter() - started)
                seen.add(reply.status)
                if reply.status == 200 and asked in PATHS:
                    assert_whole(live, reply)
            if number % 10 == 0:
                restore(root, good)
                for asked in chance.sample(sorted(wanted), 3):
                    awaited(live, asked, wanted[asked], tag)
        for asked, body in wanted.items():
            awaited(live, asked, body, tag)
        assert not [line for line in live.said if "fault" in line]
    assert 200 in seen
    assert slowest < LONG / 2
