"""Real files, changed as editors change them: what is told, and how often."""

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import pytest
from watchfiles import awatch

from builder.devserver import watching
from builder.devserver.watching import Changed, Watcher
from tests.live_server import LONG, Live, run, serving, word
from tests.small_site import ROOT, small_site

QUIET = 0.4
"""Seconds without news after which none is expected; a set is told within some 60 ms."""

QUOTE = "content/quotes/trade.yaml"
PAGE = "/en/quotes/trade/"
FORMER = "Trade"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def told(root: Path, work: Callable[[], object]) -> list[Changed]:
    """The sets that are told while something is done, and until nothing is told any more."""

    async def watched() -> list[Changed]:
        watcher = Watcher(root)
        found: list[Changed] = []
        await watcher.begin()
        changes = watcher.changes()
        try:
            await asyncio.to_thread(work)
            while True:
                waited: Awaitable[Changed] = anext(changes)
                found.append(await asyncio.wait_for(waited, QUIET))
        except TimeoutError:
            return found
        finally:
            watcher.end()

    return run(watched())


def files(sets: list[Changed], root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for changed in sets for path in changed}


def save_in_place(path: Path) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}# saved\n", encoding="utf-8")


def save_by_renaming(path: Path) -> None:
    """As most editors do: the new text beside the file, then in its place."""
    beside = path.with_name(f".{path.name}.abc123.tmp")
    beside.write_text(f"{path.read_text(encoding='utf-8')}# saved\n", encoding="utf-8")
    beside.rename(path)


def save_as_vim(path: Path) -> None:
    """With a swap file, a trial whether files can be made here, and a backup."""
    swap = path.with_name(f".{path.name}.swp")
    swap.write_bytes(b"b0VIM 9.0")
    trial = path.with_name("4913")
    trial.touch()
    trial.unlink()
    text = path.read_text(encoding="utf-8")
    backup = path.with_name(f"{path.name}~")
    path.rename(backup)
    path.write_text(f"{text}# saved\n", encoding="utf-8")
    backup.unlink()
    swap.unlink()


def save_as_emacs(path: Path) -> None:
    """With a lock that is a link to nothing, an auto-save file, and a copy that stays."""
    lock = path.with_name(f".#{path.name}")
    lock.symlink_to("somebody@somewhere.1234:1700000000")
    auto = path.with_name(f"#{path.name}#")
    auto.write_text("half", encoding="utf-8")
    shutil.copy(path, path.with_name(f"{path.name}~"))
    save_in_place(path)
    auto.unlink()
    lock.unlink()


def save_as_jetbrains(path: Path) -> None:
    new, old = (path.with_name(f"{path.name}___jb_{kind}___") for kind in ("tmp", "old"))
    new.write_text(f"{path.read_text(encoding='utf-8')}# saved\n", encoding="utf-8")
    path.rename(old)
    new.rename(path)
    old.unlink()


def save_once(root: Path, file: str, save: Callable[[Path], None]) -> None:
    """Fails unless a save is told as one set, of that file alone.

    A busy machine may pause for long within a save, which is two sets then: seldom thrice.
    """
    counts = []
    for _ in range(3):
        sets = told(root, lambda: save(root / file))
        assert files(sets, root) == {file}
        counts.append(len(sets))
        if counts[-1] == 1:
            return
    pytest.fail(f"a save of {file} is told as {counts} sets")


WAYS = [save_in_place, save_by_renaming, save_as_vim, save_as_emacs, save_as_jetbrains]


@pytest.mark.parametrize("save", WAYS)
def test_a_save_is_told_as_that_of_its_file_and_no_other(
    root: Path, save: Callable[[Path], None]
) -> None:
    save_once(root, QUOTE, save)


@pytest.mark.parametrize("save", WAYS)
def test_a_save_of_the_settings_is_told_alone(root: Path, save: Callable[[Path], None]) -> None:
    save_once(root, "site.yaml", save)


