"""A published tree is whole: the former one or the new one, whatever happens meanwhile."""

import errno
import json
import os
import random
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO

import pytest

from builder.output import MARKER, write
from builder.problems import ProblemError
from tests.killed_build import Answer, Order

ROOT = Path(__file__).parent.parent

SAME = {"kk/same.html": "бұрынғыдай", "same.txt": "as it was"}
OLD = {"index.html": "old", "kk/index.html": "ескі", "gone/deep/page.html": "gone", **SAME}
NEW = {
    "index.html": "new",
    "kk/index.html": "жаңа",
    "en/index.html": "new",
    "empty.txt": "",
    **SAME,
}
NEXT = {"index.html": "next"}

ATOMIC: Order = {}
FALLBACK: Order = {"deny_exchange": errno.ENOSYS}

Tree = dict[str, tuple[int, bytes]]


@dataclass(frozen=True)
class Page:
    path: str
    body: bytes


@dataclass(frozen=True)
class Builds:
    """Processes that publish, and meet their end as ordered."""

    orders: IO[str]
    answers: IO[str]

    def run(self, files: Mapping[str, str], folder: Path, *orders: Order) -> Answer:
        order: Order = {"files": dict(files), "folder": str(folder)}
        for more in orders:
            order.update(more)
        return self.send(order)

    def send(self, order: Order) -> Answer:
        self.orders.write(json.dumps(order) + "\n")
        self.orders.flush()
        answer: Answer = json.loads(self.answers.readline())
        answer["problems"] = [(code, file, values) for code, file, values in answer["problems"]]
        return answer


