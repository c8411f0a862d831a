"""Static files to artifacts: named by their content, so that hosts may keep them for ever."""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from builder.content.source import not_utf_8
from builder.content.suggestions import nearest
from builder.content.walk import is_left_by_editor, leads_out
from builder.problems import Place, Problem, ProblemError

FOLDER = "assets"
PAGES = frozenset((".html", ".htm", ".xhtml"))  # nothing would check what stands in them
STYLESHEET = "css/main.css"
HASH_LENGTH = 10  # hexadecimal digits: 40 bits tell versions of one file apart

_IMPORT = re.compile(r'^@import "([^"]+)"(?: layer\(([a-z]+)\))?;\n?', re.MULTILINE)
_BETWEEN = re.compile(r"\}/\*([a-z]+)\*/\s*/\*\1\*/@layer \1 \{")  # two files of one layer
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINE = re.compile(rb"^[ \t]*//.*\n+", re.MULTILINE)
_STRING = re.compile(r"(\"[^\"]*\"|'[^']*')")
_AROUND = re.compile(r" ?([{};,<>=/]) ?")
_ZERO = re.compile(r"(?<=[ :,(-])0(?=\.\d)")
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+?)[\"']?\s*\)")

_NO_FILE = re.compile(r"[a-z]+:|[/#]", re.IGNORECASE)


class Assets:
    """The static files of a site: `paths` leads from a name to its published path.

    Stylesheets are joined and compacted; of scripts, lines that are nothing but a comment are left
    out. All else is published as it is.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        paths: dict[str, str] = {}
        bodies: dict[str, bytes] = {}
        for name, body in sorted(files.items()):
            if not name.endswith(".css"):
                published = _without_comments(body) if name.endswith(".js") else body
                paths[name] = hashed(name, published)
                bodies[paths[name]] = published
        if STYLESHEET in files:
            body = _joined(files, paths)
            paths[STYLESHEET] = hashed(STYLESHEET, body)
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

    Hidden files and those that editors leave behind are passed over.

    Raises:
        ProblemError: a file cannot be read, or the stylesheet names a file that is not there.
    """
    files: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if any(map(is_left_by_editor, name.parts)):
                continue
            file = f"static/{name.as_posix()}"
            if path.is_dir() and path.is_symlink():
                raise ProblemError([Problem("linked-folder", Place(file))])
            if path.is_file():
                if leads_out(path, folder.resolve()):
                    raise ProblemError([Problem("link-out-of-site", Place(file))])
                if path.suffix.lower() in PAGES:
                    raise ProblemError([Problem("static-page", Place(file))])
                files[name.as_posix()] = _bytes(path, file)
    return Assets(files)


def _bytes(path: Path, file: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        values = {"reason": error.strerror or "?"}
        raise ProblemError([Problem("file-unreadable", Place(file), values)]) from error


def _text(files: Mapping[str, bytes], name: str) -> str:
    try:
        return files[name].decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProblemError([not_utf_8(error, f"static/{name}")]) from error


def hashed(name: str, body: bytes) -> str:
    """The published path of a file: its name with a hash of what it holds."""
    path = Path(name)
    digest = hashlib.sha256(body).hexdigest()[:HASH_LENGTH]
    return f"{FOLDER}/{path.parent.as_posix()}/{path.stem}.{digest}{path.suffix}".replace(
        "/./", "/"
    )


def _joined(files: Mapping[str, bytes], paths: Mapping[str, str]) -> bytes:
    """The stylesheet with its imports in place, each in the cascade layer it names."""
    main = _text(files, STYLESHEET)

    def imported(match: re.Match[str]) -> str:
        name, layer = f"css/{match[1]}", match[2]
        if name not in files:
            line = main.count("\n", 0, match.start()) + 1
            place = Place(f"static/{STYLESHEET}", line, 1)
            near = nearest(match[1], (file.removeprefix("css/") for file in files))
            raise ProblemError([Problem("missing-stylesheet", place, {"name": name, **near})])
        text = _with_addresses(_text(files, name), name, paths)
        return f"/*{layer}*/@layer {layer} {{{text}}}/*{layer}*/\n" if layer else text

    return _compact(_BETWEEN.sub("", _IMPORT.sub(imported, main))).encode()


def _without_comments(script: bytes) -> bytes:
    """A script without lines that are a comment; as it is where such a line may be none.

    That is within a block comment, or a template literal of several lines.
    """
    if b"/*" in script or any(line.count(b"`") % 2 for line in script.splitlines()):
        return script
    return _COMMENT_LINE.sub(b"", script)


def _compact(text: str) -> str:
    """A stylesheet without comments, line breaks, indents and noughts before a point.

    Strings are left as they are.
    """
    parts = _STRING.split(_COMMENT.sub("", text))
    for number in range(0, len(parts), 2):
        part = _AROUND.sub(r"\1", re.sub(r"\s+", " ", parts[number]))
        parts[number] = _ZERO.sub("", part.replace(": ", ":").replace(";}", "}"))
    return "".join(parts)


def _with_addresses(text: str, name: str, paths: Mapping[str, str]) -> str:
    """A stylesheet whose `url()`s lead from the published stylesheet to published files."""

    def address(match: re.Match[str]) -> str:
        if _NO_FILE.match(match[1]):
            return match[0]  # verification judges it
        target = (Path("/", name).parent / match[1]).resolve().relative_to("/").as_posix()
        if target not in paths:
            line = text.count("\n", 0, match.start()) + 1
            place = Place(f"static/{name}", line, 1)
            near = nearest(Path(target).name, (Path(path).name for path in paths))
            raise ProblemError([Problem("missing-static", place, {"name": match[1], **near})])
        return f'url("../{paths[target].removeprefix(f"{FOLDER}/")}")'

    return _URL.sub(address, text)
