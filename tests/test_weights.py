"""What a reader's browser loads: the stylesheet, and the first view of the site's pages."""

import re
from pathlib import Path

import pytest

from bench.weights import weigh
from builder.build import build
from builder.project import Project
from builder.site.assets import STYLESHEET, read_assets

ROOT = Path(__file__).parent.parent
MOST_CSS = 20_000  # bytes as published, without the typefaces, whose rules are made by a tool
MOST_TEXT = 40_000  # bytes of HTML, CSS and JavaScript as hosts send them
MOST_FONTS = 60_000  # bytes

PAGES = ("", "en/", "kk/", "en/talks/", "kk/kelissozder/", "kk/kelisimder/", "kk/izdeu/")

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weights") / "public"
    assert build(Project(ROOT), folder).is_good
    return folder


def test_the_stylesheet_stays_under_20_kb_without_its_typefaces() -> None:
    assets = read_assets((ROOT / "static",))
    sheet = assets.bodies[assets.paths[STYLESHEET]].decode()

    written, faces = _FONT_FACE.subn("", sheet)

    assert faces
    assert len(written.encode()) < MOST_CSS


@pytest.mark.parametrize("page", PAGES)
def test_the_first_view_of_a_page_is_light(public: Path, page: str) -> None:
    weights = {weight.kind: weight.sent for weight in weigh(public, page)}

    assert weights["css"]
    assert weights["html"] + weights["css"] + weights["js"] < MOST_TEXT
    assert 0 < weights["woff2"] < MOST_FONTS
