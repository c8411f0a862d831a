"""Pages are kept as they were rendered, and are just what rendering them anew gives."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from builder.build import Built, build, plan
from builder.cache import Cache
from builder.language import LANGUAGES
from builder.project import Project
from builder.site import kept
from builder.site.artifacts import Artifact
from builder.site.kept import KeptPages
from builder.site.page import Page
from tests.small_site import ROOT, small_site

LOOKS = {"kk": ("templates", {"css/site.css": "a"}), "en": ("templates", {"css/site.css": "a"})}

UNKNOWN = """
import sys
from pathlib import Path
from builder.build import plan
from builder.cache import Cache
from builder.project import Project
from builder.site.kept import KeptPages
project = Project(Path(sys.argv[1]), cache=Cache(Path(sys.argv[2])))
blueprint = plan(project).blueprint
kept = KeptPages(project.cache, {code: blueprint.look_of(code) for code in blueprint.environments})
print(*(path for path, make in blueprint.pages.items() if kept.body(make()) is None))
"""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    built = build(Project(small_site(tmp_path_factory.mktemp("kept") / "site")))
    return next(made.page for made in built.artifacts if made.page and made.page.key)


def bodies(built: Built) -> dict[str, bytes]:
    assert built.is_good, built.problems
    return {made.path: made.body for made in built.artifacts}


def unknown(site: Path, cache: Cache, seed: int) -> str:
    """The pages that a process of its own would have to render, under a seed for its hashes."""
    command = [sys.executable, "-c", UNKNOWN, str(site), str(cache.folder)]
    made = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


def test_no_page_of_the_real_site_is_rendered_again(cache: Cache) -> None:
    project = Project(ROOT, cache=cache)
    first, second = bodies(build(project)), bodies(build(project))

    assert unknown(ROOT, cache, 1) == unknown(ROOT, cache, 2) == ""
    assert second == first == bodies(build(Project(ROOT)))


def edited(file: str, pattern: str, text: str) -> Callable[[Path], None]:
    def edit(site: Path) -> None:
        path = site / file
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((ROOT / file).read_bytes())
        before = path.read_text(encoding="utf-8")
        after, count = re.subn(pattern, text, before, count=1, flags=re.MULTILINE)
        assert count
        path.write_text(after, encoding="utf-8")

    return edit


def test_a_file_that_a_template_includes_is_looked_at_too(tmp_path: Path, cache: Cache) -> None:
    site = small_site(tmp_path / "site")
    edited("templates/components/footer.html", r"<footer", "{% include 'year.txt' %}<footer")(site)
    (site / "templates/year.txt").write_text("2016")
    before = bodies(build(Project(site, cache=cache)))
    (site / "templates/year.txt").write_text("2017")

    after = bodies(build(Project(site, cache=cache)))

    assert after != before
    assert after == bodies(build(Project(site)))


def test_a_name_that_is_no_text_is_told_as_ever(tmp_path: Path, cache: Cache) -> None:
    site = small_site(tmp_path / "site")
    (site / "static").mkdir()
    Path(os.fsdecode(bytes(site / "static") + b"/\xff.png")).write_bytes(b"")

    problems = [build(Project(site, cache=cache)).problems for _ in range(2)]

    assert [[problem.code for problem in told] for told in problems] == [["output-path-unsafe"]] * 2


@pytest.mark.parametrize(
    "edit",
    [
        edited("content/visit.yaml", r"^summary:\n  kk: (.*)\n  en: ", r"\g<0>Anew, "),
        edited("content/strings/en.yaml", r"^(skip-to-content: ).*", r"\1Go on"),
        edited("content/strings/kk.yaml", r"^(skip-to-content: ).*", r"\1Ары қарай"),
        edited("templates/components/footer.html", r"<footer", '<footer class="other"'),
        edited("static/css/tokens.css", r"\A", ".anew { color: red; }\n"),
        edited("site.yaml", r"^(address: ).*", r"\1https://elsewhere.example/sub/"),
    ],
    ids=["text", "word", "word in the other language", "template", "style", "address"],
)
def test_what_has_changed_is_rendered(
    tmp_path: Path, cache: Cache, edit: Callable[[Path], None]
) -> None:
    site = small_site(tmp_path / "site")
    before = bodies(build(Project(site, cache=cache)))
    edit(site)

    after = bodies(build(Project(site, cache=cache)))

    assert after == bodies(build(Project(site)))
    assert after != before


def test_markup_is_not_the_text_it_is_made_of(cache: Cache, page: Page) -> None:
    text, markup = (replace(page, context={"x": x}) for x in ("<b>", Markup("<b>")))
    KeptPages(cache, LOOKS).keep([Artifact(page.path, b"escaped", text)])

    assert KeptPages(cache, LOOKS).body(text) == b"escaped"
    assert KeptPages(cache, LOOKS).body(markup) is None


@pytest.mark.parametrize(
    "change",
    [
        {"context": {"x": 2}},
        {"template": "pages/other.html"},
        {"anchors": {"/en/": "home"}},
        {"language": "kk"},
        {"view": "of a page with another title"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_each_part_of_a_page_tells(cache: Cache, page: Page, change: dict[str, object]) -> None:
    if "view" in change:
        change = {"view": replace(page.view, title=str(change["view"]))}
    known = replace(page, context={"x": 1}, language="en")
    looks = {**LOOKS, "kk": ("other", {})}
    KeptPages(cache, looks).keep([Artifact(page.path, b"made", known)])

    assert KeptPages(cache, looks).body(known) == b"made"
    assert KeptPages(cache, looks).body(replace(known, **change)) is None


def test_what_all_pages_of_a_language_share_tells_its_sites_apart(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    english = replace(LANGUAGES["en"], quotation_marks=("‘", "’", "“", "”"))
    projects = (
        Project(site),
        Project(site, base_url="https://sapar.example/sub/"),
        Project(site, languages={**LANGUAGES, "en": english}),
    )

    looks = [
        planned.blueprint.look_of("en")
        for project in projects
        if (planned := plan(project)).blueprint
    ]

    assert len(looks) == 3
    assert all(one != other for one, other in combinations(looks, 2))


def test_pages_are_found_only_by_the_code_that_made_them(
    tmp_path: Path, cache: Cache, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    KeptPages(cache, LOOKS).keep([Artifact(page.path, b"made", page)])
    code = tmp_path / "code" / "views"
    code.mkdir(parents=True)
    (code / "quotes.py").write_text("")
    monkeypatch.setattr(kept, "_CODE", (*kept._CODE, tmp_path / "code"))

    assert KeptPages(cache, LOOKS).body(page) is None


def test_what_is_the_same_is_not_written_again(cache: Cache, page: Page) -> None:
    assert cache.folder
    made = [Artifact(page.path, b"made", page)]
    KeptPages(cache, LOOKS).keep(made)
    (entry,) = cache.folder.iterdir()
    before = entry.stat().st_ino, entry.stat().st_mtime_ns

    KeptPages(cache, LOOKS).keep(made)

    assert (entry.stat().st_ino, entry.stat().st_mtime_ns) == before


def test_a_value_of_which_nobody_knows_what_it_says_is_refused(cache: Cache, page: Page) -> None:
    with pytest.raises(TypeError, match="object"):
        KeptPages(cache, LOOKS).keep(
            [Artifact(page.path, b"made", replace(page, context={"x": object()}))]
        )


def test_a_page_that_has_gone_is_kept_no_longer(cache: Cache, page: Page) -> None:
    other = replace(page, path="other", context={"x": 1})
    both = [Artifact(page.path, b"made", page), Artifact("other", b"other", other)]
    KeptPages(cache, LOOKS).keep(both)
    KeptPages(cache, LOOKS).keep(both[:1])

    assert KeptPages(cache, LOOKS).body(page) == b"made"
    assert KeptPages(cache, LOOKS).body(other) is None


def test_more_than_a_process_should_hold_is_not_kept(cache: Cache, page: Page) -> None:
    KeptPages(cache, LOOKS, most=3).keep([Artifact(page.path, b"made", page)])
    assert KeptPages(cache, LOOKS).body(page) is None

    KeptPages(cache, LOOKS, most=4).keep([Artifact(page.path, b"made", page)])
    assert KeptPages(cache, LOOKS).body(page) == b"made"

    KeptPages(cache, LOOKS, most=4).keep([Artifact(page.path, b"grown", page)])
    KeptPages(cache, LOOKS, most=4).keep([Artifact(page.path, b"grown", page)])
    assert KeptPages(cache, LOOKS).body(page) is None
