"""What has not changed is taken over from the former tree, and nothing else is."""

import errno
import os
from pathlib import Path

import pytest

from builder.former import FILE_MODE
from builder.output import MARKER, write

OLD = {"index.html": b"old", "kk/page.html": b"same", "kk/deep/page.html": b"same"}
NEW = {**OLD, "index.html": b"new", "en/page.html": b"same"}
LONG_AGO = 1_000_000_000  # seconds since 1970


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A published tree, made long ago."""
    folder = tmp_path / "public"
    write(OLD, folder)
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def taken_over(folder: Path) -> set[str]:
    """The files that have the time of the former tree; each is whole and stands in one place."""
    found = set()
    for path in (path for path in folder.rglob("*") if path.is_file()):
        name, status = path.relative_to(folder).as_posix(), path.stat()
        assert name == MARKER or path.read_bytes() == NEW[name]
        assert (status.st_mode & 0o7777, status.st_nlink) == (FILE_MODE, 1)
        if status.st_mtime == LONG_AGO:
            found.add(name)
    assert not [path.name for path in folder.parent.iterdir() if path.name.startswith(".")]
    return found


def test_what_has_not_changed_keeps_its_time(public: Path) -> None:
    write(NEW, public)

    assert taken_over(public) == {"kk/page.html", "kk/deep/page.html"}


def test_another_build_of_the_same_changes_no_file_but_the_marker(public: Path) -> None:
    write(NEW, public)
    before = {path: path.stat().st_ino for path in public.rglob("*.html")}

    write(NEW, public)

    assert {path: path.stat().st_ino for path in public.rglob("*.html")} == before


def test_a_file_of_another_mode_is_written_anew(public: Path) -> None:
    (public / "kk/page.html").chmod(0o600)

    write(NEW, public)

    assert taken_over(public) == {"kk/deep/page.html"}


def test_a_file_that_somebody_has_elsewhere_too_is_written_anew(public: Path) -> None:
    """Else the published one would change with theirs."""
    theirs = public.parent / "theirs.html"
    theirs.hardlink_to(public / "kk/page.html")

    write(NEW, public)
    theirs.write_bytes(b"other")

    assert taken_over(public) == {"kk/deep/page.html"}


@pytest.mark.parametrize("path", ["kk", "kk/deep", "kk/page.html"])
def test_nothing_is_taken_over_by_way_of_a_link(path: str, public: Path) -> None:
    elsewhere = public.parent / "elsewhere"
    (public / path).rename(elsewhere)
    (public / path).symlink_to(elsewhere)

    write(NEW, public)

    assert taken_over(public) == {
        name for name in ("kk/page.html", "kk/deep/page.html") if not name.startswith(path)
    }
    assert elsewhere.exists()


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(public: Path) -> None:
    (public / "kk/page.html").unlink()
    os.mkfifo(public / "kk/page.html")

    write(NEW, public)

    assert taken_over(public) == {"kk/deep/page.html"}


def test_where_a_file_cannot_be_had_twice_all_is_written(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a file system that has no hard links."""

    def link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)

    write(NEW, public)

    assert taken_over(public) == set()
