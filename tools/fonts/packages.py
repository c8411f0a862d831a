"""Packages fetched by npm: their fonts and their licences."""

import hashlib
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from tools.fonts.typefaces import SCRIPTS, Face, Package


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A package in a folder."""

    package: Package
    folder: Path

    def fonts(self, face: Face) -> tuple[TTFont, ...]:
        """The files of a face, one a script, opened."""
        stem = self.package.name.rpartition("/")[2]
        names = (f"{stem}-{script}-{face.weight}-{face.style}.woff2" for script in SCRIPTS)
        return tuple(TTFont(self.folder / "files" / name, recalcTimestamp=False) for name in names)

    def licence(self) -> str:
        """The text of the licence; the line before it names whom the package gives as owner."""
        return (self.folder / "LICENSE").read_text(encoding="utf-8").partition("\n")[2].strip()


def fetched(package: Package, folder: Path) -> Unpacked:
    """Fetch a package into an empty folder.

    Raises:
        SystemExit: there is no npm, it cannot fetch the package, or that is not the one we know.
    """
    npm = shutil.which("npm")
    if not npm:
        raise SystemExit("npm is needed to fetch the typefaces: install Node.js")
    folder.mkdir()
    name = f"{package.name}@{package.version}"
    command = (npm, "pack", "--silent", "--pack-destination", folder, name)
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
        raise SystemExit(f"npm could not fetch {name}")
    (archive,) = folder.iterdir()
    if hashlib.sha256(archive.read_bytes()).hexdigest() != package.digest:
        raise SystemExit(f"{name} is not what it was: its SHA-256 differs from the one noted")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return Unpacked(package, folder / "package")
