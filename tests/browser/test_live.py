"""The live site in a real browser: whatever is saved is what the page shows."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from time import perf_counter, sleep

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.live_server import LONG, Live, serving, word
from tests.small_site import ROOT, broken_site, small_site

PAGE = "en/talks/"
RECORD = "content/pages/talks.yaml"
PROSE = "content/pages/talks.en.md"
TEMPLATE = "templates/pages/article.html"
STYLE = "static/css/components/quote-card.css"
STRINGS = "content/strings/en.yaml"
FILES = {
    RECORD: "What the two sides spoke about",
    PROSE: "The guest spoke",
    TEMPLATE: "{% block content %}\n",
    STYLE: "",
    STRINGS: "Skip to the main text",
}
"""Each file that is saved, and what in it the number of the save is put after."""

SAVED = """() => [
    document.querySelector(".lead").textContent,
    document.querySelector(".article").textContent,
    document.querySelector("[data-saved]")?.dataset.saved ?? "",
    getComputedStyle(document.documentElement).getPropertyValue("--saved"),
    document.querySelector(".skip-link").textContent,
].map((text) => text.match(/save[a-j]+/)?.[0] ?? "")"""
"""The save that the page shows of each file."""

MARK = "() => window.mark = 'it was not loaded again'"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    site = small_site(tmp_path / "site")
    for file in (TEMPLATE, STYLE):
        (site / file).parent.mkdir(parents=True)
        shutil.copy(ROOT / file, site / file)
    with serving(site) as running:
        yield running
        assert not [line for line in running.said if "fault" in line]


@pytest.fixture
def page(browser: Browser, live: Live) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1000, "height": 500}) as context:
        page = context.new_page()
        page.set_default_timeout(LONG * 1000)
        expect.set_options(timeout=LONG * 1000)
        failures: list[str] = []
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.goto(f"{live.address}{PAGE}")
        yield page
        assert failures == []


def awaited(page: Page, expression: str, expected: object) -> None:
    """Waits until the page gives a value; while it is loaded again it gives none."""
    until = perf_counter() + LONG
    found: object = None
    while perf_counter() < until:
        with suppress(Error):
            found = page.evaluate(expression)
            if found == expected:
                return
        sleep(0.01)
    assert found == expected


def scroll(page: Page, place: int) -> None:
    awaited(page, "document.readyState", "complete")
    page.evaluate(f"scrollTo({{top: {place}, behavior: 'instant'}})")
    awaited(page, "scrollY", place)


class Saver:
    """Saves files, each time with the number of the save in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.former = {file: (root / file).read_text(encoding="utf-8") for file in FILES}
        self.last = dict.fromkeys(FILES, "")

    def save(self, file: str, number: int) -> None:
        text, after = self.former[file], FILES[file]
        said = {
            TEMPLATE: f'<i data-saved="{word(number)}"></i>\n',
            STYLE: f":root {{ --saved: {word(number)}; }}\n",
        }
        assert after in text
        start, end = text[: text.index(after)], text[text.index(after) + len(after) :]
        whole = f"{start}{after}{said.get(file, f' {word(number)}')}{end}"
        path = self.root / file
        if number % 2:
            path.write_text(whole, encoding="utf-8")
        else:  # as most editors do
            beside = path.with_name(f".{path.name}.tmp")
            beside.write_text(whole, encoding="utf-8")
            beside.rename(path)
        self.last[file] = word(number)

    def restore(self, file: str) -> None:
        (self.root / file).write_text(self.former[file], encoding="utf-8")


def test_50_saves_at_any_gaps_all_show(live: Live, page: Page) -> None:
    chance = random.Random(2016)  # noqa: S311 (repeatable)
    gaps = [0.02, 4.0, *(0.02 * 200 ** chance.random() for _ in range(48))]
    chance.shuffle(gaps)
    saver = Saver(live.root)
    files = [*FILES] * 10
    chance.shuffle(files)

    for number, (gap, file) in enumerate(zip(gaps, files, strict=True), 1):
        saver.save(file, number)
        sleep(gap)

    awaited(page, SAVED, list(saver.last.values()))
    in_place = len(gaps) // 2  # these are two changes, and two builds if the machine pauses
    assert live.get(f"/{PAGE}").build <= 1 + len(gaps) + in_place


def test_each_of_20_quick_saves_shows_before_the_next(live: Live, page: Page) -> None:
    saver = Saver(live.root)

    for number, file in enumerate([*FILES] * 4, 1):
        saver.save(file, number)
        awaited(page, SAVED, list(saver.last.values()))


def test_a_stylesheet_is_swapped_and_nothing_else_happens_to_the_page(
    live: Live, page: Page
) -> None:
    page.evaluate(MARK)
    scroll(page, 200)
    saver = Saver(live.root)

    for number in range(3):
        saver.save(STYLE, number)
        awaited(page, SAVED, ["", "", "", word(number), ""])

    assert page.evaluate("window.mark") == "it was not loaded again"
    assert page.evaluate("scrollY") == 200
    awaited(page, "document.querySelectorAll('link[rel=stylesheet]').length", 1)
    saver.save(RECORD, 9)
    awaited(page, SAVED, [word(9), "", "", word(2), ""])
    assert page.evaluate("window.mark") is None


