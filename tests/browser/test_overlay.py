"""The live server's script in a browser: the overlay, the badge, reloads, lost connections.

The pages and the socket are those of a small server of the test's own, which sends what the
test tells it to; the script, its styles and the problems are the real ones.
"""

# mypy: disable-error-code="mutable-override"
# tornado declares the methods of a handler as attributes.

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application, HTTPError, RequestHandler
from tornado.websocket import WebSocketHandler

from builder.devserver.editor import EDITOR
from builder.devserver.overlay import Data, client_tag, problems_data, problems_page
from builder.devserver.pages import client_file
from builder.problems import Place, Problem, Severity
from builder.problems.catalogues import in_language
from builder.site.security import POLICY
from tests.browser.test_accessibility import AXE, RULES, RUN

FILE = "content/quotes/words.yaml"
ERROR = Problem("unknown-key", Place(FILE, 2, 1), {"key": "speakr", "suggestion": "speaker"})
OTHER = Problem("unknown-key", Place(FILE, 1, 1), {"key": "form"})
WARNING = Problem("unknown-key", Place(FILE, 3, 1), {"key": "source"}, Severity.WARNING)
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
SOON = 5_000  # milliseconds in which what is expected must have come

HOSTILE_STYLE = "* { display: block !important; color: red !important; font-size: 40px }"

# axe cannot decide which colours lie beneath what stands over a page, so they are looked up here:
# of each kind of text, its contrast with the nearest ground, as WCAG 2.2 defines it.
CONTRASTS = r"""() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (color) => {
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return color === "rgba(0, 0, 0, 0)" ? ground(element.parentElement) : color;
  };
  const found = {};
  for (const element of document.querySelector("sapar-live").shadowRoot.querySelectorAll("*")) {
    const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!isText || !element.checkVisibility()) continue;
    const [one, other] = [getComputedStyle(element).color, ground(element)].map(luminance);
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const name = element.classList[0] ?? element.localName;
    found[name] = Math.min(found[name] ?? 21, ratio);
  }
  return found;
}"""


@dataclass
class Live:
    """What the test's server serves, and the pages that are connected to it."""

    root: Path
    port: int = 0
    build: int = 1
    problems: tuple[Problem, ...] = ()
    styles: dict[str, str] = field(default_factory=lambda: {"main.0000000001": "h1 {color: red}"})
    below: str = ""
    is_broken: bool = False
    served: int = 0
    connected: int = 0
    sockets: list[WebSocketHandler] = field(default_factory=list)
    loop: asyncio.AbstractEventLoop | None = None
    server: HTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def data(self, language: str = "en") -> Data:
        return problems_data(self.problems, self.root, in_language(language), EDITOR)

    def page(self, language: str) -> bytes:
        tag = client_tag(self.build, self.data(language))
        if self.is_broken:
            return problems_page(in_language(language)).replace(
                b"</body>", tag.encode() + b"</body>"
            )
        links = "".join(
            f'<link rel="stylesheet" href="/assets/css/{name}.css">' for name in self.styles
        )
        lines = "".join(f"<p>Line {number}</p>" for number in range(200))
        return (
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            f"<title>Build {self.build}</title>{links}</head>"
            f"<body><main><h1>Build {self.build}</h1>{lines}{self.below}</main>{tag}</body></html>"
        ).encode()

    def call(self, function: Callable[[], object]) -> None:
        assert self.loop
        asyncio.run_coroutine_threadsafe(_called(function), self.loop).result(5)

    def send(self, **message: object) -> None:
        self.call(lambda: [socket.write_message(json.dumps(message)) for socket in self.sockets])

    def tell(self, *problems: Problem) -> None:
        """A new build with these problems, of which the open pages are told."""
        self.build += 1
        self.problems = problems
        self.send(command="problems", build=self.build, problems=self.data())

    def drop(self) -> None:
        """Ends the server's side of every connection, and listens no more."""

        def stop() -> None:
            assert self.server
            self.server.stop()
            for socket in list(self.sockets):
                socket.close()

        self.call(stop)

    def listen(self) -> None:
        """Begins, or begins again, at the same port."""
        self.call(self._listen)

    def _listen(self) -> None:
        self.server = HTTPServer(application(self))
        if self.port:
            self.server.listen(self.port, "127.0.0.1")
        else:
            socket, self.port = bind_unused_port()
            self.server.add_socket(socket)


