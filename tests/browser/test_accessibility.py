"""axe-core on every page of the real site, narrow and wide, light and dark."""

from collections import defaultdict
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent.parent / "tools/node_modules/axe-core/axe.min.js"

WIDTHS: Final = (320, 1280)
SCHEMES: Final = ("light", "dark")

# WCAG 2.2 at levels A and AA, which hold the rules of 2.0 and 2.1, and what axe advises beyond.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What axe cannot decide counts too: it may be a fault.
RUN = """
async rules => {
  const types = ["violations", "incomplete"];
  const found = await axe.run({runOnly: rules, resultTypes: types});
  return types.flatMap(type => found[type]).flatMap(rule =>
    rule.nodes.map(node => `${rule.id}: ${node.html}\\n  ${node.failureSummary}`));
}
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that carries axe wherever it goes."""
    assert AXE.is_file(), "no axe-core: run tests/tools/install"
    context = browser.new_context()
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def faults(page: Page, address: str) -> Iterator[tuple[str, str]]:
    """Each fault of the page at `address` (rule, element, reason), and where it was seen."""
    page.goto(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for fault in page.evaluate(RUN, RULES):
                yield fault, f"{address} ({width} px, {scheme})"


def test_axe_finds_no_fault_on_any_page(
    page: Page, site_address: str, served: tuple[ThreadingHTTPServer, Path]
) -> None:
    folder = served[1] / "visit"
    pages = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html"))]
    seen = defaultdict(list)

    for path in pages:
        for fault, place in faults(page, site_address + path):
            seen[fault].append(place)

    assert len(pages) > 80
    assert not seen, "\n".join(
        f"{fault}\n  on {len(places)} views: {', '.join(places[:4])}"
        for fault, places in seen.items()
    )


def test_axe_sees_each_width_and_scheme(
    page: Page, served: tuple[ThreadingHTTPServer, Path]
) -> None:
    server, folder = served
    (folder / "faulty.html").write_text(
        '<!doctype html><html lang="kk"><title>Айып</title><main><h1>Айып</h1>'
        '<p id="dark">Оқылмайды</p><p id="narrow">Оқылмайды</p></main>'
        "<style>@media (prefers-color-scheme: dark) { #dark { color: #eee } }"
        "@media (max-width: 40rem) { #narrow { color: #eee } }</style>",
        encoding="utf-8",
    )
    address = f"http://127.0.0.1:{server.server_address[1]}/faulty.html"

    found = list(faults(page, address))

    assert all(fault.startswith("color-contrast: <p id=") for fault, _ in found)
    assert sorted((place.split("(")[1], fault.split('"')[1]) for fault, place in found) == [
        ("1280 px, dark)", "dark"),
        ("320 px, dark)", "dark"),
        ("320 px, dark)", "narrow"),
        ("320 px, light)", "narrow"),
    ]
