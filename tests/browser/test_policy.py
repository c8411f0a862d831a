"""The Content-Security-Policy in a real browser: it blocks what is not ours, and nothing else."""

from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

# Set up before a page's own scripts and styles load; the browser runs it whatever the policy says.
LISTEN = """
addEventListener("securitypolicyviolation", event => {
  (window.blocked ??= []).push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    yield context
    context.close()


def test_the_policy_blocks_nothing_of_ours_on_any_kind_of_page(
    context: BrowserContext, site_address: str, served: tuple[ThreadingHTTPServer, Path]
) -> None:
    folder = served[1] / "visit"
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    paths = [path.relative_to(folder) for path in sorted(folder.rglob("*.html"))]
    kinds = {(path.parts[:2], len(path.parts), "parallel" in path.parts): path for path in paths}

    for path in kinds.values():
        page.goto(site_address + path.as_posix())
        complaints.extend(page.evaluate("window.blocked ?? []"))

    assert len(kinds) > 40
    assert complaints == []


def test_the_policy_blocks_what_is_put_into_a_page(
    context: BrowserContext, site_address: str, served: tuple[ThreadingHTTPServer, Path]
) -> None:
    folder = served[1] / "visit"
    text = (folder / "en" / "index.html").read_text(encoding="utf-8")
    foreign = '<script>window.wasRun = true</script><img src="http://127.0.0.2/x.png" alt="">'
    (folder / "injected.html").write_text(
        text.replace("</main>", f"{foreign}</main>"), encoding="utf-8"
    )
    page = context.new_page()
    try:
        page.goto(f"{site_address}injected.html")
        blocked = page.evaluate("window.blocked")
    finally:
        (folder / "injected.html").unlink()

    assert page.evaluate("window.wasRun ?? false") is False
    assert sorted(item.split()[0] for item in blocked) == ["img-src", "script-src-elem"]