async def _called(function: Callable[[], object]) -> None:
    function()


def application(live: Live) -> Application:
    class Socket(WebSocketHandler):
        def open(self, *_: str, **__: str) -> None:
            live.sockets.append(self)
            live.connected += 1

        async def on_message(self, message: str | bytes) -> None:
            assert json.loads(message)["command"] == "hello"
            await self.write_message(json.dumps({"command": "hello", "build": live.build}))

        def on_close(self) -> None:
            live.sockets.remove(self)

    class Client(RequestHandler):
        def get(self, name: str) -> None:
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            self.set_header("Content-Type", kind)
            self.write(client_file(name) or b"")

    class Style(RequestHandler):
        def get(self, name: str) -> None:
            if name not in live.styles:
                raise HTTPError(404)
            self.set_header("Content-Type", "text/css")
            self.write(live.styles[name])

    class Anything(RequestHandler):
        def get(self, path: str) -> None:
            if path == "favicon.ico":
                self.set_status(204)
                return
            self.set_header("Cache-Control", "no-store")
            live.served += 1
            self.write(live.page("kk" if path.startswith("kk") else "en"))

    return Application(
        [
            (r"/__sapar/socket", Socket),
            (r"/__sapar/desk/()", Anything),
            (r"/__sapar/(.*)", Client),
            (r"/assets/css/(.*)\.css", Style),
            (r"/(.*)", Anything),
        ],
        log_function=lambda _: None,
    )


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text("form: direct\nspeakr: host\nsource: report\n", encoding="utf-8")
    served = Live(tmp_path)
    served.loop = asyncio.new_event_loop()
    thread = threading.Thread(target=served.loop.run_forever)
    thread.start()
    served.listen()
    yield served
    served.drop()
    served.loop.call_soon_threadsafe(served.loop.stop)
    thread.join()
    served.loop.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1000, "height": 700})
    opened.set_default_timeout(SOON)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the page's console says of refused loads and of faults."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def badge(page: Page) -> Locator:
    return page.locator("sapar-live .badge")


def opened(page: Page, live: Live, path: str = "") -> None:
    """Opens a page and waits until it is connected."""
    before = live.connected
    page.goto(live.address + path)
    wait_for(page, lambda: live.connected > before)


def loaded_again(page: Page, live: Live) -> None:
    """Sends word to load again, and waits until the page has done so and is connected."""
    before = live.connected
    live.send(command="reload", path="*")
    wait_for(page, lambda: live.connected > before)


