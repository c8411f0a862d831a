"""What translators sent back, written into the files of a site."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from builder.authoring.writing import write_all
from builder.content.content import Content
from builder.exchange.intake import judge
from builder.exchange.places import Accepted, as_bytes, rewritten
from builder.exchange.reading import read
from builder.problems import Problem


class Imported(Struct, frozen=True):
    """What came of it.

    Attributes:
        written: file of the site -> how many of its texts are new.
        names: the segments they belong to.
        unchanged: how many texts were there already.
        refused: why others were not taken.
    """

    written: Mapping[str, int]
    names: tuple[str, ...]
    unchanged: int
    refused: tuple[Problem, ...]


def take_in(root: Path, content: Content, path: Path) -> Imported:
    """Writes all that is right, and says what is wrong with the rest.

    Args:
        root: the site's folder.
        content: the site.
        path: the file that came back.

    Raises:
        ProblemError: the file cannot be read or is not for this site, or a file of the site
            could not be written; nothing is changed then.
    """
    judged = judge(content, read(path), path.name)
    of_file: dict[str, list[Accepted]] = {}
    for one in judged.accepted:
        of_file.setdefault(one.text.file, []).append(one)
    bodies: dict[str, bytes] = {}
    written: dict[str, int] = {}
    names: list[str] = []
    left: list[Accepted] = []
    for file, accepted in of_file.items():
        new = rewritten(content, file, accepted)
        left += new.left
        taken = [one.unit.segment.name for one in accepted if one not in new.left]
        if taken:
            names += taken
            written[file] = len(taken)
            bodies[file] = _body(root, content, file, new.text)
    write_all(root, bodies)
    refused = (*judged.refused, *map(_without_place, left))
    return Imported(written, tuple(names), judged.unchanged, refused)


def _body(root: Path, content: Content, file: str, text: str) -> bytes:
    former = content.files.get(file)
    return text.encode() if former is None else as_bytes((root / file).read_bytes(), former, text)


def _without_place(one: Accepted) -> Problem:
    values = {"text": one.unit.segment.name, "file": one.text.file}
    return Problem("unit-no-place", one.place, values)
