"""Between the languages at the same segment: by the toggle, by a segment's mark, side by side."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

KAZAKH, ENGLISH = "kk/kelissozder/", "en/talks/"
WAYS = [(KAZAKH, ENGLISH), (ENGLISH, KAZAKH)]
SEGMENT = "trade-2"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1000, "height": 700})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser without script."""
    opened = browser.new_context(java_script_enabled=False)
    yield opened.new_page()
    opened.close()


def at_top(page: Page, segment: str) -> bool:
    """Whether the segment begins near the top of the window."""
    top = page.locator(f"#{segment}").evaluate("e => e.getBoundingClientRect().top")
    return bool(-1 <= top <= 120)


def read(page: Page, segment: str) -> None:
    """Scrolls to a segment as a reader does, and waits until the toggle has followed."""
    page.locator(f"#{segment}").evaluate("e => e.scrollIntoView({block: 'start'})")
    toggle = page.locator("header a.toggle")
    expect(toggle).to_have_attribute("href", re.compile(f"#{segment}$"), timeout=5000)


@pytest.mark.parametrize(("here", "there"), WAYS)
def test_the_toggle_leads_from_the_segment_in_the_address_to_its_twin(
    page: Page, site_address: str, here: str, there: str
) -> None:
    page.goto(f"{site_address}{here}#{SEGMENT}")
    page.locator("header a.toggle").dispatch_event("click")
    page.wait_for_url(f"{site_address}{there}#{SEGMENT}", timeout=5000)

    assert at_top(page, SEGMENT)
    page.locator("header a.toggle").dispatch_event("click")
    page.wait_for_url(f"{site_address}{here}#{SEGMENT}", timeout=5000)


@pytest.mark.parametrize(("here", "there"), WAYS)
def test_the_toggle_follows_the_segment_being_read_and_keeps_it_on_the_way_up(
    page: Page, site_address: str, here: str, there: str
) -> None:
    page.goto(f"{site_address}{here}")
    assert page.evaluate("document.querySelector('header a.toggle').hash") == ""

    read(page, SEGMENT)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(500)  # the page is still again, at its top
    page.locator("header a.toggle").click()
    page.wait_for_url(f"{site_address}{there}#{SEGMENT}", timeout=5000)

    assert at_top(page, SEGMENT)


def test_the_last_segments_which_never_reach_the_top_are_kept_too(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}{KAZAKH}")
    last = page.locator("main [id]:not(input)").last.get_attribute("id")
    page.goto(f"{site_address}{KAZAKH}#{last}")
    page.wait_for_timeout(500)

    assert page.evaluate("document.querySelector('a.toggle').hash") == f"#{last}"


@pytest.mark.parametrize(("here", "there"), WAYS)
def test_without_script_a_segments_mark_leads_to_its_twin(
    plain: Page, site_address: str, here: str, there: str
) -> None:
    plain.goto(f"{site_address}{here}")
    mark = plain.locator(f"#{SEGMENT} .segment-mark")
    mark.focus()
    assert mark.evaluate("e => getComputedStyle(e).opacity") == "1"
    with plain.expect_navigation():
        plain.keyboard.press("Enter")

    assert plain.url == f"{site_address}{there}#{SEGMENT}"
    assert at_top(plain, SEGMENT)


def test_a_mark_is_named_in_the_pages_language(plain: Page, site_address: str) -> None:
    for page, name in ((KAZAKH, "Осы үзінді: ағылшынша"), (ENGLISH, "This passage: Kazakh")):
        plain.goto(f"{site_address}{page}")
        named = plain.get_by_role("link", name=name, exact=True)
        leading = plain.locator(f'.segment-mark[href$="#{SEGMENT}"]')
        assert named.and_(leading).count() == leading.count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_a_fragment_opens_the_row_and_each_pair_stands_together(
    page: Page, site_address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site_address}{ENGLISH}parallel/#{SEGMENT}")

    assert at_top(page, SEGMENT)
    row = page.locator(f"#{SEGMENT}")
    boxes = [cell.bounding_box() for cell in row.locator("> *").all()]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 3
    if width == 320:
        assert tops == sorted(tops)
        assert len(set(tops)) == 3
    else:
        assert max(tops) - min(tops) < 20
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_in_print_no_row_is_broken_and_no_mark_is_shown(page: Page, site_address: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site_address}{ENGLISH}parallel/")
    broken = page.locator(".parallel > tbody > tr").evaluate_all(
        "rows => rows.filter(e => getComputedStyle(e).breakInside !== 'avoid').length"
    )
    page.goto(f"{site_address}{ENGLISH}")

    assert broken == 0
    assert page.locator(".segment-mark").count() > 20
    assert page.locator(".segment-mark:visible").count() == 0


def test_the_print_edition_begins_each_chapter_on_a_new_page_after_its_contents(
    page: Page, site_address: str
) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site_address}en/print-edition/")

    linked = page.locator("main nav a").evaluate_all("links => links.map(a => a.hash.slice(1))")
    chapters = page.locator("main .chapter")
    assert len(linked) >= 9
    assert chapters.evaluate_all("all => all.map(e => e.id)")[: len(linked)] == linked
    breaks = chapters.evaluate_all("all => all.map(e => getComputedStyle(e).breakBefore)")
    assert set(breaks) == {"page"}