@contextmanager
def started(*prefix: str, umask: int = 0o022, **env: str) -> Iterator[tuple[Builds, int]]:
    """Start `killed_build`, by way of a command if one is given; yield it with its process id."""
    command = [*prefix, sys.executable, "-m", "tests.killed_build"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | env,
        umask=umask,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        yield Builds(process.stdin, process.stdout), process.pid


@pytest.fixture(scope="module")
def builds() -> Iterator[Builds]:
    with started() as (builds, _):
        yield builds


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """An output folder, not made yet, alone in its parent."""
    return tmp_path / "out" / "public"


def encoded(files: Mapping[str, str]) -> dict[str, bytes]:
    return {path: text.encode() for path, text in files.items()}


def snapshot(folder: Path) -> Tree:
    """Every path below a folder (`.` is itself) with its mode and, of a file, its bytes."""
    return {
        str(path.relative_to(folder)): (
            path.lstat().st_mode,
            path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else b"",
        )
        for path in [folder, *folder.rglob("*")]
    }


def published(files: Mapping[str, str], folder: Path) -> Tree:
    write(encoded(files), folder)
    return snapshot(folder)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def problems(error: pytest.ExceptionInfo[ProblemError]) -> list[tuple[str, str, dict[str, object]]]:
    return [(p.code, p.place.file, dict(p.values)) for p in error.value.problems]


# What is published


def test_first_publication_makes_the_folder_and_its_parents(public: Path) -> None:
    write(encoded(NEW), public)

    tree = snapshot(public)
    assert {path: body for path, (mode, body) in tree.items() if stat.S_ISREG(mode)} == {
        **encoded(NEW),
        MARKER: b"Sapar made this folder. Each build replaces all that is in it.\n",
    }
    assert {mode for mode, _ in tree.values()} == {stat.S_IFREG | 0o644, stat.S_IFDIR | 0o755}
    assert names(public.parent) == {"public"}


def test_artifacts_and_a_mapping_publish_the_same(public: Path, tmp_path: Path) -> None:
    write([Page(path, body) for path, body in reversed(encoded(NEW).items())], public)

    assert snapshot(public) == published(NEW, tmp_path / "other")


def test_what_no_page_owns_any_more_is_gone(public: Path, tmp_path: Path) -> None:
    write(encoded(OLD), public)
    (public / "stray.txt").write_text("put there by hand")

    write(encoded(NEW), public)

    assert snapshot(public) == published(NEW, tmp_path / "fresh")
    assert names(public.parent) == {"public"}


def test_an_empty_folder_is_published_into(public: Path) -> None:
    public.mkdir(parents=True)

    write(encoded(NEW), public)

    assert (public / "index.html").read_text() == "new"


def test_the_current_folder_can_be_the_output(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public.mkdir(parents=True)
    monkeypatch.chdir(public)

    write(encoded(NEW), Path())

    assert (public / "index.html").read_text() == "new"
    assert names(public.parent) == {"public"}


def test_the_tree_is_the_same_under_any_umask_and_locale(tmp_path: Path) -> None:
    files = {"kk/Қазақстан/ӘҒҚҢӨҰҮҺІ.html": "мәтін", "en/index.html": "text"}
    trees = []
    for name, umask, locale in [("one", 0o000, "C.UTF-8"), ("two", 0o777, "C")]:
        ascii_names = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"} if locale == "C" else {}
        with started(umask=umask, LC_ALL=locale, **ascii_names) as (builds, _):
            answer = builds.run(files, tmp_path / name)
        assert (answer["state"], answer["problems"]) == ("done", [])
        trees.append(snapshot(tmp_path / name))

    assert trees[0] == trees[1]
    assert set(files) < set(trees[0])


def test_links_in_the_former_tree_are_removed_not_followed(public: Path, tmp_path: Path) -> None:
    write(encoded(OLD), public)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (public / "link").symlink_to(outside)
    (public / "kk" / "link").symlink_to(outside)

    write(encoded(NEW), public)

    assert (outside / "kept.txt").read_text() == "kept"
    assert not (public / "link").is_symlink()
    assert names(public.parent) == {"public"}


# What is refused


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../up", "a/../../up", "a/./b", "a//b", "a/", ".", "..", "a\\b", "a\0b"],
)
def test_a_path_that_may_leave_the_tree_is_refused(path: str, public: Path) -> None:
    with pytest.raises(ProblemError) as error:
        write({path: b"", "fine.html": b""}, public)

    assert problems(error) == [("output-path-unsafe", str(public), {"path": path})]
    assert not public.parent.exists()


def test_a_path_that_is_no_text_is_refused(public: Path) -> None:
    with pytest.raises(ProblemError) as error:
        write({"a\udcff": b""}, public)

    assert problems(error) == [("output-path-unsafe", str(public), {"path": "a\\udcff"})]


@pytest.mark.parametrize(
    ("paths", "code", "values"),
    [
        (["a", "a"], "output-path-twice", {"path": "a"}),
        (["a", "a", "a"], "output-path-twice", {"path": "a"}),
        ([MARKER], "output-path-twice", {"path": MARKER}),
        (["a", "a/b"], "output-path-file-and-folder", {"path": "a"}),
        (["a/b/c/d", "a/b"], "output-path-file-and-folder", {"path": "a/b"}),
        (["a", "A"], "output-path-alike", {"path": "a", "other": "A"}),
        (["қ", "Қ"], "output-path-alike", {"path": "қ", "other": "Қ"}),
        (["ss", "ß"], "output-path-alike", {"path": "ß", "other": "ss"}),
        (
            ["\u0439", "\u0438\u0306"],
            "output-path-alike",
            {"path": "\u0439", "other": "\u0438\u0306"},
        ),
        (["a/x", "A/y"], "output-path-alike", {"path": "a", "other": "A"}),
        (["a", "A/y"], "output-path-alike", {"path": "a", "other": "A"}),
    ],
)
def test_two_files_in_one_place_are_refused(
    paths: list[str], code: str, values: dict[str, str], public: Path
) -> None:
    with pytest.raises(ProblemError) as error:
        write([Page(path, b"") for path in paths], public)

    assert problems(error) == [(code, str(public), values)]
    assert not public.parent.exists()


def test_all_paths_that_are_wrong_are_named_at_once(public: Path) -> None:
    with pytest.raises(ProblemError) as error:
        write({"../a": b"", "/b": b"", "c": b"", "C": b""}, public)

    assert [(code, values["path"]) for code, _, values in problems(error)] == [
        ("output-path-alike", "c"),
        ("output-path-unsafe", "../a"),
        ("output-path-unsafe", "/b"),
    ]


def test_the_root_of_the_file_system_is_refused() -> None:
    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), Path("/"))

    assert problems(error) == [("output-root", "/", {})]


