"""The guides for editors: everything that they say to type is typed, and every file written."""

import re
import shutil
from collections.abc import Sequence
from difflib import ndiff
from pathlib import Path

import pytest
import yaml

from builder.build import build
from builder.problems.catalogues import CATALOGUES
from builder.project import Project
from tests.editing import LOCALES, Block, Task, Terminal, changed, guide, origin, shows, tasks

GUIDES = {language: tasks(language) for language in LOCALES}
FIRST, *OTHERS = LOCALES
STEPS = [
    pytest.param(language, task, id=f"{language}-{task.id}")
    for language, sections in GUIDES.items()
    for task in sections
]
START = "start"
"""The section that begins with nothing; each other one begins with the site as it was cloned."""

CHECK = ".venv/bin/python -m builder check"
CODE = re.compile(r"\w+\[([a-z-]+)\]:")


@pytest.fixture(scope="module")
def cloned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A repository of the site, and a copy that was cloned from it."""
    folder = tmp_path_factory.mktemp("editing")
    address = origin(folder)
    terminal = Terminal(folder, FIRST, address)
    terminal.follow(GUIDES[FIRST][0].blocks[0])
    return address, terminal.folder


@pytest.mark.parametrize(("language", "task"), STEPS)
def test_a_task_can_be_done_as_the_guide_says(
    language: str, task: Task, cloned: tuple[Path, Path], tmp_path: Path
) -> None:
    address, site = cloned
    if task.id == START:
        address = Path(shutil.copytree(address, tmp_path / "origin.git"))
        folder = tmp_path / "work"
        folder.mkdir()
    else:
        folder = Path(shutil.copytree(site, tmp_path / "sapar"))
    terminal = Terminal(folder, language, address)

    for block in task.blocks:
        terminal.follow(block)


def prose(language: str) -> str:
    """A guide without its blocks."""
    return re.sub(r"(?ms)^```.*?^```$", "", guide(language).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LOCALES)
def test_a_guide_has_ten_tasks_or_more_and_lists_them_all(language: str) -> None:
    text = guide(language).read_text(encoding="utf-8")
    listed = re.findall(r"^\d+\. \[(.+)\]\(#(.+)\)$", text, re.MULTILINE)

    assert len(GUIDES[language]) > 10
    assert listed == [(re.sub(r"^\d+\. ", "", task.title), task.id) for task in GUIDES[language]]
    assert [int(task.title.split(".")[0]) for task in GUIDES[language]] == list(
        range(1, len(listed) + 1)
    )
    assert re.findall(r"(?m)^## (.+)$", prose(language)) == [
        task.title for task in GUIDES[language]
    ]


@pytest.mark.parametrize("other", OTHERS)
def test_the_guides_have_the_same_tasks_with_the_same_snippets(other: str) -> None:
    assert [task.id for task in GUIDES[FIRST]] == [task.id for task in GUIDES[other]]
    for here, there in zip(GUIDES[FIRST], GUIDES[other], strict=True):
        ours, theirs = outline(here.blocks), outline(there.blocks)
        assert ours == theirs, "\n".join(ndiff(ours, theirs))


def outline(blocks: Sequence[Block]) -> list[str]:
    """What a block does, without what may differ: comments, and the words of what is printed."""
    return [f"{b.kind} {b.file} {b.mode}: {_without_prose(b)}" for b in blocks]


def _without_prose(block: Block) -> object:
    match block.kind:
        case "yaml":
            return yaml.load(block.body, yaml.BaseLoader)  # noqa: S506 (text, lists and maps only)
        case "text":
            return [CODE.findall(line) for line in block.body.splitlines()]
        case _:
            return block.body


@pytest.mark.parametrize("language", LOCALES)
def test_every_block_is_of_a_known_kind_and_the_prose_before_it_names_its_file(
    language: str,
) -> None:
    for task in GUIDES[language]:
        for number, block in enumerate(task.blocks):
            assert (block.kind, block.mode) in {
                ("sh", ""),
                ("sh", "fails"),
                ("text", ""),
                ("yaml", ""),
                ("yaml", "+"),
                ("markdown", "+"),
                ("diff", ""),
            }, (task.id, block)
            near = "".join(each.before for each in task.blocks[max(0, number - 1) : number + 1])
            assert f"`{block.file}`" in near or not block.file, (task.id, block.file, near)
            assert task.blocks[number - 1].kind == "sh" or block.kind != "text", (task.id, block)


@pytest.mark.parametrize(("language", "task"), STEPS)
def test_every_task_shows_a_mistake_with_its_real_message(language: str, task: Task) -> None:
    codes = [
        code for block in task.blocks if block.kind == "text" for code in CODE.findall(block.body)
    ]

    assert codes
    assert all(code in CATALOGUES[language].sentences for code in codes)


@pytest.mark.parametrize(("language", "task"), STEPS)
def test_every_file_that_is_written_is_checked_after(language: str, task: Task) -> None:
    typed = [number for number, b in enumerate(task.blocks) if b.kind == "sh" and CHECK in b.body]
    written = [number for number, b in enumerate(task.blocks) if b.kind in {"yaml", "markdown"}]

    assert all(number < typed[-1] for number in written), language


@pytest.mark.parametrize("language", LOCALES)
def test_every_link_leads_somewhere(language: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", prose(language))

    assert links
    for link in links:
        file, _, fragment = link.partition("#")
        target = guide(language).parent / file if file else guide(language)
        assert target.is_file(), link
        assert not fragment or f'<a id="{fragment}">' in target.read_text(encoding="utf-8"), link


def test_an_old_address_leads_on_after_the_task_that_says_so(
    cloned: tuple[Path, Path], tmp_path: Path
) -> None:
    site = Path(shutil.copytree(cloned[1], tmp_path / "sapar"))
    terminal = Terminal(site, FIRST, cloned[0])
    (task,) = (task for task in GUIDES[FIRST] if task.id == "rename")
    for block in task.blocks[:3]:
        terminal.follow(block)

    made = {artifact.path: artifact for artifact in build(Project(site)).artifacts}

    old, new = "en/quotes/mutual-trade/index.html", "en/quotes/volume-of-trade/index.html"
    assert b"/en/quotes/volume-of-trade/" in made[old].body
    assert new in made


def test_a_difference_fits_at_one_place_only() -> None:
    assert changed("a\nb\nc\n", " a\n-b\n+d\n") == "a\nd\nc\n"
    with pytest.raises(AssertionError, match="0 times"):
        changed("a\n", "-b\n")
    with pytest.raises(AssertionError, match="2 times"):
        changed("a\na\n", "-a\n")


def test_what_is_shown_must_have_been_printed_as_it_stands() -> None:
    assert shows("one\ntwo 12\nthree\n", "two …\nthree\n")
    assert not shows("one\ntwo\nthree\n", "one\nthree\n")
    assert not shows("one and more\n", "one\n")


def test_only_in_files_that_the_guide_wrote_must_a_place_be_exact() -> None:
    printed = "a.yaml:12:3: error[x]: y\n   12 | z\n"

    assert shows(printed, "a.yaml:9:8: error[x]: y\n    9 | z\n")
    assert not shows(printed, "a.yaml:9:8: error[x]: y\n    9 | z\n", {"a.yaml"})
    assert not shows(printed, "b.yaml:12:3: error[x]: y\n")
