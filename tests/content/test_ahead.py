"""What is read ahead is what would be read, and is used."""

import os
import subprocess
import sys
from pathlib import Path

from builder.cache import Cache
from builder.content.ahead import begin_to_read, read_ahead
from builder.content.load import load
from tests.small_site import ROOT, small_site

PARSERS = ("yaml", "markdown", "nh3")


def test_nothing_is_read_or_parsed_again(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    memory = read_ahead(site)
    memory.begin()

    content = load(site, memory=memory).content

    assert content
    again = {name[0] for name in memory.news if isinstance(name, tuple)}
    assert again.isdisjoint({"data", "prose", "decomposed"})
    assert not any(str(name).endswith((".yaml", ".md", ".txt")) for name in memory.news)


def test_what_two_processes_have_read_is_all_that_one_would(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    memory = begin_to_read(site, Cache())()
    memory.begin()

    content = load(site, memory=memory).content

    assert content
    assert not any(str(name).endswith((".yaml", ".md", ".txt")) for name in memory.news)
    assert not any(isinstance(name, tuple) and name[0] in ("data", "prose") for name in memory.news)


def test_a_file_that_changes_after_it_was_read_is_read_anew(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    memory = read_ahead(site)
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("strange: x\n")
    (site / "content/pages/talks.en.md").write_text("# Heading\n", encoding="utf-8")

    loaded = load(site, memory=memory)

    assert {problem.code for problem in loaded.problems} >= {"unknown-key", "prose-heading-level"}
    assert loaded.problems == load(site).problems


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    (site / "site.yaml").unlink()
    os.mkfifo(site / "site.yaml")  # to open it would wait for whoever writes
    os.mkfifo(site / "content" / "people" / "pipe.yaml")

    loaded = load(site, memory=read_ahead(site))

    assert [problem.code for problem in loaded.problems] == ["unknown-file", "missing-file"]


def test_a_build_leaves_the_parsers_to_the_process_that_reads(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    script = (
        "import sys; from pathlib import Path\n"
        "from builder.cli.steps import run; from builder.project import Project\n"
        "assert run(Project(Path(sys.argv[1]))).is_good\n"
        "print(sorted(sys.modules.keys() & set(sys.argv[2:])))"
    )
    command = [sys.executable, "-c", script, str(site), *PARSERS]

    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert made.stdout == "[]\n"
