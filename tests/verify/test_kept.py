"""What pages say is kept between builds, and is just what reading them anew gives."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from builder.build import Built, build
from builder.cache import Cache
from builder.project import Project
from builder.site.artifacts import Artifact
from builder.site.page import Page
from builder.verify.facts import PageFacts
from builder.verify.kept import KeptFacts
from builder.verify.reading import read_page
from tests.small_site import ROOT, small_site


class Reader:
    """Reads pages, and counts how often each was read."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()

    def __call__(self, page: Page, body: bytes) -> PageFacts:
        self.count[page.path] += 1
        return read_page(page, body)


@pytest.fixture(scope="module")
def artifacts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Artifact, ...]:
    built = build(Project(small_site(tmp_path_factory.mktemp("kept") / "site")))
    assert built.is_good
    return tuple(artifact for artifact in built.artifacts if artifact.page)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def pages(artifacts: tuple[Artifact, ...]) -> Iterator[tuple[Page, bytes]]:
    for artifact in artifacts:
        assert artifact.page
        yield artifact.page, artifact.body


def different(artifacts: tuple[Artifact, ...]) -> int:
    """How many pages differ from all others: two that send on to the same page are alike."""
    return len({(page.language, body) for page, body in pages(artifacts)})


def looked_at(cache: Cache, artifacts: tuple[Artifact, ...]) -> tuple[list[PageFacts], Reader]:
    reader = Reader()
    kept = KeptFacts(cache, reader)
    found = [kept.read(page, body) for page, body in pages(artifacts)]
    kept.keep()
    return found, reader


def test_pages_that_are_the_same_are_read_once_and_say_the_same(
    cache: Cache, artifacts: tuple[Artifact, ...]
) -> None:
    first, reader = looked_at(cache, artifacts)
    assert set(reader.count.values()) == {1}
    assert len(reader.count) == different(artifacts) > 20

    again, none = looked_at(cache, artifacts)

    assert not none.count
    assert again == first == [read_page(page, body) for page, body in pages(artifacts)]


def test_a_page_of_other_bytes_or_in_another_language_is_read_anew(
    cache: Cache, artifacts: tuple[Artifact, ...]
) -> None:
    looked_at(cache, artifacts)
    first, second = artifacts[:2]
    assert first.page
    assert second.page
    other = Artifact(first.path, first.body + b"<p>x", first.page)
    foreign = Artifact(second.path, second.body, replace(second.page, language="ja"))

    found, reader = looked_at(cache, (other, foreign, *artifacts[2:]))

    assert set(reader.count) == {first.path, second.path}
    assert found[:2] == [read_page(page, body) for page, body in pages((other, foreign))]
    assert found[0].runs[-1].text == "x"


def test_pages_that_have_gone_are_forgotten(cache: Cache, artifacts: tuple[Artifact, ...]) -> None:
    looked_at(cache, artifacts)
    looked_at(cache, artifacts[1:])

    _, reader = looked_at(cache, artifacts)

    assert set(reader.count) == {artifacts[0].path}


def test_what_is_read_only_keeps_nothing(tmp_path: Path, artifacts: tuple[Artifact, ...]) -> None:
    cache = Cache(tmp_path / "cache", is_read_only=True)
    looked_at(cache, artifacts)

    _, reader = looked_at(cache, artifacts)

    assert len(reader.count) == different(artifacts)
    assert not (tmp_path / "cache").exists()


def test_a_defect_is_told_by_every_build(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    name = "templates/components/footer.html"
    template = site / name
    template.parent.mkdir(parents=True)
    whole = (ROOT / name).read_text(encoding="utf-8")
    template.write_text(whole.replace("</footer>", '<a href="/nowhere/">x</a></footer>'), "utf-8")

    def built() -> Built:
        return build(Project(site, cache=Cache(tmp_path / "cache")))

    first, second = built(), built()

    assert not first.is_good
    assert "/nowhere/" in str(first.problems)
    assert second.problems == first.problems
