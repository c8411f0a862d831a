"""The wheel: what it carries, and that it builds a site away from its sources."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

from builder import VERSION

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """What `command` prints; it knows nothing of the environment the tests run in."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "COV", "PIP_"))
    }
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def package_files(folder: str) -> set[str]:
    """The files of `folder` as paths from the root of the project."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution so that both are known to be whole."""
    sources, wheels = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("wheels")
    hatchling = (sys.executable, "-m", "hatchling", "build")
    run(*hatchling, "--target", "sdist", "--directory", sources, cwd=ROOT)
    name = f"sapar-{VERSION}"
    run(sys.executable, "-m", "tarfile", "--extract", sources / f"{name}.tar.gz", cwd=sources)
    run(*hatchling, "--target", "wheel", "--directory", wheels, cwd=sources / name)
    (built,) = wheels.iterdir()
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a new environment: the wheel, and the dependencies of this one."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, symlinks=True)
    commands = environment / "bin"
    install = ("install", "--quiet", "--no-index", "--no-deps", wheel)
    run(sys.executable, "-m", "pip", "--python", commands / "python", *install, cwd=environment)
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return commands


def test_the_wheel_carries_the_package_its_templates_and_its_static_files(wheel: Path) -> None:
    templates, static = package_files("templates"), package_files("static")
    assert templates
    assert static

    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("builder/")}

    beside = {f"builder/{name}" for name in templates | static}
    strings = {f"builder/authoring/site/{name}" for name in package_files("content/strings")}
    assert carried == package_files("builder") | beside | strings
    assert "builder/py.typed" in carried


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert VERSION in run(installed / "sapar", "--version", cwd=tmp_path)


def test_the_installed_package_builds_a_site_with_its_own_templates(
    installed: Path, tmp_path: Path
) -> None:
    site, output = tmp_path / "site", tmp_path / "output"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)

    run(
        *(installed / "python", "-m", "builder", "build"),
        *("--site", site, "--output", output),
        cwd=tmp_path,
    )

    languages = yaml.safe_load((site / "site.yaml").read_text(encoding="utf-8"))["languages"]
    assert all((output / language / "index.html").is_file() for language in languages)
    assert any(output.rglob("*.css"))
    assert any(output.rglob("share/*.png"))  # drawn with the fonts that the package carries


def test_the_installed_package_lays_out_a_site_that_it_checks_and_builds(
    installed: Path, tmp_path: Path
) -> None:
    sapar, site = installed / "sapar", tmp_path / "visit"

    run(sapar, "new", "site", "visit", cwd=tmp_path)
    run(sapar, "check", "--strict", cwd=site)
    run(sapar, "new", "quote", "second", cwd=site)
    run(sapar, "rename", "quote", "second", "third", cwd=site)
    run(sapar, "build", cwd=site)
    run(sapar, "report", "--output", tmp_path / "checked.html", cwd=site)

    assert (site / "content" / "quotes" / "third.yaml").is_file()
    assert (tmp_path / "checked.html").is_file()
    languages = yaml.safe_load((site / "site.yaml").read_text(encoding="utf-8"))["languages"]
    assert all((site / "public" / language / "index.html").is_file() for language in languages)
