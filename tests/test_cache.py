"""What is kept between builds: only what is whole, and never in the way."""

from pathlib import Path

import pytest

from builder.cache import Cache, key

NAME = key("what it is made from")


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    Cache(tmp_path / "cache").keep(NAME, b"made")

    assert Cache(tmp_path / "cache").get(NAME) == b"made"
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [NAME]


def test_a_key_tells_its_parts_apart() -> None:
    assert len({key("ab", "c"), key("a", "bc"), key("abc"), key("ab", "c", "")}) == 4
    assert key("ә") == key("ә".encode())


def damaged(entry: bytes) -> list[bytes]:
    flipped = bytes([entry[0] ^ 1])
    return [b"", entry[:-1], entry + b" ", flipped + entry[1:], entry[:-1] + b"!", entry[32:]]


@pytest.mark.parametrize("number", range(6))
def test_an_entry_that_is_not_what_it_says_is_as_good_as_none(tmp_path: Path, number: int) -> None:
    cache = Cache(tmp_path)
    cache.keep(NAME, b"made")
    path = tmp_path / NAME
    path.write_bytes(damaged(path.read_bytes())[number])

    assert cache.get(NAME) is None


def test_an_entry_under_the_name_of_another_is_as_good_as_none(tmp_path: Path) -> None:
    cache, other = Cache(tmp_path), key("something else")
    cache.keep(NAME, b"made")
    (tmp_path / NAME).rename(tmp_path / other)

    assert cache.get(other) is None


def test_links_are_not_followed(tmp_path: Path) -> None:
    Cache(tmp_path / "elsewhere").keep(NAME, b"made")
    (tmp_path / "cache").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / NAME).symlink_to(tmp_path / "elsewhere" / NAME)

    Cache(tmp_path / "cache").keep(key("more"), b"more")

    assert Cache(tmp_path / "cache").get(NAME) is None
    assert Cache(tmp_path / "links").get(NAME) is None
    assert len(list((tmp_path / "elsewhere").iterdir())) == 1


def test_a_cache_to_read_only_or_without_a_folder_keeps_nothing(tmp_path: Path) -> None:
    for cache in (Cache(tmp_path / "cache", is_read_only=True), Cache()):
        cache.keep(NAME, b"made")
        assert cache.get(NAME) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", ["cache", "missing/cache"])
def test_a_folder_that_cannot_be_written_is_no_hindrance(tmp_path: Path, where: str) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")

    Cache(tmp_path / where).keep(NAME, b"made")

    assert Cache(tmp_path / where).get(NAME) is None