def wait_for(page: Page, is_so: Callable[[], bool]) -> None:
    for _ in range(SOON // 20):
        if is_so():
            return
        page.wait_for_timeout(20)
    raise AssertionError("it did not come about")


def test_an_error_is_shown_over_the_page_with_its_line_and_the_way_to_mend_it(
    page: Page, live: Live, complaints: list[str]
) -> None:
    live.problems = (ERROR,)

    opened(page, live)

    expect(dialog(page)).to_be_visible()
    expect(dialog(page)).to_have_accessible_name("The last save cannot be shown")
    place = dialog(page).get_by_role("link", name=f"{FILE}:2:1")
    assert place.get_attribute("href") == f"vscode://file{live.root.resolve()}/{FILE}:2:1"
    said = dialog(page).inner_text()
    assert "the key speakr is not known here" in said
    assert "did you mean speaker?" in said
    assert dialog(page).locator(".line.meant").inner_text().split() == ["2", "speakr:", "host"]
    assert dialog(page).locator("mark").inner_text() == "s"
    assert complaints == []


def test_the_overlay_speaks_the_language_of_the_page(page: Page, live: Live) -> None:
    live.problems = (ERROR,)

    opened(page, live, "kk/")

    expect(dialog(page)).to_have_accessible_name("Соңғы сақталған өзгерісті көрсету мүмкін емес")
    assert page.locator("sapar-live").get_attribute("lang") == "kk"
    assert "кеңес: дұрысы `speaker` емес пе?" in dialog(page).inner_text()


def test_the_keyboard_goes_into_the_overlay_and_back_to_the_page(page: Page, live: Live) -> None:
    live.problems = (ERROR,)
    opened(page, live)
    expect(dialog(page).get_by_role("heading")).to_be_focused()

    page.keyboard.press("Escape")

    expect(dialog(page)).to_be_hidden()
    expect(badge(page)).to_have_text("Errors: 1")
    badge(page).focus()
    page.keyboard.press("Enter")
    expect(dialog(page)).to_be_visible()


def test_the_keyboard_stays_in_the_overlay_when_what_it_was_on_goes(page: Page, live: Live) -> None:
    live.problems = (ERROR,)
    opened(page, live)
    dialog(page).get_by_role("link").focus()

    live.tell(OTHER)

    expect(dialog(page).get_by_role("link")).to_have_text(f"{FILE}:1:1")
    expect(dialog(page).get_by_role("heading")).to_be_focused()


def test_errors_put_aside_stay_so_until_there_are_others(page: Page, live: Live) -> None:
    live.problems = (ERROR,)
    opened(page, live)
    page.keyboard.press("Escape")
    expect(dialog(page)).to_be_hidden()

    opened(page, live, "another/")
    expect(badge(page)).to_be_visible()
    expect(dialog(page)).to_be_hidden()

    live.tell(ERROR, OTHER)
    expect(dialog(page)).to_be_visible()
    expect(dialog(page).get_by_role("listitem")).to_have_count(2)


def test_an_error_that_comes_back_is_shown_again(page: Page, live: Live) -> None:
    live.problems = (ERROR,)
    opened(page, live)
    page.keyboard.press("Escape")

    live.tell()
    expect(badge(page)).to_be_hidden()
    live.tell(ERROR)

    expect(dialog(page)).to_be_visible()


def test_warnings_are_a_badge_that_opens_their_list(page: Page, live: Live) -> None:
    live.problems = (WARNING,)
    opened(page, live)

    expect(badge(page)).to_have_text("Warnings: 1")
    expect(dialog(page)).to_be_hidden()
    badge(page).click()

    expect(dialog(page)).to_have_accessible_name("Warnings")
    dialog(page).get_by_role("button", name="Close").click()
    expect(dialog(page)).to_be_hidden()


def test_the_overlay_comes_and_goes_over_the_same_page_which_keeps_its_place(
    page: Page, live: Live
) -> None:
    opened(page, live)
    expect(badge(page)).to_be_hidden()
    page.evaluate("scrollTo(0, 1500)")

    live.tell(ERROR, WARNING)
    expect(dialog(page)).to_be_visible()
    expect(page.locator("main h1")).to_have_text("Build 1")
    live.tell()
    expect(dialog(page)).to_be_hidden()

    assert page.evaluate("scrollY") == 1500
    assert live.served == 1


def test_the_page_loads_again_at_its_place(page: Page, live: Live) -> None:
    page.add_init_script("history.scrollRestoration = 'manual'")  # the browser's own help is off
    opened(page, live)
    page.evaluate("scrollTo(0, 1234)")

    for build in range(2, 7):
        live.build = build
        loaded_again(page, live)

    expect(page.locator("main h1")).to_have_text("Build 6")
    wait_for(page, lambda: page.evaluate("scrollY") == 1234)


def test_a_page_loaded_again_before_it_was_whole_comes_to_the_place_that_was_meant(
    page: Page, live: Live
) -> None:
    page.add_init_script("history.scrollRestoration = 'manual'")
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3000"/>'
    held: list[Route] = []
    page.route(
        "**/late.svg", lambda route: route.fulfill(body=picture, content_type="image/svg+xml")
    )
    live.below = '<img src="/late.svg" alt="">'
    opened(page, live)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    meant = page.evaluate("scrollY")

    def hold(route: Route) -> None:
        held.append(route)

    page.unroute("**/late.svg")
    page.route("**/late.svg", hold)
    for _ in range(3):
        loaded_again(page, live)
        assert page.evaluate("scrollY") < meant
    held[-1].fulfill(body=picture, content_type="image/svg+xml")

    wait_for(page, lambda: page.evaluate("scrollY") == meant)


def test_no_other_page_gets_the_place_of_one_that_was_to_load_again(page: Page, live: Live) -> None:
    opened(page, live)
    meant = {"page": "/", "left": 0, "top": 1234}
    page.evaluate("(place) => sessionStorage.setItem('sapar-scroll', JSON.stringify(place))", meant)

    opened(page, live, "another/")

    assert page.evaluate("scrollY") == 0


def test_a_stylesheet_is_exchanged_without_loading_the_page_again(page: Page, live: Live) -> None:
    opened(page, live)
    page.evaluate("window.isSame = true; document.querySelector('h1').tabIndex = -1")
    heading = page.locator("main h1")
    expect(heading).to_have_css("color", "rgb(255, 0, 0)")

    live.styles = {"main.0000000002": "h1 {color: rgb(0, 0, 255)}"}
    live.send(command="reload", path="/assets/css/main.0000000002.css", liveCSS=True)
    expect(heading).to_have_css("color", "rgb(0, 0, 255)")
    live.styles["main.0000000003"] = "h1 {color: rgb(0, 1, 2)}"
    live.send(command="reload", path="/assets/css/main.0000000003.css", liveCSS=True)
    expect(heading).to_have_css("color", "rgb(0, 1, 2)")

    assert page.evaluate("window.isSame")
    hrefs = "[...document.querySelectorAll('link')].map((link) => link.getAttribute('href'))"
    wait_for(page, lambda: page.evaluate(hrefs) == ["/assets/css/main.0000000003.css"])


def test_a_page_behind_errors_is_loaded_again_even_for_a_stylesheet(page: Page, live: Live) -> None:
    live.problems = (ERROR,)
    opened(page, live)

    live.problems, live.build = (), 2
    live.send(command="reload", path="/assets/css/main.0000000001.css", liveCSS=True, build=2)

    expect(page.locator("main h1")).to_have_text("Build 2")
    expect(dialog(page)).to_be_hidden()


def test_the_page_is_never_without_a_stylesheet_while_one_is_exchanged(
    page: Page, live: Live
) -> None:
    opened(page, live)
    page.evaluate(
        """() => {
          window.seen = new Set();
          const look = () => {
            window.seen.add(getComputedStyle(document.querySelector("h1")).color);
            requestAnimationFrame(look);
          };
          look();
        }"""
    )

    live.styles = {"main.0000000002": "h1 {color: rgb(0, 0, 255)}"}
    live.send(command="reload", path="/assets/css/main.0000000002.css", liveCSS=True)
    wait_for(page, lambda: page.evaluate("window.seen.has('rgb(0, 0, 255)')"))

    assert page.evaluate("[...window.seen]") == ["rgb(255, 0, 0)", "rgb(0, 0, 255)"]


@pytest.mark.parametrize("path", ["/assets/css/main.00000000ff.css", "/assets/css/x.00000001.css"])
def test_a_stylesheet_that_cannot_be_exchanged_loads_the_page_again(
    page: Page, live: Live, path: str
) -> None:
    opened(page, live)
    live.build = 2

    live.send(command="reload", path=path, liveCSS=True)

    expect(page.locator("main h1")).to_have_text("Build 2")


def test_a_server_that_comes_back_with_the_same_build_finds_the_page_as_it_was(
    page: Page, live: Live
) -> None:
    opened(page, live)

    live.drop()
    expect(page.get_by_text("The server does not answer")).to_be_visible()
    live.listen()
    wait_for(page, lambda: len(live.sockets) == 1)

    expect(page.get_by_text("The server does not answer")).to_be_hidden()
    assert live.served == 1


def test_a_server_that_comes_back_with_another_build_loads_the_page_again(
    page: Page, live: Live
) -> None:
    opened(page, live)

    live.drop()
    live.build = 7
    live.listen()

    expect(page.locator("main h1")).to_have_text("Build 7")
    wait_for(page, lambda: len(live.sockets) == 1)
    assert live.served == 2


def test_without_a_site_the_problems_stand_alone(page: Page, live: Live) -> None:
    live.problems, live.is_broken = (ERROR,), True
    opened(page, live)
    expect(dialog(page)).to_have_accessible_name("The site cannot be shown yet")

    live.problems, live.is_broken, live.build = (), False, 2
    live.send(command="reload", path="*")

    expect(page.locator("main h1")).to_have_text("Build 2")
    expect(dialog(page)).to_be_hidden()


def test_the_desk_is_loaded_again_by_news_and_only_by_news(page: Page, live: Live) -> None:
    live.problems = (ERROR,)
    opened(page, live, "__sapar/desk/")
    expect(badge(page)).to_have_text("Errors: 1")
    expect(dialog(page)).to_be_hidden()

    live.send(command="problems", build=1, problems=live.data())
    page.wait_for_timeout(300)  # in which it would be loaded
    assert live.served == 1
    live.tell(ERROR, OTHER)

    expect(badge(page)).to_have_text("Errors: 2")
    assert live.served == 2


def test_a_link_leads_to_the_desk_of_the_page(page: Page, live: Live) -> None:
    opened(page, live, "kk/kelissoz/")

    link = page.locator("sapar-live a.desk")
    assert link.get_attribute("href") == "/__sapar/desk/page/kk/kelissoz/?lang=kk"


def test_problems_are_never_more_than_text(page: Page, live: Live, complaints: list[str]) -> None:
    hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
    (live.root / FILE).write_text(f"a\n{hostile}\n", encoding="utf-8")
    live.problems = (Problem("unknown-key", Place(FILE, 2, 9), {"key": hostile}),)

    opened(page, live)

    expect(dialog(page)).to_be_visible()
    assert dialog(page).locator("img, script").count() == 0
    assert dialog(page).inner_text().count("<script>alert(2)</script>") == 2
    assert complaints == []


def test_no_style_of_the_site_reaches_the_overlay(page: Page, live: Live) -> None:
    live.styles = {"main.0000000001": HOSTILE_STYLE}
    live.problems = (ERROR,)

    opened(page, live)

    expect(dialog(page)).to_be_visible()
    assert dialog(page).locator(".message").evaluate("e => getComputedStyle(e).fontSize") == "16px"
    assert page.locator("sapar-live .offline").is_hidden()
    assert page.locator("sapar-live").evaluate("e => getComputedStyle(e).color") != "rgb(255, 0, 0)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_overlay_fits_its_window_and_axe_finds_no_fault_in_it(
    browser: Browser, live: Live, width: int, scheme: Any
) -> None:
    long = "ә" * 400
    (live.root / FILE).write_text(f"a\n{long}\n", encoding="utf-8")
    live.problems = (Problem("unknown-key", Place(FILE, 2, 300), {"key": long}), WARNING)
    context = browser.new_context(viewport={"width": width, "height": 640}, color_scheme=scheme)
    context.add_init_script(path=AXE)
    page = context.new_page()
    opened(page, live)
    expect(dialog(page)).to_be_visible()

    wide = dialog(page).evaluate("e => e.scrollWidth > e.clientWidth || e.offsetWidth > innerWidth")
    faults = page.evaluate(RUN, RULES)
    contrasts = page.evaluate(CONTRASTS)
    dialog(page).get_by_role("button").click()
    faults += page.evaluate(RUN, RULES)
    context.close()

    assert not wide
    assert [fault for fault in faults if not fault.startswith("color-contrast")] == []
    assert {"title", "lead", "place", "named", "message", "code", "advice"} <= contrasts.keys()
    assert {name: ratio for name, ratio in contrasts.items() if ratio < LEAST_CONTRAST} == {}
