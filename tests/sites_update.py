"""Writes down anew what is told of all that is broken: `python -m tests.sites_update [CASE…]`.

Without a case it does so for every broken site, and for the defects of pages and all else in
`told/`. Read every difference before you keep it: what stands there is what an editor will read.
"""

import sys
import tempfile
from pathlib import Path

from builder.build import build
from builder.project import Project
from tests.small_site import BROKEN, EXPECTED, broken_site, cases, said
from tests.told import FOLDER, KEPT, SOURCES, kept, told


def main() -> None:
    for case in sys.argv[1:] or cases():
        with tempfile.TemporaryDirectory() as folder:
            built = build(Project(broken_site(case, Path(folder, "site"))))
            for language, name in EXPECTED.items():
                (BROKEN / case / name).write_text(said(built, language), encoding="utf-8")
    if not sys.argv[1:]:
        FOLDER.mkdir(exist_ok=True)
        for name, source in SOURCES.items():
            problems = tuple(source())
            for language in KEPT:
                kept(name, language).write_text(told(problems, language), encoding="utf-8")


if __name__ == "__main__":
    main()
