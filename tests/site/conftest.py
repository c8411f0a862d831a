"""Whole sites, built once for the tests that read what machines read of them."""

from pathlib import Path

import pytest

from builder.build import Built, build
from builder.project import Project
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.small_site import said, small_site, three_languages

ROOT = Path(__file__).parent.parent.parent
BASE = "https://host.example/visits/one/"


def _good(project: Project) -> Built:
    built = build(project)
    assert built.is_good, said(built)
    return built


@pytest.fixture(scope="session")
def real() -> Built:
    """The site in this repository, under a sub-path."""
    return _good(Project(ROOT, base_url=BASE))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site, under a sub-path, with images to share."""
    site = small_site(tmp_path_factory.mktemp("small") / "site")
    return _good(Project(site, base_url=BASE, share_images=True))


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site in three languages, under a sub-path."""
    site = three_languages(tmp_path_factory.mktemp("three") / "site")
    return _good(Project(site, base_url=BASE, languages=LANGUAGES_AND_ONE_MORE))


@pytest.fixture(scope="session", params=["real", "small", "three"])
def any_site(request: pytest.FixtureRequest) -> Built:
    """Each of the sites in turn."""
    built: Built = request.getfixturevalue(request.param)
    return built
