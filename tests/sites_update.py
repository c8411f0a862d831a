"""Writes down anew what is said of each broken site: `python -m tests.sites_update [CASE…]`.

Read every difference before you keep it: what stands there is what an editor will read.
"""

import sys
import tempfile
from pathlib import Path

from builder.build import Project, build
from tests.small_site import BROKEN, EXPECTED, broken_site, cases, said


def main() -> None:
    for case in sys.argv[1:] or cases():
        with tempfile.TemporaryDirectory() as folder:
            built = build(Project(broken_site(case, Path(folder, "site"))))
            (BROKEN / case / EXPECTED).write_text(said(built), encoding="utf-8")


if __name__ == "__main__":
    main()
