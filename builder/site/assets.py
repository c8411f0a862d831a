"""Static files to artifacts: named by their content, so that hosts may keep them for ever."""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from builder.problems import Place, Problem, ProblemError

FOLDER = "assets"
STYLESHEET = "css/main.css"
HASH_LENGTH = 10  # hexadecimal digits: 40 bits tell versions of one file apart

_IMPORT = re.compile(r'^@import "([^"]+)"(?: layer\(([a-z]+)\))?;\n?', re.MULTILINE)
_URL = re.compile(r"url\(\"?([^\")]+)\"?\)")


class Assets:
    """The static files of a site: `paths` leads from a name to its published path."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        paths: dict[str, str] = {}
        bodies: dict[str, bytes] = {}
        for name, body in sorted(files.items()):
            if not name.endswith(".css"):
                paths[name] = _hashed(name, body)
                bodies[paths[name]] = body
        if STYLESHEET in files:
            body = _joined(files, paths)
            paths[STYLESHEET] = _hashed(STYLESHEET, body)
            bodies[paths[STYLESHEET]] = body
        self.paths: Mapping[str, str] = MappingProxyType(paths)
        self.bodies: Mapping[str, bytes] = MappingProxyType(bodies)

    def addresses(self, root: str) -> Callable[[str], str]:
        """A function from a file's name to where it is published on the site's host."""

        def address(name: str) -> str:
            if name not in self.paths:
                raise LookupError(f"no file static/{name}")
            return f"{root}{self.paths[name]}"

        return address


def read_assets(folders: tuple[Path, ...]) -> Assets:
    """The static files of several folders; a file of a later folder replaces an earlier one's.

    Raises:
        ProblemError: a file cannot be read, or the stylesheet names a file that is not there.
    """
    files: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                if not path.resolve().is_relative_to(folder.resolve()):
                    raise ProblemError([Problem("link-out-of-site", Place(f"static/{name}"))])
                files[name.as_posix()] = path.read_bytes()
    return Assets(files)


def _hashed(name: str, body: bytes) -> str:
    path = Path(name)
    digest = hashlib.sha256(body).hexdigest()[:HASH_LENGTH]
    return f"{FOLDER}/{path.parent.as_posix()}/{path.stem}.{digest}{path.suffix}".replace(
        "/./", "/"
    )


def _joined(files: Mapping[str, bytes], paths: Mapping[str, str]) -> bytes:
    """The stylesheet with its imports in place, each in the cascade layer it names."""
    main = files[STYLESHEET].decode()

    def imported(match: re.Match[str]) -> str:
        name, layer = f"css/{match[1]}", match[2]
        if name not in files:
            line = main.count("\n", 0, match.start()) + 1
            place = Place(f"static/{STYLESHEET}", line, 1)
            raise ProblemError([Problem("missing-stylesheet", place, {"name": name})])
        text = _with_addresses(files[name].decode(), name, paths)
        return f"@layer {layer} {{\n{text}}}\n" if layer else text

    return _IMPORT.sub(imported, main).encode()


def _with_addresses(text: str, name: str, paths: Mapping[str, str]) -> str:
    """A stylesheet whose `url()`s lead from the published stylesheet to published files."""

    def address(match: re.Match[str]) -> str:
        target = (Path("/", name).parent / match[1]).resolve().relative_to("/").as_posix()
        if target not in paths:
            line = text.count("\n", 0, match.start()) + 1
            place = Place(f"static/{name}", line, 1)
            raise ProblemError([Problem("missing-static", place, {"name": match[1]})])
        return f'url("../{paths[target].removeprefix(f"{FOLDER}/")}")'

    return _URL.sub(address, text)