def test_a_link_is_refused_and_what_it_points_to_untouched(public: Path, tmp_path: Path) -> None:
    before = published(OLD, tmp_path / "elsewhere")
    public.parent.mkdir()
    public.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-symlink", str(public), {})]
    assert snapshot(tmp_path / "elsewhere") == before


def test_a_file_is_refused(public: Path) -> None:
    public.parent.mkdir()
    public.write_text("a file")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-not-folder", str(public), {})]
    assert public.read_text() == "a file"


@pytest.mark.parametrize("inside", ["", "content", "deep/content"])
def test_a_folder_that_is_or_holds_the_content_is_refused(inside: str, public: Path) -> None:
    write(encoded(OLD), public)
    before = snapshot(public)
    kept = public / inside

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public, protected=[public.parent / "public-content", kept])

    assert problems(error) == [("output-protected", str(public), {"protected": str(kept)})]
    assert snapshot(public) == before


def test_content_reached_through_a_link_is_protected_too(public: Path, tmp_path: Path) -> None:
    write(encoded(OLD), public)
    (tmp_path / "content").symlink_to(public / "gone")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public, protected=[tmp_path / "content"])

    assert problems(error)[0][0] == "output-protected"


def test_a_folder_that_no_build_made_is_refused(public: Path) -> None:
    public.mkdir(parents=True)
    (public / "thesis.txt").write_text("years of work")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-foreign", str(public), {})]
    assert (public / "thesis.txt").read_text() == "years of work"
    assert names(public.parent) == {"public"}


def test_a_file_of_the_markers_name_with_other_words_does_not_make_a_folder_ours(
    public: Path,
) -> None:
    public.mkdir(parents=True)
    (public / MARKER).write_text("notes on Sapar")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-foreign", str(public), {})]
    assert (public / MARKER).read_text() == "notes on Sapar"


@pytest.mark.parametrize("role", ["next", "previous"])
@pytest.mark.parametrize("exists", [True, False])
def test_a_strangers_folder_of_a_name_we_use_is_kept(role: str, exists: bool, public: Path) -> None:
    if exists:
        write(encoded(OLD), public)
    stranger = public.with_name(f".public.{role}")
    stranger.mkdir(parents=True)
    (stranger / "thesis.txt").write_text("years of work")
    before = snapshot(public.parent)

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-foreign", str(stranger), {})]
    assert snapshot(public.parent) == before


def test_a_link_of_a_name_we_use_is_kept_and_not_followed(public: Path, tmp_path: Path) -> None:
    before = published(OLD, tmp_path / "elsewhere")
    public.parent.mkdir()
    link = public.with_name(".public.next")
    link.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-foreign", str(link), {})]
    assert link.is_symlink()
    assert snapshot(tmp_path / "elsewhere") == before


def test_a_strangers_file_in_place_of_the_lock_is_kept(public: Path) -> None:
    public.parent.mkdir()
    lock = public.with_name(".public.lock")
    lock.write_text("not ours")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    assert problems(error) == [("output-foreign", str(lock), {})]
    assert lock.read_text() == "not ours"


