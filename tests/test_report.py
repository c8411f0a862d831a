"""How problems are printed: with their lines, for programs, for GitHub, in whose language."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small_site import broken_site, small_site

ROOT = Path(__file__).parent.parent
NO_LOCALE = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}


def check(
    *arguments: str | Path, cwd: Path = ROOT, env: dict[str, str] = NO_LOCALE
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "builder", "check", *map(str, arguments)],
        check=False,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | env,
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return broken_site("misspelt-key", tmp_path / "site")


def test_the_line_is_shown_between_what_is_wrong_and_what_to_do(broken: Path) -> None:
    assert check("--site", broken).stderr == (
        "content/people/guest.yaml:3:1: error[unknown-key]: the key ofice is not known here\n"
        "    3 | ofice: {kk: Қонақ елдің басшысы, en: Head of the guest country}\n"
        "      | ^\n"
        "  hint: did you mean office?\n"
        "errors: 1, warnings: 0\n"
    )


def test_the_same_in_kazakh(broken: Path) -> None:
    assert check("--site", broken, "--lang", "kk").stderr == (
        "content/people/guest.yaml:3:1: қате[unknown-key]: мұнда `ofice` деген кілт болмайды\n"
        "    3 | ofice: {kk: Қонақ елдің басшысы, en: Head of the guest country}\n"
        "      | ^\n"
        "  кеңес: дұрысы `office` емес пе?\n"
        "1 қате, 0 ескерту\n"
    )


def test_a_problem_of_a_whole_file_or_of_no_text_shows_no_line(tmp_path: Path) -> None:
    whole = check("--site", broken_site("missing-visit", tmp_path / "whole"))
    no_text = check("--site", broken_site("latin-1", tmp_path / "no-text"))

    assert " | " not in whole.stderr + no_text.stderr
    assert "missing-file" in whole.stderr
    assert "not-utf-8" in no_text.stderr


@pytest.mark.parametrize(
    ("locale", "word"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "қате"),
        ({"LANG": "en_GB.UTF-8"}, "error"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "kk_KZ.UTF-8"}, "қате"),
        ({"LANG": "kk_KZ.UTF-8", "LC_MESSAGES": "kk_KZ.UTF-8", "LC_ALL": "C"}, "error"),
        ({"LANG": "ja_JP.UTF-8"}, "error"),
        ({}, "error"),
    ],
)
def test_the_terminals_locale_chooses_the_language(
    locale: dict[str, str], word: str, broken: Path
) -> None:
    """The first of LC_ALL, LC_MESSAGES and LANG that is not empty, as POSIX orders them."""
    assert f": {word}[" in check("--site", broken, env=NO_LOCALE | locale).stderr


def test_an_option_is_stronger_than_the_locale(broken: Path) -> None:
    run = check("--site", broken, "--lang", "en", env={"LC_ALL": "kk_KZ.UTF-8"})

    assert ": error[" in run.stderr


@pytest.mark.parametrize("language", ["kz", "", "kk_KZ"])
def test_a_language_there_is_not_is_wrong_usage_with_those_there_are(language: str) -> None:
    run = check("--lang", language)

    assert run.returncode == 2
    assert f"{language!r} is not one of en, kk" in run.stderr


def test_what_went_well_is_said_in_the_language_too(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    assert check("--site", site, "--lang", "kk").stdout == (
        "құрастыруға кедергі болатын қате жоқ\n"
    )


def test_json_has_the_keys_that_are_promised(broken: Path) -> None:
    run = check("--site", broken, "--format", "json")

    assert json.loads(run.stdout) == [
        {
            "file": "content/people/guest.yaml",
            "line": 3,
            "column": 1,
            "severity": "error",
            "code": "unknown-key",
            "message": "the key ofice is not known here",
            "hint": "did you mean office?",
        }
    ]
    assert run.stderr == ""


def test_json_says_only_its_sentences_in_the_language(broken: Path) -> None:
    (english,) = json.loads(check("--site", broken, "--format", "json").stdout)
    (kazakh,) = json.loads(check("--site", broken, "--format", "json", "--lang", "kk").stdout)

    differing = {key for key in english if english[key] != kazakh[key]}
    assert english.keys() == kazakh.keys()
    assert differing == {"message", "hint"}


def test_json_of_a_good_site_is_an_empty_list(tmp_path: Path) -> None:
    run = check("--site", small_site(tmp_path / "site"), "--format", "json")

    assert (json.loads(run.stdout), run.returncode) == ([], 0)


def annotated(stderr: str) -> list[tuple[str, int]]:
    """The file and line of each annotation, as GitHub reads them."""
    found = re.findall(r"^::(?:error|warning) file=([^,]*),line=(\d+),", stderr, re.MULTILINE)
    return [(file.replace("%2C", ",").replace("%3A", ":"), int(line)) for file, line in found]


@pytest.mark.parametrize("folder", ["site2", "visits/2016, Tokyo"])
@pytest.mark.parametrize("form", ["relative", "absolute"])
def test_annotations_of_a_site_in_a_subfolder_land_on_its_files(
    folder: str, form: str, tmp_path: Path
) -> None:
    site = tmp_path / folder
    site.parent.mkdir(exist_ok=True)
    broken_site("misspelt-key", site)
    given = site if form == "absolute" else Path(folder)

    run = check("--site", given, "--format", "github", cwd=tmp_path)

    ((file, line),) = annotated(run.stderr)
    assert file == f"{folder}/content/people/guest.yaml"
    assert (tmp_path / file).read_text(encoding="utf-8").splitlines()[line - 1][:6] == "ofice:"


def test_annotations_of_a_site_right_here_name_its_files(broken: Path) -> None:
    run = check("--format", "github", cwd=broken)

    assert annotated(run.stderr) == [("content/people/guest.yaml", 3)]


def test_annotations_of_a_site_elsewhere_name_its_files_in_full(
    broken: Path, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()

    run = check("--site", "../site", "--format", "github", cwd=tmp_path / "here")

    ((file, _),) = annotated(run.stderr)
    assert Path(file).is_absolute()
    assert Path(file).samefile(broken / "content/people/guest.yaml")


def test_an_annotation_says_both_what_is_wrong_and_what_to_do(broken: Path) -> None:
    assert check("--site", broken, "--format", "github", cwd=broken).stderr == (
        "::error file=content/people/guest.yaml,line=3,col=1,title=unknown-key::"
        "the key ofice is not known here (did you mean office?)\n"
    )
