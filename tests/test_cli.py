"""The commands as a person or a CI runs them: what is printed where, and exit codes."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import reviewed, small_site

ROOT = Path(__file__).parent.parent


def sapar(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "builder", *map(str, arguments)],
        check=False,
        cwd=cwd,
        capture_output=True,
        text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8"},  # English, whoever runs this
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


@pytest.fixture
def broken(site: Path) -> Path:
    quote = min((site / "content" / "quotes").glob("*.yaml"))
    text = quote.read_text(encoding="utf-8").replace("speaker: ", "speaker: no-")
    quote.write_text(text, encoding="utf-8")
    return site


def test_a_good_build_ends_with_0_and_says_what_it_made(site: Path) -> None:
    run = sapar("build", "--site", site)

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith(f" pages in {site / 'public'}\n")
    assert (site / "public" / "index.html").is_file()


def test_a_good_check_ends_with_0_and_writes_nothing(site: Path) -> None:
    run = sapar("check", "--site", site)

    assert (run.returncode, run.stderr) == (0, "")
    assert not (site / "public").exists()


def test_problems_go_to_standard_error_with_exit_code_1(broken: Path) -> None:
    run = sapar("check", "--site", broken)

    assert (run.returncode, run.stdout) == (1, "")
    first, line, caret, hint, count = run.stderr.splitlines()
    assert first.startswith("content/quotes/")
    assert ": error[unknown-record]: " in first
    assert line.endswith(" | speaker: no-guest")
    assert caret.index("^") == line.index("no-guest")
    assert hint.startswith("  hint: ")
    assert count == "errors: 1, warnings: 0"


def test_problems_as_json(broken: Path) -> None:
    run = sapar("check", "--site", broken, "--format", "json")

    (problem,) = json.loads(run.stdout)
    assert run.returncode == 1
    assert set(problem) == {"file", "line", "column", "severity", "code", "message", "hint"}
    assert (problem["code"], problem["severity"]) == ("unknown-record", "error")


def test_problems_as_annotations(broken: Path) -> None:
    run = sapar("check", "--site", broken, "--format", "github")

    assert run.returncode == 1
    assert run.stderr.startswith("::error file=")
    assert "/content/quotes/" in run.stderr
    assert ",line=" in run.stderr
    assert ",title=unknown-record::" in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["make"],
        ["build", "--unknown"],
        ["build", "--site", "no-such-folder"],
        ["build", "--base-url", "example.org"],
        ["build", "--base-url", "https://example.org/?a=b"],
        ["build", "--base-url", "http://["],
        ["build", "--base-url", "https://example.org//b/"],
        ["build", "--base-url", 'https://example.org/"><x'],
        ["build", "--base-url", "https://me:secret@example.org/"],
        ["check", "--format", "xml"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    run = sapar(*arguments)

    assert run.returncode == 2
    assert "Usage:" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_warning_stops_only_a_strict_build(site: Path) -> None:
    source = site / "content" / "sources" / "unused.yaml"
    source.write_text(
        "kind: press\nlanguages: [en]\ntitle: {kk: Дерек, en: Source}\n", encoding="utf-8"
    )
    reviewed(site)

    lenient, strict = sapar("check", "--site", site), sapar("check", "--site", site, "--strict")

    assert (lenient.returncode, strict.returncode) == (0, 1)
    assert "warning[unused-source]" in lenient.stderr
    assert lenient.stderr == strict.stderr


def test_a_fault_of_ours_ends_with_3_and_a_short_report(site: Path) -> None:
    script = (
        "import builder.cli as cli\n"
        "import builder.build as building\n"
        "def fail(*_): raise RuntimeError('broken inside')\n"
        "building.build = fail\n"
        f"import sys; sys.argv = ['sapar', 'check', '--site', {str(site)!r}]\n"
        "cli.main()\n"
    )

    run = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=ROOT, capture_output=True, text=True
    )

    assert run.returncode == 3
    assert "fault of ours" in run.stderr
    assert "RuntimeError: broken inside" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_terminal_shows_progress_and_is_left_clean(site: Path) -> None:
    reading, writing = pty.openpty()

    run = subprocess.run(
        [sys.executable, "-m", "builder", "check", "--site", str(site)],
        check=False,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=writing,
    )
    os.close(writing)
    shown = os.read(reading, 10_000).decode()
    os.close(reading)

    assert run.returncode == 0
    assert all(f"{step} …" in shown for step in ("load", "check", "plan", "render", "verify"))
    assert shown.endswith("\r\x1b[K")


def test_it_works_from_any_folder(site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from builder.cli import main; main()"

    run = subprocess.run(
        [sys.executable, "-c", script, "build", "--site", "../site", "--output", "out"],
        check=False,
        cwd=elsewhere,
        capture_output=True,
        text=True,
    )

    assert (run.returncode, run.stderr) == (0, "")
    assert (elsewhere / "out" / "index.html").is_file()
    assert not (site / "public").exists()