def test_what_editors_keep_for_themselves_is_not_told(root: Path) -> None:
    def work() -> None:
        for name in ("4913", ".trade.yaml.swp", "trade.yaml~", "#trade.yaml#", ".#trade.yaml"):
            (root / "content/quotes" / name).write_text("?", encoding="utf-8")
        (root / "notes.txt").write_text("not of the site", encoding="utf-8")
        (root / "public").mkdir()

    assert told(root, work) == []


def test_deletions_renames_and_new_files_are_told(root: Path) -> None:
    def work() -> None:
        (root / QUOTE).rename(root / "content/quotes/renamed.yaml")
        (root / "content/corrections.yaml").unlink()
        (root / "content/terms2.yaml").touch()

    assert files(told(root, work), root) == {
        QUOTE,
        "content/quotes/renamed.yaml",
        "content/corrections.yaml",
        "content/terms2.yaml",
    }


@pytest.mark.parametrize("folder", ["templates", "static", "content"])
def test_a_folder_the_site_had_not_is_watched_from_then_on(root: Path, folder: str) -> None:
    shutil.rmtree(root / folder, ignore_errors=True)

    def work() -> None:
        (root / folder / "css").mkdir(parents=True)
        sleep(2 * QUIET / 3)
        (root / folder / "css/late.css").touch()

    sets = told(root, work)

    assert root / folder in sets[0]
    assert root / folder / "css/late.css" in sets[-1]


@pytest.fixture
def live(root: Path) -> Iterator[Live]:
    with serving(root) as running:
        assert running.get(PAGE).status == 200
        yield running
        assert not [line for line in running.said if "fault" in line]


def shows(live: Live, path: str, *texts: str) -> bool:
    """Whether a page shows some texts, before too long."""
    until = perf_counter() + LONG
    while perf_counter() < until:
        shown = live.get(path).text
        if all(text in shown for text in texts):
            return True
        sleep(0.02)
    return False


def rewrite(path: Path, new: str, old: str = FORMER) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(f"en: {old}", f"en: {new}"), "utf-8")


@pytest.mark.parametrize("save", WAYS)
def test_every_way_to_save_shows_and_makes_one_build(
    live: Live, save: Callable[[Path], None]
) -> None:
    builds = []
    with live.listener() as page:
        for _ in range(3):  # a machine that pauses within a save makes two of it, seldom thrice
            before = live.get(PAGE).build
            save(live.root / QUOTE)
            assert page.until("reload").data["build"] == before + 1
            builds.append([m for m in page.all(QUIET) if m["command"] == "reload"])
            if not builds[-1]:
                return
    pytest.fail(f"a save makes more than one build: {builds}")


def test_a_burst_of_200_files_makes_few_builds(live: Live) -> None:
    """As when another branch is checked out; a few more on a machine that pauses.

    The burst is known by its first set: if that is told when no more than a few files have
    been written, these make a build of their own.
    """
    text = (live.root / QUOTE).read_text(encoding="utf-8")
    with live.listener() as page:
        for number in range(200):
            name = f"burst-{number}"
            record = text.replace("{kk: sauda, en: trade}", f"{{kk: {name}, en: {name}}}")
            path = live.root / f"content/quotes/{name}.yaml"
            path.write_text(record.replace("covers: [seg-03]\n", ""), encoding="utf-8")
            sleep(0.002)

        assert shows(live, "/en/quotes/", *(f"burst-{number}/" for number in range(200)))
        page.all(2 * QUIET)
        assert live.get(PAGE).build <= 6


def test_many_deletions_make_few_builds(live: Live) -> None:
    folder = live.root / "content/quotes"
    for number in range(60):
        (folder / f"stray-{number}.txt").touch()
    until = perf_counter() + LONG
    while live.get(PAGE).text.count("stray-") < 1 and perf_counter() < until:
        sleep(0.05)
    with live.listener() as page:
        before = live.get(PAGE).build
        for path in folder.glob("stray-*"):
            path.unlink()

        page.until("reload")
        page.all(2 * QUIET)
        assert live.get(PAGE).build <= before + 4


