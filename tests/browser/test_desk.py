"""The desk in a browser: it can be read at every width, and it finds what is looked for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from builder.build import build
from builder.content.load import load
from builder.devserver.desk import desk_response
from builder.devserver.desk_views import Desk
from builder.devserver.editor import EDITOR
from builder.devserver.overlay import problems_page
from builder.devserver.pages import client_file
from builder.problems.catalogues import in_language
from builder.project import Project
from builder.site.routes import plan_routes
from tests.browser.test_accessibility import AXE, RULES, RUN
from tests.small_site import small_site

ADDRESS = "http://desk.test/__sapar/"
PAGES = ["desk/", "desk/article/talks/", "desk/page/en/quotes/", "desk/strings/strings/", "alone/"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk of a site with texts that are missing, that differ and that are wrong."""
    root = small_site(tmp_path_factory.mktemp("desk") / "site")
    for file, old, new in (
        ("quotes/friendship.yaml", "topic: {kk: Достық, en: Friendship}", "topic: {kk: Достық}"),
        ("pages/talks.en.md", "- friendship\n", "- friendship\n- more\n"),
        ("pages/talks.kk.md", "[[person:guest|", "[[person:gues|"),
        ("quotes/trade.yaml", "speaker:", "speakr:"),
    ):
        text = (root / "content" / file).read_text(encoding="utf-8")
        assert old in text
        (root / "content" / file).write_text(text.replace(old, new), encoding="utf-8")
    content = load(root).content
    assert content
    problems = build(Project(root)).problems
    reviews = {("article", "talks", "start-1"): "stale", ("article", "talks", "words"): "ok"}
    routes = plan_routes(content, "https://example.org/")
    return Desk(content, problems, routes, root, EDITOR, reviews)


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """A page of a browser that gets the desk and its files without a server."""

    def answer(route: Route) -> None:
        path, _, query = route.request.url.removeprefix(ADDRESS).partition("?lang=")
        if path == "alone/":
            body: bytes | None = problems_page(in_language(query))
        elif path.startswith("desk/"):
            body = desk_response(desk, path.removeprefix("desk/"), query)
        else:
            body = client_file(path)
        kinds = {"css": "text/css", "js": "text/javascript"}
        kind = kinds.get(path.rpartition(".")[2], "text/html; charset=utf-8")
        route.fulfill(status=200 if body else 404, body=body or b"", content_type=kind)

    context = browser.new_context()
    context.add_init_script(path=AXE)
    opened = context.new_page()
    opened.route("**/*", answer)
    yield opened
    context.close()


@pytest.mark.parametrize("language", ["kk", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault_at_any_width_light_or_dark(
    page: Page, path: str, language: str
) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{ADDRESS}{path}?lang={language}")
    faults = []
    for width in (320, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        page.emulate_media(color_scheme="light")
        faults += page.evaluate(RUN, RULES)
        page.emulate_media(color_scheme="dark")
        faults += page.evaluate(RUN, RULES)

    assert faults == []
    assert said == []


def test_the_languages_stand_next_to_each_other_where_there_is_room(page: Page) -> None:
    page.goto(f"{ADDRESS}desk/article/talks/?lang=en")
    cells = page.locator(".row").first.locator(".cell")

    def lefts() -> set[float]:
        return {(cell.bounding_box() or {"x": -1.0})["x"] for cell in cells.all()}

    page.set_viewport_size({"width": 1000, "height": 800})
    assert len(lefts()) == 2
    page.set_viewport_size({"width": 320, "height": 800})
    assert len(lefts()) == 1


def test_the_list_shows_only_what_is_looked_for_and_remembers_it(page: Page) -> None:
    page.goto(f"{ADDRESS}desk/?lang=en")
    shown = page.locator(".document:visible .name")
    everything = shown.count()

    page.get_by_role("checkbox").check()
    expect(shown).to_have_text(["Достық", "How the talks went"])
    page.get_by_role("searchbox").fill("TALKS")
    expect(shown).to_have_text(["How the talks went"])
    page.reload()
    expect(shown).to_have_text(["How the talks went"])
    expect(page.get_by_role("heading", name="Quotes")).to_be_hidden()

    page.get_by_role("searchbox").fill("nothing of the sort")
    expect(page.get_by_role("status")).to_have_text("Nothing of the kind")
    page.get_by_role("searchbox").fill("")
    page.get_by_role("checkbox").uncheck()
    expect(shown).to_have_count(everything)


def test_without_javascript_the_list_is_whole_and_has_no_dead_form(
    browser: Browser, desk: Desk
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content((desk_response(desk, "", "en") or b"").decode())

    form, documents = page.get_by_role("searchbox").count(), page.locator(".document").count()
    context.close()

    assert form == 0
    assert documents > 10
