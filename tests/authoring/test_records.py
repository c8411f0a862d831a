"""New records: laid out in every language, safe while half-filled, and good once filled in."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from builder.authoring.records import FOLDERS, LAYOUTS, new_record
from builder.build import build
from builder.cli import commands
from builder.content.files import RECORDS
from builder.content.typed import fields
from builder.problems import ProblemError, Severity
from builder.problems.catalogues import CATALOGUES
from builder.project import Project
from tests.small_site import said, small_site

TEXT = {"kk": "Жаңа", "en": "New"}
FILLED: dict[str, dict[str, Any]] = {
    "person": {"name": TEXT, "office": TEXT, "state": "guest-country", "sources": ["report"]},
    "organisation": {"kind": "company", "name": TEXT, "sources": ["report"]},
    "quote": {
        "form": "direct",
        "speaker": "guest",
        "source": "ministry-page",
        "original": "kk",
        "translated": {"en": "editors"},
        "topic": TEXT,
        "text": TEXT,
    },
    "agreement": {
        "kind": "contract",
        "order": "3",
        "title": TEXT,
        "short_title": TEXT,
        "parties": ["guest-country", "host-country"],
        "sources": ["report"],
    },
    "event": {"title": TEXT, "summary": TEXT, "sources": ["report"]},
    "source": {"kind": "official", "title": TEXT, "languages": ["en"]},
    "article": {"title": TEXT, "summary": TEXT},
}


def read(path: Path) -> dict[str, Any]:
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text, lists and maps only)
    assert isinstance(data, dict)
    return data


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"LC_ALL": "C"}).invoke(commands, [str(word) for word in arguments])


def test_there_is_a_layout_of_every_kind_for_every_language_that_problems_are_told_in() -> None:
    assert {path.name for path in LAYOUTS.iterdir()} == CATALOGUES.keys()
    for code in CATALOGUES:
        assert {path.stem for path in (LAYOUTS / code).iterdir()} == FILLED.keys() == FOLDERS.keys()


@pytest.mark.parametrize("kind", FILLED)
def test_layouts_differ_in_their_comments_alone(kind: str) -> None:
    first, *others = (read(LAYOUTS / code / f"{kind}.yaml") for code in CATALOGUES)

    assert all(list(other) == list(first) and other == first for other in others)


@pytest.mark.parametrize("kind", FILLED)
def test_a_layout_has_every_key_a_record_must_have(kind: str) -> None:
    (model,) = (model for model in RECORDS.values() if model.kind_name == kind)
    needed = {field.name for field in fields(model) if field.is_required}

    assert needed - {"id", "file"} <= read(LAYOUTS / "en" / f"{kind}.yaml").keys()


@pytest.mark.parametrize("comments", CATALOGUES)
@pytest.mark.parametrize("kind", FILLED)
def test_of_a_new_record_check_tells_what_is_to_be_filled_in_and_nothing_else(
    kind: str, comments: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path / "site")

    made = new_record(site, kind, "third", comments)
    built = build(Project(site))

    lines = {file.file: file.lines for file in made}
    assert built.is_good
    assert built.problems
    for problem in built.problems:
        assert problem.code in ("empty-value", "empty-file")
        assert problem.severity is Severity.WARNING
        assert problem.place.line in (0, *lines[problem.place.file])


@pytest.mark.parametrize("kind", FILLED)
def test_a_new_record_stops_a_build_as_long_as_it_is_no_draft_but_half_filled(
    kind: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path / "site")
    path = site / new_record(site, kind, "third", "en")[0].file
    path.write_text(path.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")

    assert not build(Project(site)).is_good


@pytest.mark.parametrize("kind", FILLED)
def test_a_new_record_is_good_once_it_is_filled_in(kind: str, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    for file in (site / made.file for made in new_record(site, kind, "third", "en")):
        text = f"{TEXT[file.suffixes[0][1:]]}\n" if file.suffix == ".md" else ""
        data = {} if text else {**read(file), **FILLED[kind]}
        data.pop("draft", None)
        text = text or json.dumps(data, ensure_ascii=False)  # which is YAML too
        file.write_text(text, encoding="utf-8")

    built = build(Project(site))

    expected = ["unused-source"] if kind == "source" else []
    assert [problem.code for problem in built.problems] == expected, said(built)


def test_a_new_record_has_the_languages_of_its_site(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    path = site / "site.yaml"
    text = path.read_text(encoding="utf-8").replace("languages: [kk, en]", "languages: [en, kk]")
    path.write_text(text, encoding="utf-8")

    made = new_record(site, "article", "third", "en")

    assert [file.file.rpartition("/")[2] for file in made] == [
        *("third.yaml", "third.en.md", "third.kk.md")
    ]
    assert list(read(site / "content" / "pages" / "third.yaml")["title"]) == ["en", "kk"]


def test_a_new_record_names_its_schema_where_the_site_has_one(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    (site / "schemas").mkdir()
    (site / "schemas" / "quote.schema.json").write_text("{}", encoding="utf-8")

    new_record(site, "quote", "third", "en")
    new_record(site, "person", "third", "en")

    quote = (site / "content" / "quotes" / "third.yaml").read_text(encoding="utf-8")
    person = (site / "content" / "people" / "third.yaml").read_text(encoding="utf-8")
    assert quote.startswith("# yaml-language-server: $schema=../../schemas/quote.schema.json\n# A ")
    assert person.startswith("# A person")


def test_a_file_that_is_there_is_not_written_anew(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    prose = site / "content" / "pages" / "third.en.md"
    prose.write_text("Kept.\n", encoding="utf-8")

    with pytest.raises(ProblemError) as caught:
        new_record(site, "article", "third", "en")

    assert [problem.code for problem in caught.value.problems] == ["id-taken"]
    assert prose.read_text(encoding="utf-8") == "Kept.\n"
    assert not (site / "content" / "pages" / "third.yaml").exists()


def test_a_site_whose_languages_cannot_be_read_gets_no_record(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    (site / "site.yaml").write_text("languages: [xx]\n", encoding="utf-8")

    with pytest.raises(ProblemError) as caught:
        new_record(site, "quote", "third", "en")

    assert [problem.code for problem in caught.value.problems] == ["unsupported-language"]
    assert not (site / "content" / "quotes" / "third.yaml").exists()


def test_the_command_says_what_was_made_and_what_to_do_next(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    result = run("new", "source", "third", "--site", site)

    assert result.exit_code == 0
    assert result.stdout == (
        "made content/sources/third.yaml; fill in: lines 5, 7, 8, 9\n"
        "Then delete `draft: true`. `make serve` (or `sapar serve`) shows the draft as soon as "
        "nothing is empty; `check` names what is.\n"
    )


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "en",
            (
                "content/quotes/trade.yaml: error[id-taken]: there is a quote 'trade' already\n"
                "  hint: choose another id, or edit this file\n"
                "errors: 1, warnings: 0\n"
            ),
        ),
        (
            "kk",
            (
                "content/quotes/trade.yaml: қате[id-taken]: `quote` түрінде «trade» деген "
                "жазба бар\n"
                "  кеңес: басқа идентификатор таңдаңыз немесе осы файлды өңдеңіз\n"
                "1 қате, 0 ескерту\n"
            ),
        ),
    ],
)
def test_the_command_refuses_an_id_that_is_taken(
    language: str, message: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path / "site")

    result = run("new", "quote", "trade", "--site", site, "--lang", language)

    assert result.exit_code == 1
    assert result.stderr == message


def test_the_command_refuses_what_is_no_id(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    result = run("new", "quote", "../My_Quote", "--site", site)

    assert result.exit_code == 1
    assert "error[bad-id]" in result.stderr
    assert not (site / "content" / "My_Quote.yaml").exists()


def test_the_command_knows_the_kind_that_was_meant(tmp_path: Path) -> None:
    result = run("new", "quot", "third", "--site", tmp_path)

    assert result.exit_code == 2
    assert "did you mean quote?" in result.stderr


@pytest.mark.parametrize("length", [247, 300])
def test_an_id_too_long_for_the_system_is_told(length: int, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    with pytest.raises(ProblemError) as caught:
        new_record(site, "quote", "a" * length, "en")

    assert [problem.code for problem in caught.value.problems] == ["not-written"]
