"""The guides for editors as scripts: their blocks, and a folder in which these are followed.

What follows the three marks at the beginning of a block says what it is:

- `sh` is typed in a terminal; after `sh fails` the command must end with 1;
- `text` is what the command before it prints, where `…` stands for anything, and a place in a
  file that the guide did not write as a whole for any place in it, since the site is edited;
- `yaml FILE` and `markdown FILE` are the whole of a file, `yaml FILE +` comes after what is there;
- `diff FILE` changes a file: lines with `-` go out, those with `+` come in.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from PIL import Image

from tests.small_site import ROOT

LOCALES = {"kk": "kk_KZ.UTF-8", "en": "en_GB.UTF-8"}
"""The languages of the guides, and the locale of a terminal in each."""

SECONDS = 120
"""How long a command may take."""

CLONED = (
    "content",
    "schemas",
    ".vscode",
    "site.yaml",
    "Makefile",
    "requirements.lock",
    ".gitignore",
)
"""What an editor needs of the project; the generator itself is the one that is tested."""

_TASK = re.compile(r'<a id="(?P<id>[a-z-]+)"></a>\n\n## (?P<title>.+)\n')
_BLOCK = re.compile(r"^```(?P<info>.*)\n(?P<body>(?s:.*?))^```$", re.MULTILINE)
_PLACE = re.compile(r"(?P<file>[^\s:]+):\d+:\d+: ")
_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\S*")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a guide: what it is, the file it is about, what stands in it, the prose before."""

    kind: str
    file: str
    mode: str
    body: str
    before: str


@dataclass(frozen=True, slots=True)
class Task:
    """A section of a guide."""

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]


def guide(language: str) -> Path:
    """The guide in a language."""
    return ROOT / "docs" / f"editing.{language}.md"


def tasks(language: str) -> tuple[Task, ...]:
    """The sections of the guide in a language."""
    parts = _TASK.split(guide(language).read_text(encoding="utf-8"))[1:]
    sections = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return tuple(Task(*section, tuple(_blocks(section[2]))) for section in sections)


def _blocks(text: str) -> Iterator[Block]:
    end = 0
    for match in _BLOCK.finditer(text):
        kind, _, rest = match["info"].partition(" ")
        file, _, mode = rest.partition(" ") if kind != "sh" else ("", "", rest)
        yield Block(kind, file, mode, match["body"], text[end : match.start()])
        end = match.end()


def origin(folder: Path) -> Path:
    """A repository of the site that can be cloned and pushed to."""
    work = folder / "work"
    work.mkdir()
    for name in CLONED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, work / name)
    place = folder / "origin.git"
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "--message=The site"],
        ["clone", "--quiet", "--bare", ".", str(place)],
    ):
        subprocess.run([_program("git"), *command], cwd=work, env=_environment(folder), check=True)
    return place


class Terminal:
    """An editor at work in a folder: types what a guide says, and reads what is printed."""

    def __init__(self, folder: Path, language: str, address: Path) -> None:
        self.folder = folder
        self.printed = ""
        self._written: set[str] = set()
        self._address = address
        self._environment = {**_environment(folder.parent), "LANG": LOCALES[language]}
        self._pictures = folder.parent / "Pictures"
        self._pictures.mkdir(exist_ok=True)
        Image.new("RGB", (1600, 1000), "#446688").save(self._pictures / "talks-table.jpg")

    def follow(self, block: Block) -> None:
        """Does what a block says; an AssertionError tells what came out otherwise."""
        match block.kind:
            case "sh" if block.body.split()[-1:] == ["serve"] or " serve " in block.body:
                self._serve(block.body)
            case "sh":
                self._type(block.body, 1 if block.mode == "fails" else 0)
            case "text":
                found = shows(self.printed, block.body, self._written)
                assert found, f"{block.body}\nis not in\n{self.printed}"
            case "diff":
                path = self.folder / block.file
                text = changed(path.read_text(encoding="utf-8"), block.body)
                path.write_text(text, encoding="utf-8")
            case _:
                path = self.folder / block.file
                kept = path.read_text(encoding="utf-8") if block.mode == "+" else ""
                path.write_text(kept + block.body, encoding="utf-8")
                if not kept:
                    self._written.add(block.file)

    def _type(self, typed: str, code: int) -> None:
        asked = self.folder.parent / "folder.txt"
        script = f"set -e\n{typed.replace('ADDRESS', str(self._address))}\npwd > '{asked}'\n"
        done = subprocess.run(
            [_program("bash"), "-c", script],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        self.printed = done.stdout
        assert done.returncode == code, f"{typed}ended with {done.returncode}:\n{done.stdout}"
        if not code:
            self.folder = Path(asked.read_text(encoding="utf-8").strip())
            _equip(self.folder)

    def _serve(self, typed: str) -> None:
        """Serves until both printed addresses have answered; ends with Ctrl-C."""
        with subprocess.Popen(
            [_program("bash"), "-c", f"exec {typed}"],
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        ) as server:
            assert server.stdout is not None
            try:
                lines = [server.stdout.readline() for _ in range(3)]
                self.printed = re.sub(r"(?<=127\.0\.0\.1:)\d+", "8000", "".join(lines))
                for address in _ADDRESS.finditer("".join(lines)):
                    with urlopen(address[0], timeout=SECONDS) as reply:  # noqa: S310 (the address of our own server)
                        assert reply.status == 200
            finally:
                os.killpg(server.pid, signal.SIGINT)
                server.wait(SECONDS)


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is not installed"
    return found


def changed(text: str, difference: str) -> str:
    """A text with the lines of a difference gone out and come in, at the one place they fit."""
    lines = difference.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    assert old
    assert text.count(old) == 1, f"{old}stands {text.count(old)} times in the file"
    return text.replace(old, new)


def shows(printed: str, lines: str, written: Collection[str] = ()) -> bool:
    """Whether the lines were printed, one after the other.

    In files other than those `written`, a place may be any place of the same file.
    """
    pattern = re.escape(lines.rstrip("\n")).replace("…", ".*")
    place = _PLACE.match(lines)
    if place and place["file"] not in written:
        pattern = re.sub(r":\d+:\d+:", r":\\d+:\\d+:", pattern)
        pattern = re.sub(r"(?m)^(?:\\ )+\d+(?=\\ \\\|)", r" +\\d+", pattern)
    return re.search(f"^{pattern}$", printed, re.MULTILINE) is not None


def _environment(folder: Path) -> Mapping[str, str]:
    """What a program of the editor finds: nothing of this machine's settings but the path."""
    who = {"NAME": "Editor", "EMAIL": "editor@sapar.example"}
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        **{
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in who.items()
        },
    }


def _equip(folder: Path) -> None:
    """Stands in for what `make` would install: the Python that runs the tests has it all."""
    python = folder / ".venv" / "bin" / "python"
    if not (folder / "Makefile").exists() or python.exists():
        return
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    (folder / ".venv" / ".runtime").touch()
