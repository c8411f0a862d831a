"""What files were read as is kept, and is just what reading them anew gives."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder import problems
from builder.cache import Cache
from builder.content import kept
from builder.content.ahead import read_ahead
from builder.content.blocks import Block
from builder.content.kept import KeptFiles, Read
from builder.content.load import Loaded, load
from tests.small_site import ROOT, broken_site, cases, small_site

PARSERS = ("yaml", "markdown", "nh3")
PROSE = "content/pages/talks.en.md"

PARSED = """
import sys
from pathlib import Path
from builder.cache import Cache
from builder.content.ahead import read_ahead
read_ahead(Path(sys.argv[1]), Cache(Path(sys.argv[2])))
print(*sorted(sys.modules.keys() & set(sys.argv[3:])))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def loaded(site: Path, cache: Cache | None = None) -> Loaded:
    return load(site, memory=read_ahead(site, cache))


def said(loaded: Loaded) -> tuple[object, ...]:
    """All that was read, and of prose what is markup and what is not."""
    content = loaded.content
    assert content
    kinds = [
        [type(part) for block in blocks for part in block.parts]
        for texts in content.prose.values()
        for blocks in texts.values()
    ]
    return (
        loaded.problems,
        *(content.site, content.visit, content.records, content.strings, content.reviews),
        *(content.prose, kinds, content.stored, content.files),
    )


def parsed(site: Path, cache: Cache) -> str:
    """The parsers that a process of its own loads to read a site."""
    command = [sys.executable, "-c", PARSED, str(site), str(cache.folder), *PARSERS]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_real_site_is_the_same_from_what_was_kept(tmp_path: Path, cache: Cache) -> None:
    site = tmp_path / "site"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)
    first, second = loaded(site, cache), loaded(site, cache)

    assert said(second) == said(first) == said(loaded(site))


def test_nothing_is_parsed_where_nothing_has_changed(site: Path, cache: Cache) -> None:
    assert parsed(site, cache) == "markdown nh3 yaml\n"
    assert parsed(site, cache) == "\n"


@pytest.mark.parametrize("case", cases())
def test_what_is_wrong_is_told_each_time(case: str, tmp_path: Path, cache: Cache) -> None:
    site = broken_site(case, tmp_path / "site")
    at_once = load(site)

    for _ in range(2):
        ahead = loaded(site, cache)
        assert ahead.problems == at_once.problems
        assert (ahead.content is None) == (at_once.content is None)


def test_a_file_that_has_changed_is_parsed_anew_and_only_that(site: Path, cache: Cache) -> None:
    read_ahead(site, cache)
    (site / PROSE).write_text("## Another {#another}\n\nText.\n", encoding="utf-8")

    assert parsed(site, cache) == "markdown nh3\n"
    content = loaded(site, cache).content

    assert content
    assert [block.segment for block in content.prose["talks"]["en"]] == ["another", "another-1"]


def test_a_file_that_has_gone_is_not_there(site: Path, cache: Cache) -> None:
    read_ahead(site, cache)
    (site / PROSE).unlink()

    content = loaded(site, cache).content

    assert content
    assert "en" not in content.prose["talks"]


def test_blocks_are_kept_whole() -> None:
    assert kept._Block.__struct_fields__ == Block.__struct_fields__


def test_what_is_no_markup_is_not_kept_as_text(cache: Cache) -> None:
    with pytest.raises(TypeError, match="Path"):
        KeptFiles(cache, ["md"]).keep([Read("prose", "a.md", "a", Path("a"))])


def test_files_are_found_only_by_the_code_that_read_them(
    site: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_ahead(site, cache, ["md"])
    assert [*KeptFiles(cache, ["md"])]

    monkeypatch.setattr(problems, "__file__", __file__)  # another module of code
    assert [*KeptFiles(cache, ["md"])] == []


def test_what_is_the_same_is_not_written_again(site: Path, cache: Cache) -> None:
    assert cache.folder
    read_ahead(site, cache)
    (entry,) = cache.folder.iterdir()
    before = entry.stat().st_ino, entry.stat().st_mtime_ns

    read_ahead(site, cache)

    assert (entry.stat().st_ino, entry.stat().st_mtime_ns) == before


def test_a_cache_that_is_only_read_is_left_as_it_is(site: Path, tmp_path: Path) -> None:
    read_ahead(site, Cache(tmp_path / "cache", is_read_only=True))

    assert not (tmp_path / "cache").exists()
