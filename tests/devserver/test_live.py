"""The live site as its files change: always what a build would give, made again only in part."""

import random
import shutil
from pathlib import Path

import pytest

from builder.build import build
from builder.cache import Cache
from builder.devserver.live import Live, News
from builder.problems import Problem, in_order
from builder.project import Project
from builder.site.artifacts import Artifact
from tests.small_site import ROOT, broken_site, small_site

QUOTE = "content/quotes/trade.yaml"
TEMPLATE = "templates/pages/quote.html"
QUOTE_PAGE = "en/quotes/trade/index.html"
STYLE = "static/css/components/quote-card.css"


class Site:
    """A small site that is edited, and the live one made of it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project(
            root,
            base_url="http://127.0.0.1:8000/",
            cache=Cache(root.parent / "cache"),
            drafts=True,
        )
        self.live = Live(self.project)

    def path(self, file: str) -> Path:
        path = self.root / file
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / file).exists():
                shutil.copy(ROOT / file, path)
        return path

    def edit(self, file: str, old: str, new: str) -> News:
        path = self.path(file)
        text = path.read_text(encoding="utf-8")
        assert old in text
        return self.write(file, text.replace(old, new))

    def write(self, file: str, text: str) -> News:
        path = self.path(file)
        path.write_text(text, encoding="utf-8")
        return self.live.refresh([path])

    def delete(self, file: str) -> News:
        (self.root / file).unlink()
        return self.live.refresh([self.root / file])

    def text(self, path: str) -> str:
        artifact = self.live.artifact(path)
        assert artifact is not None, path
        return artifact.body.decode()

    def pages(self) -> dict[str, Artifact]:
        """Every page, each rendered by now."""
        planned = self.live.planned.blueprint
        assert planned is not None
        artifacts = {path: self.live.artifact(path) for path in planned.pages}
        return {path: artifact for path, artifact in artifacts.items() if artifact is not None}

    def examine(self) -> tuple[Problem, ...]:
        for _ in self.live.examine():
            pass
        self.live.tell(self.live.planned, self.live.planned.rest())
        return self.live.problems


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = Site(small_site(tmp_path / "site"))
    assert made.live.refresh().is_good
    return made


def anew(before: dict[str, Artifact], after: dict[str, Artifact]) -> set[str]:
    """The pages that were rendered again."""
    return {path for path, artifact in after.items() if before.get(path) is not artifact}


def test_the_site_is_what_a_build_gives(site: Site) -> None:
    built = build(site.project)

    assert built.is_good
    for artifact in built.artifacts:
        assert site.live.artifact(artifact.path) == artifact


def test_where_nothing_has_changed_there_is_no_news(site: Site) -> None:
    before = site.pages()

    news = site.live.refresh()

    assert (news.build, news.is_new, news.is_good) == (1, False, True)
    assert anew(before, site.pages()) == set()


def test_a_file_that_was_saved_as_it_was_renders_nothing_again(site: Site) -> None:
    before = site.pages()

    news = site.write(QUOTE, site.path(QUOTE).read_text(encoding="utf-8"))

    assert news.build == 2
    assert anew(before, site.pages()) == set()


def test_only_what_shows_a_record_is_rendered_again(site: Site) -> None:
    before = site.pages()

    site.edit("content/agreements/memorandum.yaml", "order: 2", "order: 3  # the same place")

    assert anew(before, site.pages()) == set()

    news = site.edit(QUOTE, "en: Trade", "en: Exchange")

    changed = anew(before, site.pages())
    assert news.is_new
    assert QUOTE_PAGE in changed
    assert "en/agreements/memorandum/index.html" not in changed
    assert "kk/kelisimder/index.html" not in changed
    assert len(changed) < len(before) / 2
    assert "Exchange" in site.text(QUOTE_PAGE)


def test_words_of_one_language_leave_the_pages_of_the_other_as_they_are(site: Site) -> None:
    before = site.pages()
    strings = site.root / "content/strings/en.yaml"
    line = next(line for line in strings.read_text(encoding="utf-8").splitlines() if "skip" in line)

    site.edit("content/strings/en.yaml", line, f"{line} now")

    changed = anew(before, site.pages())
    assert all(path.startswith("en/") or "/" not in path for path in changed)
    assert QUOTE_PAGE in changed


def test_a_template_of_the_sites_own_hides_that_of_sapar_and_leaves_it_again(site: Site) -> None:
    before = site.text(QUOTE_PAGE)

    assert site.edit(TEMPLATE, "{% block content %}", "{% block content %}<p>Marked</p>").is_good
    assert "<p>Marked</p>" in site.text(QUOTE_PAGE)

    assert site.delete(TEMPLATE).is_new
    assert site.text(QUOTE_PAGE) == before


def test_what_a_template_includes_shows_when_it_changes(site: Site) -> None:
    site.edit(TEMPLATE, "{% block content %}", "{% block content %}{% include 'motto.txt' %}")
    for motto in ("One motto", "Another motto"):
        (site.root / "templates/motto.txt").write_text(motto)

        assert site.live.refresh([site.root / "templates/motto.txt"]).is_new
        assert motto in site.text(QUOTE_PAGE)


def test_broken_yaml_keeps_the_last_good_site_and_tells(site: Site) -> None:
    before = site.text(QUOTE_PAGE)

    news = site.edit(QUOTE, "speaker:", "speaker: [")

    assert (news.is_new, news.is_good) == (True, False)
    assert {problem.place.file for problem in site.live.problems} == {QUOTE}
    assert site.text(QUOTE_PAGE) == before

    news = site.edit(QUOTE, "speaker: [", "speaker:")

    assert (news.is_new, news.is_good) == (True, True)
    assert site.live.problems == ()
    assert site.text(QUOTE_PAGE) == before


def test_a_page_that_was_never_asked_for_is_there_while_the_site_is_broken(site: Site) -> None:
    site.edit(QUOTE, "speaker:", "speaker: [")

    assert "<h1" in site.text("en/agreements/memorandum/index.html")


def test_a_site_that_is_broken_at_first_has_problems_and_no_page(tmp_path: Path) -> None:
    site = Site(broken_site("broken-site-file", tmp_path / "site"))

    news = site.live.refresh()

    assert (news.build, news.is_new, news.is_good) == (1, True, False)
    assert site.live.artifact("en/index.html") is None
    assert site.live.problems == build(site.project).problems
    other = small_site(tmp_path / "other")
    shutil.copytree(other, site.root, dirs_exist_ok=True)

    assert site.live.refresh([site.root / "site.yaml"]).is_good
    assert "<h1" in site.text("en/index.html")


@pytest.mark.parametrize("file", ["site.yaml", "content/visit.yaml", "content/strings/kk.yaml"])
def test_a_file_the_site_cannot_do_without_may_go_and_come_back(site: Site, file: str) -> None:
    text, before = (site.root / file).read_text(encoding="utf-8"), site.pages()

    assert not site.delete(file).is_good
    assert site.live.problems
    assert site.text(QUOTE_PAGE)
    assert site.write(file, text).is_good
    assert site.live.problems == ()
    assert anew(before, site.pages()) == set()


def test_a_template_that_fails_shows_the_page_as_it_was_and_tells_once(site: Site) -> None:
    before = site.pages()

    site.edit(TEMPLATE, "{% block content %}", "{% block content %}{{ nobody.knows }}")

    for _ in range(2):
        assert site.live.artifact(QUOTE_PAGE) is before[QUOTE_PAGE]
        assert site.live.artifact("en/quotes/friendship/index.html") is not None
        (problem,) = site.live.problems
        assert problem.code == "template-failed"
        assert problem.place.file == TEMPLATE
    assert site.examine() == build(site.project).problems

    site.edit(TEMPLATE, "{{ nobody.knows }}", "")

    assert site.live.problems == ()
    assert site.examine() == ()


def test_a_template_that_fails_before_any_page_was_made_gives_no_page(tmp_path: Path) -> None:
    site = Site(broken_site("undefined-variable", tmp_path / "site"))
    site.live.refresh()

    paths = list(site.live.planned.blueprint.pages) if site.live.planned.blueprint else []
    shown = [path for path in paths if site.live.artifact(path)]

    assert len(shown) < len(paths)
    assert site.live.problems == build(site.project).problems


def test_a_picture_that_cannot_be_made_takes_no_page_away(tmp_path: Path) -> None:
    site = Site(broken_site("picture-cut-off", tmp_path / "site"))
    site.live.refresh()

    assert site.live.artifact("assets/pictures/none.webp") is None
    assert {problem.code for problem in site.live.problems} == {"picture-unreadable"}
    assert "<h1" in site.text("en/index.html")
    assert site.examine() == build(site.project).problems


def test_a_file_that_has_no_business_there_is_told_and_then_forgotten(site: Site) -> None:
    assert site.write("content/notes.bin", "?").is_new
    assert [problem.code for problem in site.live.problems] == ["unknown-file"]
    assert site.delete("content/notes.bin").is_new
    assert site.live.problems == ()


def test_a_record_that_is_renamed_is_at_its_new_address_only(site: Site) -> None:
    for path in ("content/events/return-visit.yaml", "content/quotes/trade.yaml"):
        (site.root / path).rename((site.root / path).with_stem("renamed"))
    text = (site.root / "content/quotes/renamed.yaml").read_text(encoding="utf-8")
    (site.root / "content/quotes/renamed.yaml").write_text(
        text.replace("en: trade", "en: renamed"), encoding="utf-8"
    )

    site.live.refresh()

    assert_same_as_built(site)


def test_a_new_folder_and_all_in_it_is_read_at_once(site: Site) -> None:
    """Nothing but the name of the folder is told: what came before it was watched is not."""
    folder = site.root / "content/people"
    shutil.move(folder, site.root.parent / "people")
    assert not site.live.refresh([folder]).is_good

    shutil.move(site.root.parent / "people", folder)

    assert site.live.refresh([folder]).is_good
    assert_same_as_built(site)


def test_settings_are_as_site_yaml_stands(site: Site) -> None:
    pages = site.pages()
    text = site.root.joinpath("site.yaml").read_text(encoding="utf-8")
    assert "languages: [kk, en]" in text

    assert site.edit("site.yaml", "languages: [kk, en]", "languages: [en, kk]").is_good
    assert_same_as_built(site)
    site.edit("site.yaml", "languages: [en, kk]", "languages: [en]")
    assert site.live.problems == in_order(build(site.project).problems)
    assert site.write("site.yaml", text).is_good
    assert_same_as_built(site)
    assert site.pages() == pages


def test_a_stylesheet_alone_is_told_as_such(site: Site) -> None:
    news = site.edit(STYLE, "{", "{--marked:1;")

    assert news.stylesheet is not None
    assert news.stylesheet in site.text(QUOTE_PAGE)
    assert "--marked:1" in site.text(news.stylesheet.removeprefix("/"))


def test_a_stylesheet_with_anything_else_is_not(site: Site) -> None:
    script = "static/js/search.js"
    assert site.write(script, "// nothing\n").stylesheet is None
    site.path(STYLE).write_text(".quote { color: red }\n", encoding="utf-8")
    site.path(QUOTE).write_text(
        site.path(QUOTE).read_text(encoding="utf-8").replace("en: Trade", "en: Exchange"),
        encoding="utf-8",
    )

    news = site.live.refresh([site.path(STYLE)])

    assert news.stylesheet is None, "the record that nobody has told of yet has changed too"
    assert "Exchange" in site.text(QUOTE_PAGE)

    site.path(STYLE).write_text(".quote { color: green }\n", encoding="utf-8")
    (site.root / "content/events/return-visit.yaml").unlink()

    assert site.live.refresh([site.path(STYLE)]).stylesheet is None


def test_a_stylesheet_that_mends_the_site_is_not_either(site: Site) -> None:
    """What is wrong is shown over the page, which a new stylesheet would not take away."""
    main = site.path("static/css/main.css")
    text = main.read_text(encoding="utf-8")
    assert not site.write("static/css/main.css", f'@import "nothing.css";\n{text}').is_good

    news = site.write("static/css/main.css", text)

    assert news.is_good
    assert news.stylesheet is None


def test_a_page_finds_all_that_it_loads_after_the_next_save(site: Site) -> None:
    """A page and its assets are of one state, even if a save comes between the two."""
    page = site.text(QUOTE_PAGE)
    names = {name.split('"')[0] for name in page.split('="/')[1:] if name.startswith("assets/")}
    assert names
    bodies = {name: site.live.artifact(name) for name in names}
    assert all(bodies.values())

    site.edit(STYLE, "{", "{--marked:1;")

    assert {name: site.live.artifact(name) for name in names} == bodies
    assert any(name not in site.text(QUOTE_PAGE) for name in names)


@pytest.mark.parametrize(
    "case",
    [
        "bad-reference",
        "checksum-differs",
        "draft-quote",
        "missing-string",
        "picture-cut-off",
        "several-problems",
        "structure-differs",
        "template-missing",
        "template-syntax",
        "undefined-variable",
        "unknown-file",
        "unused-string",
        "latin-1-template",
        "missing-stylesheet",
        "nested-brackets",
        "pipe",
    ],
)
def test_what_is_wrong_is_what_a_build_says_and_goes_when_it_is_mended(
    case: str, tmp_path: Path
) -> None:
    good = Site(small_site(tmp_path / "site"))
    good.live.refresh()
    good.examine()
    shutil.rmtree(good.root)
    broken_site(case, good.root)

    good.live.refresh()

    assert good.examine() == build(good.project).problems
    shutil.rmtree(good.root)
    small_site(good.root)
    assert good.live.refresh().is_good
    assert good.examine() == ()
    assert_same_as_built(good)


def test_defects_of_pages_are_found_as_a_build_finds_them(site: Site) -> None:
    defects = '<img src="/nothing.png"><a href="/nowhere/">x</a><h4 id="main">y</h4>'
    site.edit(TEMPLATE, "{% block content %}", "{% block content %}" + defects)
    built = build(site.project)
    assert len({problem.code for problem in built.problems}) > 2

    assert site.live.problems == ()
    assert site.examine() == built.problems


def test_an_examination_that_was_overtaken_says_nothing(site: Site) -> None:
    site.edit(TEMPLATE, "{% block content %}", "{% block content %}<img>")
    steps = site.live.examine()
    next(steps)
    site.edit(TEMPLATE, "<img>", "")

    for _ in steps:
        pass

    assert site.live.problems == ()


def assert_same_as_built(site: Site) -> None:
    """What is served is byte for byte what a fresh build gives; problems are the same."""
    built = build(site.project)
    assert site.examine() == built.problems
    for artifact in built.artifacts:
        served = site.live.artifact(artifact.path)
        assert served is not None, artifact.path
        assert served.body == artifact.body, artifact.path
    blueprint = site.live.planned.blueprint
    if built.is_good and blueprint:
        paths = {*blueprint.pages, *(file.path for file in blueprint.files())}
        assert paths == {artifact.path for artifact in built.artifacts}


def edited(chance: random.Random, text: str) -> str:
    """A text with one line longer, changed in a letter, twice there, or gone."""
    lines = text.splitlines(keepends=True)
    number = chance.randrange(len(lines))
    line = lines[number]
    longer = line.rstrip("\n") + chance.choice((" more", " өзге", " seven")) + "\n"
    ways = (longer, longer, longer, line.replace("а", "аа", 1), line.replace("e", "ee", 1))
    lines[number] = chance.choice((*ways, line * 2, ""))
    return "".join(lines)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_site_is_what_a_fresh_build_gives(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    site = Site(small_site(tmp_path / "site"))
    for own in (TEMPLATE, STYLE):
        site.path(own)
    site.live.refresh()
    suffixes = (".yaml", ".md", ".css", ".html")
    files = sorted(path for path in site.root.rglob("*") if path.suffix in suffixes)
    former: dict[Path, str] = {}
    seen = set()
    for _ in range(40):
        file = chance.choice(files)
        text = file.read_text(encoding="utf-8")
        former.setdefault(file, text)
        file.write_text(edited(chance, text) or "#", encoding="utf-8")
        news = site.live.refresh([file] if chance.random() < 0.8 else [])
        seen.add(news.is_good)
        if chance.random() < 0.3:
            site.live.artifact(QUOTE_PAGE)
        if chance.random() < 0.1:
            assert_same_as_built(site)
        if news.is_good:
            former.clear()
        elif chance.random() < 0.6:
            for path, known in former.items():
                path.write_text(known, encoding="utf-8")
            assert site.live.refresh(former.keys()).is_good
            former.clear()
    assert seen == {True, False}
    assert_same_as_built(site)


def test_a_path_that_nothing_is_at_takes_no_page_to_be_made(site: Site) -> None:
    planned = site.live.planned.blueprint
    assert planned is not None

    for path in ("favicon.ico", "nothing", "en/nothing/index.html", "assets/nothing.css"):
        assert site.live.artifact(path) is None

    assert "_of_pages" not in vars(planned)  # what lists all of them
    assert site.live.artifact("sitemap.xml") is not None
    assert "_of_pages" in vars(planned)
