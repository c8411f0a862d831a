"""The report as a page: valid, accessible, and within a narrow screen and on paper."""

from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from builder.build import build
from builder.problems.catalogues import CATALOGUES
from builder.project import Project
from builder.reporting.making import report_of
from builder.reporting.page import as_page
from tests.browser.test_accessibility import AXE, faults
from tests.browser.test_markup import messages
from tests.small_site import ROOT, broken_site

WAIVER: Final = "waive: [{code: stale, at: text, reason: {kk: Солай., en: So it is.}}]\n"


@pytest.fixture(scope="module")
def reports(
    served: tuple[ThreadingHTTPServer, Path], tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The address of reports in every language: on the real site, one with problems and a waiver,
    and one that could not be read."""
    server, root = served
    folder = root / "reports"
    folder.mkdir()
    faulty = broken_site("facts-differ", tmp_path_factory.mktemp("report") / "site")
    with (faulty / "content/quotes/trade.yaml").open("a", encoding="utf-8") as quote:
        quote.write(WAIVER)
    found = {"real": build(Project(ROOT)), "faulty": build(Project(faulty))}
    found["unread"] = replace(found["faulty"], content=None)
    for name, built in found.items():
        for code, catalogue in CATALOGUES.items():
            (folder / f"{name}.{code}.html").write_bytes(as_page(report_of(built, catalogue)))
    return f"http://127.0.0.1:{server.server_address[1]}/reports/"


@pytest.fixture
def names(served: tuple[ThreadingHTTPServer, Path], reports: str) -> list[str]:
    assert reports
    return sorted(path.name for path in (served[1] / "reports").iterdir())


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page that carries axe wherever it goes."""
    context = browser.new_context(bypass_csp=True)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def test_the_checker_has_nothing_to_say_of_it(
    served: tuple[ThreadingHTTPServer, Path], reports: str
) -> None:
    said = messages(served[1] / "reports", reports)

    assert not said, "\n".join(said)


def test_axe_finds_no_fault_narrow_or_wide_light_or_dark(
    tab: Page, reports: str, names: list[str]
) -> None:
    found = [fault for name in names for fault in faults(tab, reports + name)]

    assert len(names) == 3 * len(CATALOGUES)
    assert not found, "\n".join(f"{fault} on {place}" for fault, place in found)


def test_it_scrolls_sideways_on_no_screen(tab: Page, reports: str, names: list[str]) -> None:
    widths = {}
    for name in names:
        tab.goto(reports + name)
        for width in (320, 1280):
            tab.set_viewport_size({"width": width, "height": 800})
            widths[name, width] = tab.evaluate("document.documentElement.scrollWidth")

    assert {key: wide for key, wide in widths.items() if wide > key[1]} == {}


def test_on_paper_nothing_is_cut_off(tab: Page, reports: str, names: list[str]) -> None:
    tab.emulate_media(media="print", color_scheme="dark")
    tab.set_viewport_size({"width": 680, "height": 960})  # A4 without its margins
    for name in names:
        tab.goto(reports + name)
        boxes = tab.eval_on_selector_all(
            ".box", "boxes => boxes.map(box => box.scrollWidth - box.clientWidth)"
        )
        assert boxes
        assert max(boxes) <= 0, name
        ink = tab.evaluate("getComputedStyle(document.body).color")
        assert ink == "rgb(0, 0, 0)"
