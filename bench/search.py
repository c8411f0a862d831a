"""How long the search takes to answer in a browser."""

import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.chromium import chromium
from tests.searches import NONSENSE, PAGES, PREPARED, table

REPEATS = 5  # of which the median is taken

_TIMES = f"""async ([queries, repeats]) => {{
  {PREPARED}
  return queries.map((query) => Array.from({{length: repeats}}, () => {{
    const started = performance.now();
    search(index, query);
    return performance.now() - started;
  }}));
}}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing: figures are printed."""


def print_search(public: Path) -> None:
    """Prints the median and the longest answer to queries of the tables, and to nonsense.

    Args:
        public: the folder of the real site, published at the root of its host.
    """
    asked = [query for name in ("from-the-site", "by-hand") for query in table(name)]
    print("\nms in Chromium for a query        of the tables     of nonsense    (median, worst)")
    with _served(public) as address, chromium() as browser:
        for language, slug in PAGES.items():
            page = browser.new_page()
            page.goto(f"{address}{language}/{slug}/")
            figures = ""
            for queries in ([q.query for q in asked if q.language == language], [*NONSENSE]):
                times = page.evaluate(_TIMES, [queries, REPEATS])
                medians = [statistics.median(of_query) for of_query in times]
                worst = max(map(max, times))
                figures += f"{statistics.median(medians):12.1f}{worst:8.1f}"
            print(f"{language:<24}{figures}")


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
