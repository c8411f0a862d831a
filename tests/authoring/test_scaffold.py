"""A new site: whole, in every language there is, and good from the first moment."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.authoring.scaffold import new_site
from builder.build import build
from builder.cli import commands
from builder.content.load import load
from builder.language import LANGUAGES
from builder.problems import ProblemError
from builder.project import Project
from tests.small_site import ROOT, said


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "deep" / "site"
    new_site(folder)
    return folder


def test_a_new_site_has_no_problems_and_every_language(site: Path) -> None:
    built = build(Project(site, is_strict=True))

    assert said(built) == ""
    assert built.is_good
    assert {a.page.language for a in built.artifacts if a.page} == LANGUAGES.keys()


def test_a_new_site_has_a_record_of_every_kind_and_a_draft_of_none(site: Path) -> None:
    content = load(site).content

    assert content is not None
    kinds = {kind for kind, records in content.records.items() if records}
    assert kinds == content.records.keys() - {"figure"}
    assert not content.drafts


def test_a_new_site_has_the_words_of_the_project_help_for_editors_and_a_guide(site: Path) -> None:
    for code in LANGUAGES:
        words = f"content/strings/{code}.yaml"
        assert (site / words).read_bytes() == (ROOT / words).read_bytes()
        assert (site / f"README.{code}.md").is_file()
    assert (site / "schemas" / "quote.schema.json").is_file()
    assert (site / ".vscode" / "settings.json").is_file()
    assert "/public/" in (site / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_a_folder_with_a_name_too_long_for_the_system_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        new_site(tmp_path / ("a" * 300))

    assert [problem.code for problem in caught.value.problems] == ["not-written"]


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("Kept.", encoding="utf-8")

    with pytest.raises(ProblemError) as caught:
        new_site(tmp_path)

    assert [problem.code for problem in caught.value.problems] == ["folder-not-empty"]
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "en",
            (
                "error[folder-not-empty]: the folder holds files already, and none of them "
                "is touched\n"
                "  hint: name a folder that is empty, or that is not there yet\n"
                "errors: 1, warnings: 0\n"
            ),
        ),
        (
            "kk",
            (
                "қате[folder-not-empty]: бұл қалтада файлдар бар; олардың ешқайсысына тиген "
                "жоқпыз\n"
                "  кеңес: бос немесе әлі жоқ қалтаның атын жазыңыз\n"
                "1 қате, 0 ескерту\n"
            ),
        ),
    ],
)
def test_the_command_refuses_a_folder_that_is_not_empty(
    language: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "kept.txt").write_text("Kept.", encoding="utf-8")
    arguments = ["new", "site", str(tmp_path), "--lang", language]

    result = CliRunner(env={"LC_ALL": "C"}).invoke(commands, arguments)

    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path}: {message}"


def test_the_command_makes_a_site_and_says_what_to_do_next(tmp_path: Path) -> None:
    folder = tmp_path / "visit"

    result = CliRunner(env={"LC_ALL": "C"}).invoke(commands, ["new", "site", str(folder)])

    assert result.exit_code == 0
    assert result.stdout.endswith(f"; `serve --site {folder}` shows the site\n")
    assert (folder / "site.yaml").is_file()
