"""Nothing moves under a reader's eyes while a page loads."""

from pathlib import Path

from playwright.sync_api import Browser

PAGES = (
    "index.html",
    "en/",
    "kk/",
    "en/talks/",
    "kk/kelissozder/",
    "en/quotes/mutual-trade/",
    "kk/kelisimder/",
    "en/people/nursultan-nazarbayev/",
    "kk/okigalar/",
    "en/sources/",
    "en/search/",
    "kk/izdeu/",
    "en/talks/parallel/",
)

WATCH = """
    window.shift = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
"""


def shifts(browser: Browser, address: str, script: str = "") -> dict[str, float]:
    """The layout shift of each page on a phone and on a desk, once all has loaded."""
    found: dict[str, float] = {}
    for width, height in ((390, 844), (1280, 800)):
        context = browser.new_context(viewport={"width": width, "height": height})
        context.add_init_script(WATCH)
        page = context.new_page()
        for path in PAGES:
            page.goto(f"{address}{path}", wait_until="load")
            page.evaluate("document.fonts.ready.then(() => true)")
            if script:
                page.evaluate(script)
            page.evaluate(
                "() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))"
            )
            shift = round(page.evaluate("window.shift"), 3)  # a thousandth of the window is no move
            if shift:
                found[f"{path} at {width}"] = shift
        context.close()
    return found


def test_nothing_shifts_on_any_kind_of_page(
    browser: Browser, site_address: str, served: tuple[object, Path]
) -> None:
    assert all((served[1] / "visit" / path).exists() for path in PAGES)

    assert shifts(browser, site_address) == {}


def test_a_shift_would_be_seen(browser: Browser, site_address: str) -> None:
    moving = """() => new Promise((done) => setTimeout(() => {
        const box = document.createElement('p');
        box.textContent = 'late'; box.setAttribute('hidden', '');
        document.body.prepend(box); box.removeAttribute('hidden');
        requestAnimationFrame(() => requestAnimationFrame(done));
    }, 100))"""

    assert len(shifts(browser, site_address, moving)) == 2 * len(PAGES)