def test_a_link_in_place_of_the_lock_is_not_followed(public: Path, tmp_path: Path) -> None:
    public.parent.mkdir()
    public.with_name(".public.lock").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), public)

    reason = {"reason": os.strerror(errno.ELOOP)}
    assert problems(error) == [("output-failed", str(public), reason)]
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("is_link", [True, False])
def test_a_file_planted_while_we_write_is_not_written_to(
    is_link: bool, builds: Builds, public: Path, tmp_path: Path
) -> None:
    before = published(OLD, public)
    kept = tmp_path / "kept.txt"
    kept.write_text("kept, though it is longer than what is published")
    folder_made: Order = {"at": 1, "only": "chmod", "then": "stop-after"}
    assert builds.run(NEW, public, folder_made)["state"] == "stopped"
    planted = public.with_name(".public.next") / "index.html"
    if is_link:
        planted.symlink_to(kept)
    else:
        planted.hardlink_to(kept)

    answer = builds.send({"resume": True})

    file, reason = str(public / "index.html"), {"reason": os.strerror(errno.EEXIST)}
    assert answer["problems"] == [("output-failed", file, reason)]
    assert kept.read_text() == "kept, though it is longer than what is published"
    assert snapshot(public) == before
    assert names(public.parent) == {"public"}


def test_a_mount_point_is_refused() -> None:
    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), Path("/dev"))

    reason = {"reason": os.strerror(errno.EBUSY)}
    assert problems(error) == [("output-immovable", "/dev", reason)]


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_the_system_will_not_exchange_is_refused(
    code: int, builds: Builds, public: Path
) -> None:
    before = published(OLD, public)

    answer = builds.run(NEW, public, {"deny_exchange": code})

    assert answer["problems"] == [("output-immovable", str(public), {"reason": os.strerror(code)})]
    assert snapshot(public) == before
    assert names(public.parent) == {"public"}


# What the system refuses


def test_an_output_below_a_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "public"

    with pytest.raises(ProblemError) as error:
        write(encoded(NEW), folder)

    assert [p[:2] for p in problems(error)] == [("output-failed", str(folder))]
    assert problems(error)[0][2]["reason"] in {"Not a directory", "File exists"}


def test_a_file_that_cannot_be_made_is_named_and_the_former_tree_stays(public: Path) -> None:
    before = published(OLD, public)
    path = "a/" + "x" * 300

    with pytest.raises(ProblemError) as error:
        write({**encoded(NEW), path: b""}, public)

    reason = {"reason": os.strerror(errno.ENAMETOOLONG)}
    assert problems(error) == [("output-failed", str(public / path), reason)]
    assert snapshot(public) == before
    assert names(public.parent) == {"public"}


@pytest.mark.parametrize("mode", [ATOMIC, FALLBACK], ids=["exchange", "fallback"])
def test_any_call_the_system_refuses_leaves_a_whole_tree_and_a_problem(
    mode: Order, builds: Builds, public: Path, tmp_path: Path
) -> None:
    """Every call in turn gives an input/output error."""
    old, new = published(OLD, tmp_path / "old"), published(NEW, tmp_path / "new")
    refused = set()
    for at in count(1):
        write(encoded(OLD), public)
        answer = builds.run(NEW, public, mode, {"at": at, "error": errno.EIO})
        if not answer["call"]:
            break
        now, codes = snapshot(public), [code for code, _, _ in answer["problems"]]
        assert answer["state"] == "done"
        assert codes in ([], ["output-failed"], ["output-leftover"])
        if answer["call"] != "close":
            assert now == (old if codes == ["output-failed"] else new)
        assert now in (old, new)
        refused.update(codes and [answer["call"]])
        assert published(NEXT, public) == published(NEXT, tmp_path / "next")
        assert names(public.parent) == {"public"}

    assert refused >= {"mkdir", "open", "write", "chmod", "fchmod", "close", "unlink", "rmdir"}
    assert ("rename" if mode else "_exchange") in refused


def test_a_disk_full_at_any_write_leaves_the_former_tree(builds: Builds, public: Path) -> None:
    before = published(OLD, public)
    reason = {"reason": os.strerror(errno.ENOSPC)}
    # The empty file takes no write, nor does what is taken over.
    written = [MARKER, *sorted(path for path in NEW if NEW[path] and path not in SAME)]

    for at, path in enumerate(written, start=1):
        answer = builds.run(NEW, public, {"at": at, "only": "write", "error": errno.ENOSPC})
        assert answer["problems"] == [("output-failed", str(public / path), reason)]
        assert snapshot(public) == before
        assert names(public.parent) == {"public"}