def test_saves_while_a_build_runs_are_in_the_next_one(live: Live) -> None:
    path = live.root / QUOTE
    former = FORMER
    for number in range(60):
        rewrite(path, word(100 + number), former)
        former = word(100 + number)
        sleep(0.003 * (number % 7))

    assert shows(live, PAGE, word(159))


def test_two_saves_of_one_size_within_2_ms_show_the_second(live: Live) -> None:
    path = live.root / QUOTE
    former = FORMER
    for number in range(15):
        rewrite(path, word(100 + number), former)
        rewrite(path, word(200 + number), word(100 + number))
        former = word(200 + number)

        assert shows(live, PAGE, former)


def test_a_save_whose_time_is_set_back_shows(live: Live) -> None:
    """As an archive or `cp -p` does: the file is as old and as long as it was."""
    path = live.root / QUOTE
    found = path.stat()
    rewrite(path, "Trbde")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))

    assert shows(live, PAGE, "Trbde")


def test_a_new_folder_with_files_in_it_at_once_is_read_whole(live: Live) -> None:
    templates = live.root / "templates/components/deep"
    templates.mkdir(parents=True)
    for number in range(30):
        (templates / f"none-{number}.html").write_text("{% if %}", encoding="utf-8")

    assert shows(live, PAGE, *(f"deep/none-{number}.html" for number in range(30)))


def test_folders_the_site_had_not_count_at_once(live: Live) -> None:
    template, style = "templates/pages/quote.html", "static/css/components/quote-card.css"
    for file in (template, style):
        (live.root / file).parent.mkdir(parents=True)
        shutil.copy(ROOT / file, live.root / file)
        text = (live.root / file).read_text(encoding="utf-8")
        marked = text.replace("{% block content %}", "{% block content %}<i>Marked</i>")
        (live.root / file).write_text(marked + "/* {# #} */", encoding="utf-8")

    assert shows(live, PAGE, "<i>Marked</i>")

    shutil.rmtree(live.root / "templates")

    until = perf_counter() + LONG
    while "Marked" in live.get(PAGE).text:
        assert perf_counter() < until
    (live.root / "templates/pages").mkdir(parents=True)
    shutil.copy(ROOT / template, live.root / template)
    (live.root / template).write_text(
        (live.root / template)
        .read_text(encoding="utf-8")
        .replace("{% block content %}", "{% block content %}<i>Anew</i>"),
        encoding="utf-8",
    )

    assert shows(live, PAGE, "<i>Anew</i>")


def test_content_that_is_put_in_the_place_of_another_shows(live: Live) -> None:
    other = live.root.parent / "other"
    shutil.copytree(live.root / "content", other)
    rewrite(other / "quotes/trade.yaml", "Swapped")
    (live.root / "content").rename(live.root.parent / "former")
    other.rename(live.root / "content")

    assert shows(live, PAGE, "Swapped")
    rewrite(live.root / QUOTE, "After", "Swapped")
    assert shows(live, PAGE, "After")


def test_a_save_while_the_server_starts_is_not_lost(root: Path) -> None:
    with serving(root) as live:
        path = root / QUOTE
        former = FORMER
        for number in range(40):
            rewrite(path, word(100 + number), former)
            former = word(100 + number)
            sleep(0.01)

        assert shows(live, PAGE, word(139))


def test_where_the_system_does_not_tell_of_changes_they_are_looked_for_and_that_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where inotify(7) watches as many folders as it may: 28 is `ENOSPC`."""

    def refused(*paths: Path, force_polling: bool = False, **options: Any) -> Any:
        if not force_polling:
            raise OSError(28, "OS file watch limit reached")
        return awatch(*paths, force_polling=True, **options)

    monkeypatch.setattr(watching, "awatch", refused)
    with serving(root) as live:
        assert live.get(PAGE).status == 200

        rewrite(root / QUOTE, word(1))

        assert shows(live, PAGE, word(1))
        assert [line for line in live.said if "limit reached" in line][1:] == []
        assert "limit reached" in live.said[0]