def test_a_page_that_is_loaded_again_keeps_its_place(live: Live, page: Page) -> None:
    height = page.evaluate("document.documentElement.scrollHeight - innerHeight")
    assert height > 400
    for number, place in enumerate((300, height - 20)):
        page.evaluate(MARK)
        scroll(page, place)
        Saver(live.root).save(TEMPLATE, number)

        awaited(page, SAVED, ["", "", word(number), "", ""])
        assert page.evaluate("window.mark") is None
        awaited(page, "scrollY", place)


def dialog(page: Page) -> str:
    """What the overlay says, once it is there."""
    expect(page.locator("sapar-live dialog.problems")).to_be_visible()
    return page.locator("sapar-live dialog.problems").inner_text()


BREAKS: dict[str, Callable[[str], str]] = {
    RECORD: lambda text: text.replace("slug:", "slugs:"),
    PROSE: lambda text: text + "\n<script>alert(1)</script>\n",
    TEMPLATE: lambda text: text.replace("{% endblock %}", "{% endblok %}", 1),
    STYLE: lambda text: text + ".x { background: url(nothing.png) }\n",
    STRINGS: lambda text: text.replace("skip-to-content:", "skip-to-contents:"),
    "site.yaml": lambda text: text.replace("languages:", "languages: ["),
}


@pytest.mark.parametrize("file", BREAKS)
def test_breaking_a_file_tells_where_and_mending_it_brings_the_page_back(
    live: Live, page: Page, file: str
) -> None:
    path = live.root / file
    former = path.read_text(encoding="utf-8")
    heading = page.locator("h1").inner_text()
    broken = BREAKS[file](former)
    lines = zip_longest(former.splitlines(), broken.splitlines())
    line = next(number for number, (old, new) in enumerate(lines, 1) if old != new)

    path.write_text(broken, encoding="utf-8")

    told = [int(number) for number in re.findall(rf"{re.escape(file)}:(\d+)", dialog(page))]
    assert line in told or line + 1 in told, (line, dialog(page))
    assert page.locator("h1").inner_text() == heading

    path.write_text(former, encoding="utf-8")

    expect(page.locator("sapar-live dialog.problems")).to_be_hidden()
    expect(page.locator("h1")).to_have_text(heading)


def test_a_template_that_fails_on_a_page_is_told_over_the_page_as_it_was(
    live: Live, page: Page
) -> None:
    saver = Saver(live.root)
    path = live.root / TEMPLATE
    path.write_text(
        saver.former[TEMPLATE].replace("{{ page.heading }}", "{{ nobody.knows }}"), "utf-8"
    )

    assert f"{TEMPLATE}:9" in dialog(page)
    assert page.locator("h1").inner_text()

    saver.save(TEMPLATE, 7)

    awaited(page, SAVED, ["", "", word(7), "", ""])
    expect(page.locator("sapar-live dialog.problems")).to_be_hidden()


def test_a_defect_that_only_the_whole_site_shows_is_told_a_little_later(
    live: Live, page: Page
) -> None:
    saver = Saver(live.root)
    path = live.root / TEMPLATE
    link = '{% block content %}\n<a href="/nowhere/">x</a>'
    path.write_text(saver.former[TEMPLATE].replace("{% block content %}", link), "utf-8")

    assert "/nowhere/" in dialog(page)

    saver.restore(TEMPLATE)

    expect(page.locator("sapar-live dialog.problems")).to_be_hidden()


def test_a_site_that_is_broken_at_first_shows_its_problems_alone_and_then_the_page(
    browser: Browser, tmp_path: Path
) -> None:
    site = broken_site("broken-site-file", tmp_path / "site")
    with serving(site) as live, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{live.address}{PAGE}")

        assert "site.yaml:3:12" in dialog(page)
        assert "content/events/talks.yaml:1:8" in dialog(page)

        shutil.copytree(small_site(tmp_path / "good"), site, dirs_exist_ok=True)

        expect(page.locator("h1")).to_have_text("How the talks went")
        expect(page.locator("sapar-live dialog.problems")).to_be_hidden()


def test_the_desk_shows_what_was_saved(live: Live, page: Page) -> None:
    page.goto(f"{live.address}__sapar/desk/page/{PAGE}?lang=en")
    expect(page.locator("main")).to_contain_text("The guest spoke")
    saver = Saver(live.root)

    saver.save(PROSE, 3)

    expect(page.locator("main")).to_contain_text(f"The guest spoke {word(3)}")

    path = live.root / "content/pages/talks.kk.md"
    path.write_text(path.read_text(encoding="utf-8").rpartition("\n## ")[0], encoding="utf-8")

    expect(page.locator("main")).to_contain_text("Қазақша no text")
