"""The Nu HTML checker over every page and stylesheet of the real site."""

import json
import subprocess
from http.server import ThreadingHTTPServer
from pathlib import Path

CHECKER = Path(__file__).parent.parent / "tools/node_modules/vnu-jar/build/dist/vnu.jar"

# Its long patterns need a deep stack. A run this short gains nothing from the slower compiler.
JAVA = (
    "java",
    "-Xss8m",
    "-XX:TieredStopAtLevel=1",
    "-Dnu.validator.servlet.allow-forbidden-hosts=true",  # the pages are on this machine
)
# What the checker does not know yet of CSS, each by the words it complains with.
UNKNOWN_CSS = (
    "CSS: “mask”: Too many values",  # the repeat style `round` in the shorthand (CSS Masking 1)
    "CSS: “inline-size”: The types are incompatible",  # the function round() (CSS Values 4)
)
OPTIONS = ("--format", "json", "--also-check-css", "--stdout", "--exit-zero-always")


def messages(folder: Path, address: str) -> list[str]:
    """What the checker says of the pages and stylesheets in `folder`: all its errors, warnings and
    remarks, each with its address and line. They are asked for at the address where they are
    served, since the policy on each page speaks of its origin."""
    files = [
        f"{address}{path.relative_to(folder).as_posix()}"
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".html", ".css"}
    ]
    assert files
    assert CHECKER.is_file(), "no checker: run tests/tools/install"
    run = subprocess.run(
        [*JAVA, "-jar", CHECKER, *OPTIONS, *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [
        f"{message['url']}:{message.get('lastLine', '')}: {message['message']}"
        f" {message.get('extract', '')!r}"
        for message in json.loads(run.stdout)["messages"]
        if not message["message"].startswith(UNKNOWN_CSS)
    ]


def test_the_checker_has_nothing_to_say_of_any_page_or_stylesheet(
    served: tuple[ThreadingHTTPServer, Path], site_address: str
) -> None:
    said = messages(served[1] / "visit", site_address)

    assert not said, "\n".join(said)


def test_the_checker_finds_errors_warnings_and_remarks(
    served: tuple[ThreadingHTTPServer, Path],
) -> None:
    server, root = served
    folder = root / "faulty"
    folder.mkdir()
    (folder / "page.html").write_text(
        '<!doctype html><html lang="kz"><meta charset="utf-8"><title>x</title>'
        "<section><p>y</section><p>y<br/>z"
    )
    (folder / "style.css").write_text("@layer base { p { colour: red } }")

    said = messages(folder, f"http://127.0.0.1:{server.server_address[1]}/faulty/")

    expected = ("subtag “kz”", "Section lacks heading", "Trailing slash", "“colour”")
    assert [part for part in expected if not any(part in message for message in said)] == []
    assert len(said) == len(expected)
