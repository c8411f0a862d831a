"""The build as a whole: the same bytes anywhere, nothing written unless all is well."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.build import build
from builder.project import Project
from tests.small_site import small_site

ROOT = Path(__file__).parent.parent


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run_build(site: Path, output: Path, **environment: str) -> None:
    paths = ["--site", str(site), "--output", str(output)]
    command = [sys.executable, "-m", "builder", "build", *paths]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, check=True, cwd=output.parent, env=env, stdout=subprocess.DEVNULL)


def test_two_builds_of_the_real_site_under_other_settings_are_byte_identical(
    tmp_path: Path,
) -> None:
    one, two = tmp_path / "one" / "public", tmp_path / "two" / "deeper" / "out"
    for folder in (one, two):
        folder.parent.mkdir(parents=True)

    run_build(ROOT, one, TZ="Asia/Almaty", LANG="kk_KZ.UTF-8", PYTHONHASHSEED="1", HOME="/a")
    run_build(ROOT, two, TZ="America/New_York", LANG="C", LC_ALL="C", PYTHONHASHSEED="4242")

    assert len(tree(one)) > 80
    assert tree(one) == tree(two)


def test_a_site_at_another_place_in_the_file_system_gives_the_same_bytes(tmp_path: Path) -> None:
    one = build(Project(small_site(tmp_path / "one")))
    two = build(Project(small_site(tmp_path / "a" / "two")))

    assert one.problems == two.problems == ()
    assert [(a.path, a.body) for a in one.artifacts] == [(a.path, a.body) for a in two.artifacts]


def test_a_failed_build_leaves_the_published_tree_as_it_was(tmp_path: Path) -> None:
    site, output = small_site(tmp_path / "site"), tmp_path / "public"
    assert build(Project(site), output).is_good
    before = tree(output)
    (site / "content" / "visit.yaml").write_text("kind: nothing\n", encoding="utf-8")

    built = build(Project(site), output)

    assert not built.is_good
    assert built.problems
    assert tree(output) == before


def test_a_page_that_is_gone_from_the_content_is_gone_from_the_output(tmp_path: Path) -> None:
    site, output = small_site(tmp_path / "site"), tmp_path / "public"
    (site / "content" / "corrections.yaml").unlink()
    extra = site / "content" / "organisations" / "extra.yaml"
    extra.write_text(
        "kind: company\nname: {kk: Компания, en: Company}\nslug: {kk: kompaniya, en: company}\n"
        f"sources: [{min(p.stem for p in (site / 'content/sources').glob('*.yaml'))}]\n",
        encoding="utf-8",
    )
    assert build(Project(site), output).is_good
    assert list(output.rglob("company/index.html"))

    extra.unlink()
    assert build(Project(site), output).is_good
    assert not list(output.rglob("company*"))


def test_checking_writes_nothing(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    before = tree(tmp_path)

    assert build(Project(site)).is_good
    assert tree(tmp_path) == before


def test_every_link_keeps_to_a_sub_path(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    built = build(Project(site, base_url="https://host.example/visits/one"))

    assert built.problems == ()
    pages = [artifact.body.decode() for artifact in built.artifacts if artifact.page]
    links = [link for page in pages for link in re.findall(r'(?:href|src)="([^"]+)"', page)]
    local = [link for link in links if link.startswith("/")]
    assert len(local) > 100
    assert all(link.startswith("/visits/one/") for link in local)
    assert any(link.startswith("https://host.example/visits/one/") for link in links)
    sitemap = next(a.body.decode() for a in built.artifacts if a.path == "sitemap.xml")
    assert "<loc>https://host.example/visits/one/" in sitemap


@pytest.mark.parametrize("inside", ["content", "content/deep", "templates", "static"])
def test_the_output_may_not_lie_where_the_site_is_made_from(tmp_path: Path, inside: str) -> None:
    site = small_site(tmp_path / "site")
    command = [sys.executable, "-m", "builder", "build", "--output", str(site / inside)]

    run = subprocess.run(
        [*command, "--site", str(site)], check=False, cwd=ROOT, capture_output=True, text=True
    )

    assert run.returncode == 1
    assert "error[output-protected]" in run.stderr


def test_a_template_of_the_site_takes_the_place_of_the_packaged_one(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    own = site / "templates" / "pages" / "terms.html"
    own.parent.mkdir(parents=True)
    packaged = (ROOT / "templates" / "pages" / "terms.html").read_text(encoding="utf-8")
    own.write_text(packaged.replace("<h1", '<h1 id="own"', 1), encoding="utf-8")

    built = build(Project(site))

    assert built.problems == ()
    changed = [a.path for a in built.artifacts if b'id="own"' in a.body]
    assert len(changed) == 2


def test_steps_are_told_in_order(tmp_path: Path) -> None:
    steps: list[str] = []

    build(Project(small_site(tmp_path / "site")), tmp_path / "public", steps.append)

    assert steps == ["load", "check", "plan", "render", "verify", "write"]


def test_a_template_that_makes_what_no_file_can_hold_is_told(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    own = site / "templates" / "pages" / "terms.html"
    own.parent.mkdir(parents=True)
    packaged = (ROOT / "templates" / "pages" / "terms.html").read_text(encoding="utf-8")
    own.write_text(packaged.replace("<h1>", '<h1>{{ "\\ud800" }}', 1), encoding="utf-8")

    assert [problem.code for problem in build(Project(site)).problems] == ["template-failed"]


def test_a_file_whose_name_is_no_text_is_told_in_signs_that_can_be_printed(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    folder = os.fsencode(site / "content" / "quotes")
    os.close(os.open(folder + b"/caf\xe9.yaml", os.O_CREAT))

    (problem,) = build(Project(site)).problems

    assert problem.code == "unknown-file"
    assert problem.place.file == "content/quotes/caf\ufffd.yaml"


def test_hours_of_several_days_may_end_earlier_in_the_day_than_they_start(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    visit = site / "content" / "visit.yaml"
    text = visit.read_text(encoding="utf-8")
    hours = "  to: 2016-11-09\n  start: 18:00\n  end: 10:00\n"
    visit.write_text(text.replace("  to: 2016-11-09\n", hours), encoding="utf-8")

    assert hours in visit.read_text(encoding="utf-8")
    assert build(Project(site)).problems == ()


@pytest.mark.parametrize("linked", ["site.yaml", "content"])
def test_what_a_site_is_made_of_may_not_be_linked_from_elsewhere(
    tmp_path: Path, linked: str
) -> None:
    site = small_site(tmp_path / "site")
    (site / linked).rename(tmp_path / "elsewhere")
    (site / linked).symlink_to(tmp_path / "elsewhere")

    (problem,) = build(Project(site)).problems

    assert (problem.code, problem.place.file) == ("link-out-of-site", linked)
