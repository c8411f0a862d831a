"""A reader's way through the site: by keyboard alone, without JavaScript, on any width."""

import re
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.site.text_fragment import text_fragment

MOST_TABS = 400


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def follow(page: Page, pattern: str) -> None:
    """Tabs to the first link whose address matches, sees that focus is visible, and enters."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and re.search(pattern, focused.get_attribute("href") or ""):
            outline = focused.evaluate("e => getComputedStyle(e).outlineStyle")
            assert outline != "none"
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"no link to {pattern} within {MOST_TABS} tabs on {page.url}")


def language(page: Page) -> str | None:
    return page.locator("html").get_attribute("lang")


def test_from_home_to_an_agreement_and_back_and_forth_between_languages(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}en/")
    follow(page, r"/en/quotes/$")
    follow(page, r"/en/quotes/mutual-trade/$")
    assert "one and a half billion dollars" in page.locator("main").inner_text()

    follow(page, r"/kk/")
    assert language(page) == "kk"
    assert page.url.endswith("/kk/daieksozder/ozara-tauar-ainalymy/")
    assert "бір жарым миллиард доллар" in page.locator("main").inner_text()

    follow(page, r"/kk/kelisimder/$")
    follow(page, r"/kk/kelisimder/[a-z0-9-]+/$")
    kazakh = page.url
    follow(page, r"/en/agreements/[a-z0-9-]+/$")
    assert language(page) == "en"
    follow(page, r"/kk/kelisimder/[a-z0-9-]+/$")
    assert page.url == kazakh


def test_the_first_link_of_every_page_skips_to_its_text_and_the_second_changes_language(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}kk/derekkozder/")

    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#main"
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "English"
    assert focused.get_attribute("lang") == "en"


def test_no_page_scrolls_sideways_or_asks_another_origin(
    browser: Browser, site_address: str, served: tuple[object, Path]
) -> None:
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    opened = context.new_page()
    folder = served[1] / "visit"
    wide = []
    for path in sorted(folder.rglob("*.html")):
        opened.goto(site_address + path.relative_to(folder).as_posix())
        for width in (320, 768, 1280):
            opened.set_viewport_size({"width": width, "height": 800})
            if opened.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append((width, opened.url))
    context.close()

    assert wide == []
    assert len(asked) > 80
    assert all(url.startswith(site_address) for url in asked)


def test_a_text_fragment_opens_a_source_at_the_words(
    browser: Browser, served: tuple[ThreadingHTTPServer, Path]
) -> None:
    server, folder = served
    words = "Бұл – жалпыадамзаттық міндет, сауда-экономикалық серіктес & тай"
    filler = "<p>Жол.</p>" * 200
    text = words.replace("&", "&amp;")
    (folder / "source.html").write_text(
        f'<!doctype html><meta charset="utf-8"><title>x</title>{filler}<p id="it">{text}.</p>'
        f"{filler}",
        encoding="utf-8",
    )
    page = browser.new_context().new_page()

    port = server.server_address[1]
    page.goto(text_fragment(f"http://127.0.0.1:{port}/source.html", words))
    page.wait_for_function("scrollY > 0", timeout=5000)

    assert page.locator("#it").evaluate("e => e.getBoundingClientRect().top < innerHeight")