def test_what_went_wrong_first_is_what_is_reported(builds: Builds, public: Path) -> None:
    """On a disk that turned unreadable, neither the build nor tidying up after it works."""
    before = published(OLD, public)
    broken: Order = {"at": 8, "only": "open", "error": errno.EIO, "lasting": True}

    answer = builds.run(NEW, public, broken)

    file, reason = str(public / "index.html"), {"reason": os.strerror(errno.EIO)}
    assert answer["problems"] == [("output-failed", file, reason)]
    assert snapshot(public) == before
    assert names(public.parent) == {"public", ".public.next"}
    write(encoded(NEXT), public)
    assert names(public.parent) == {"public"}


def may_mount() -> bool:
    """Whether this user may mount a file system in a namespace of their own."""
    if not (unshare := shutil.which("unshare")):
        return False
    command = [unshare, "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return not subprocess.run(command, check=False, capture_output=True).returncode


@contextmanager
def full_disk(folder: Path) -> Iterator[tuple[Builds, Path]]:
    """A folder on a disk of 256 KB; yield what builds there, and where this process sees it."""
    mount = 'mount -t tmpfs -o size=256k tmpfs "$0" && exec "$@"'
    with started("unshare", "-rm", "sh", "-c", mount, str(folder)) as (builds, process):
        yield builds, Path(f"/proc/{process}/root{folder}")


@contextmanager
def small_files(folder: Path) -> Iterator[tuple[Builds, Path]]:
    with started() as (builds, _):
        yield builds, folder


# Where nobody but root may mount, the kernel's limit on a file stands in for the disk's end.
@pytest.mark.parametrize("end", ["limit", "disk"])
def test_a_disk_that_is_really_full_leaves_the_former_tree(end: str, tmp_path: Path) -> None:
    is_disk = end == "disk" and may_mount()
    place, limit = (full_disk, ATOMIC) if is_disk else (small_files, Order(file_size=200_000))
    reason = os.strerror(errno.ENOSPC if is_disk else errno.EFBIG)
    with place(tmp_path) as (builds, seen):
        assert builds.run(OLD, tmp_path / "public")["problems"] == []
        before = snapshot(seen / "public")
        large = {**NEW, "large.html": "x" * 300_000}

        answer = builds.run(large, tmp_path / "public", limit)

        file = str(tmp_path / "public" / "large.html")
        assert answer["problems"] == [("output-failed", file, {"reason": reason})]
        assert snapshot(seen / "public") == before
        assert names(seen) == {"public"}
        assert builds.run(NEW, tmp_path / "public", limit)["problems"] == []


# What is killed


@pytest.mark.parametrize("mode", [ATOMIC, FALLBACK], ids=["exchange", "fallback"])
@pytest.mark.parametrize("moment", ["kill-before", "kill-after"])
def test_a_build_killed_at_any_call_leaves_a_whole_tree(
    moment: str, mode: Order, builds: Builds, public: Path, tmp_path: Path
) -> None:
    old, new = published(OLD, tmp_path / "old"), published(NEW, tmp_path / "new")
    seen: list[Tree | None] = []
    for at in count(1):
        write(encoded(OLD), public)
        answer = builds.run(NEW, public, mode, {"at": at, "then": moment})
        if answer["state"] == "done":
            assert answer["problems"] == []
            break
        assert answer["state"] == "killed"
        seen.append(snapshot(public) if public.exists() else None)
        assert_next_runs_heal(builds, public, (old, new))

    assert len(seen) > 60
    assert old in seen
    assert new in seen
    assert (None in seen) == (mode is FALLBACK)


def assert_next_runs_heal(builds: Builds, public: Path, whole: tuple[Tree, Tree]) -> None:
    """A next run that fails still brings the former tree back; one that succeeds tidies up."""
    disk_full: Order = {"at": 1, "only": "write", "error": errno.ENOSPC}
    was_there = public.exists()
    if was_there:
        assert snapshot(public) in whole
    else:
        assert builds.run(NEXT, public, disk_full)["problems"][0][0] == "output-failed"
        assert snapshot(public) == whole[0]
    write(encoded(NEXT), public)
    assert names(public) == {MARKER, *NEXT}
    assert names(public.parent) == {"public"}


@pytest.mark.parametrize("moment", ["kill-before", "kill-after"])
def test_a_first_build_killed_at_any_call_leaves_all_or_nothing(
    moment: str, builds: Builds, public: Path, tmp_path: Path
) -> None:
    new = published(NEW, tmp_path / "new")
    seen = []
    for at in count(1):
        shutil.rmtree(public.parent, ignore_errors=True)
        if builds.run(NEW, public, {"at": at, "then": moment})["state"] == "done":
            break
        seen.append(public.exists())
        assert not public.exists() or snapshot(public) == new
        write(encoded(NEXT), public)
        assert names(public) == {MARKER, *NEXT}
        assert names(public.parent) == {"public"}

    assert set(seen) == {True, False}


def test_a_large_build_killed_at_random_moments_leaves_a_whole_tree(
    builds: Builds, public: Path, tmp_path: Path
) -> None:
    large = {f"{n % 20}/{n}.html": f"{n} " * 200 for n in range(300)}
    larger = {f"{n % 25}/{n}.html": f"new {n} " * 200 for n in range(400)}
    old, new = published(large, tmp_path / "old"), published(larger, tmp_path / "new")
    write(encoded(large), public)
    start = time.perf_counter()
    assert builds.run(larger, public)["state"] == "done"
    takes = time.perf_counter() - start

    moments, killed = random.Random(20161107), 0  # noqa: S311
    for mode in [ATOMIC, FALLBACK] * 10:
        write(encoded(large), public)
        answer = builds.run(larger, public, mode, {"kill_after": moments.uniform(0, takes)})
        killed += answer["state"] == "killed"
        assert_next_runs_heal(builds, public, (old, new))

    assert killed


def test_a_failed_fallback_puts_the_former_tree_back_at_once(builds: Builds, public: Path) -> None:
    before = published(OLD, public)

    failed: Order = {"at": 2, "only": "rename", "error": errno.EACCES}
    answer = builds.run(NEW, public, FALLBACK, failed)

    reason = {"reason": os.strerror(errno.EACCES)}
    assert answer["problems"] == [("output-failed", str(public), reason)]
    assert snapshot(public) == before
    assert names(public.parent) == {"public"}


# Two at once


def test_a_second_build_into_one_folder_is_refused_while_the_first_writes(
    builds: Builds, public: Path, tmp_path: Path
) -> None:
    before = published(OLD, public)
    at_work: Order = {"at": 2, "only": "write", "then": "stop-after"}
    assert builds.run(NEW, public, at_work)["state"] == "stopped"

    with pytest.raises(ProblemError) as error:
        write(encoded(NEXT), public)

    assert problems(error) == [("output-busy", str(public), {})]
    assert snapshot(public) == before
    write(encoded(NEXT), public.with_name("other"))  # another folder is nobody's business
    assert builds.send({"resume": True})["problems"] == []
    assert snapshot(public) == published(NEW, tmp_path / "new")
    assert names(public.parent) == {"public", "other"}


def test_a_build_that_opened_a_lock_just_given_up_is_refused(builds: Builds, public: Path) -> None:
    """Else it would hold a lock that nobody else can see."""
    write(encoded(OLD), public)
    lock_opened: Order = {"at": 1, "only": "open", "then": "stop-after"}
    assert builds.run(NEW, public, lock_opened)["state"] == "stopped"
    write(encoded(NEXT), public)

    answer = builds.send({"resume": True})

    assert answer["problems"] == [("output-busy", str(public), {})]
    assert (public / "index.html").read_text() == "next"
    assert names(public.parent) == {"public"}
