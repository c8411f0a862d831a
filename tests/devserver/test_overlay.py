"""What the overlay is told: every problem with its place, its lines and the way to mend it."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from builder.build import build
from builder.devserver import overlay
from builder.devserver.editor import EDITOR, open_address
from builder.devserver.labels import all_labels, labels_in
from builder.devserver.overlay import MOST_SHOWN, client_tag, problems_data, problems_page
from builder.devserver.pages import client_file
from builder.problems import Place, Problem, Severity
from builder.problems.catalogues import CATALOGUES, in_language
from builder.project import Project
from builder.site.security import POLICY
from tests.small_site import broken_site, small_site

CLIENT = Path(overlay.__file__).parent / "client"
FILE = "content/quotes/words.yaml"
TEXT = "form: direct\nspeakr: host\nsource: report\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text(TEXT, encoding="utf-8")
    return tmp_path


def unknown_key(line: int = 2, column: int = 1, file: str = FILE) -> Problem:
    values = {"key": "speakr", "suggestion": "speaker"}
    return Problem("unknown-key", Place(file, line, column), values)


def warning() -> Problem:
    return Problem("unknown-key", Place(FILE, 1, 1), {"key": "form"}, Severity.WARNING)


def only(data: dict[str, Any]) -> dict[str, Any]:
    (problem,) = data["problems"]
    assert isinstance(problem, dict)
    return problem


def test_a_problem_is_told_with_its_place_its_sentences_and_its_lines(root: Path) -> None:
    problem = only(problems_data([unknown_key()], root, in_language("en"), EDITOR))

    assert problem == {
        "file": FILE,
        "line": 2,
        "column": 1,
        "place": f"{FILE}:2:1",
        "severity": "error",
        "named": "error[unknown-key]",
        "code": "unknown-key",
        "message": "the key speakr is not known here",
        "advice": "hint: did you mean speaker?",
        "hint": "did you mean speaker?",
        "excerpt": [
            {"number": 1, "text": "form: direct"},
            {"number": 2, "before": "", "at": "s", "after": "peakr: host"},
            {"number": 3, "text": "source: report"},
        ],
        "open": f"vscode://file{root.resolve()}/{FILE}:2:1",
    }


@pytest.mark.parametrize("code", CATALOGUES)
def test_sentences_and_labels_are_in_the_language_of_the_page(root: Path, code: str) -> None:
    data = problems_data([unknown_key()], root, in_language(code), EDITOR)

    assert data["lang"] == code
    assert data["labels"] == all_labels()[code].groups["overlay"]
    assert only(data)["message"] == CATALOGUES[code].message(unknown_key())


def test_errors_come_before_warnings_and_both_are_counted(root: Path) -> None:
    data = problems_data([warning(), unknown_key(), warning()], root, in_language("en"), EDITOR)

    assert [problem["severity"] for problem in data["problems"]] == ["error", "warning", "warning"]
    assert (data["errors"], data["warnings"], data["more"]) == (1, 2, 0)


def test_of_very_many_problems_the_first_are_shown_and_the_others_counted(root: Path) -> None:
    many = [unknown_key(column=n) for n in range(1, MOST_SHOWN + 8)]

    data = problems_data(many, root, in_language("en"), EDITOR)

    assert len(data["problems"]) == MOST_SHOWN
    assert (data["errors"], data["more"]) == (MOST_SHOWN + 7, 7)


def test_a_very_long_line_is_cut_around_its_column(root: Path) -> None:
    (root / FILE).write_text(f"{'a' * 5000}!{'b' * 5000}\n", encoding="utf-8")

    (line,) = only(problems_data([unknown_key(1, 5001)], root, in_language("en"), EDITOR))[
        "excerpt"
    ]

    assert line == {"number": 1, "before": f"…{'a' * 200}", "at": "!", "after": f"{'b' * 200}…"}


@pytest.mark.parametrize("place", [Place("content/gone.yaml"), Place("content/gone.yaml", 3, 1)])
def test_a_file_that_is_not_there_has_no_lines_and_is_not_opened(root: Path, place: Place) -> None:
    missing = Problem("missing-file", place, {"name": place.file})

    problem = only(problems_data([missing], root, in_language("en"), EDITOR))

    assert (problem["excerpt"], problem["open"]) == ([], "")


def test_a_file_as_a_whole_is_opened_at_its_beginning() -> None:
    assert open_address("e:{path}?{line},{column}", Path("/s"), Place("site.yaml")) == (
        "e:/s/site.yaml?1,1"
    )


def test_the_path_of_an_address_leads_to_the_file_whatever_it_is_called(tmp_path: Path) -> None:
    root = tmp_path / "мои 100% #files?"

    address = open_address(EDITOR, root, Place("content/a b.yaml", 4, 2))

    assert unquote(urlsplit(address).path) == f"{root}/content/a b.yaml:4:2"
    assert set("#? ").isdisjoint(address)


class Script(HTMLParser):
    """The attributes of the elements of a page, as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_tag_carries_the_problems_whatever_they_hold(root: Path) -> None:
    hostile = "\"'></script><script>alert(1)</script>&lt;\udcff{{}}"
    problem = Problem("unknown-key", Place(hostile, 2, 1), {"key": hostile})
    data = problems_data([problem], root, in_language("en"), EDITOR)

    ((name, attributes),) = Script(client_tag(12, data)).found

    assert name == "script"
    assert (attributes["src"], attributes["data-build"]) == ("/__sapar/live.js", "12")
    assert json.loads(attributes["data-problems"] or "") == data
    assert hostile in only(data)["message"]


@pytest.mark.parametrize("code", all_labels())
def test_the_page_without_a_site_has_language_title_and_the_sites_policy(code: str) -> None:
    page = problems_page(in_language(code)).decode()
    labels = all_labels()[code].groups["overlay"]

    found = Script(page).found
    assert ("html", {"lang": code, "data-sapar": "nothing"}) in found
    assert f"<title>{labels['nothing-title']}</title>" in page
    assert {"content": POLICY, "http-equiv": "Content-Security-Policy"} in [a for _, a in found]


def test_all_languages_have_the_same_labels_with_the_same_placeholders() -> None:
    shapes = [
        [
            (group, name, sorted(re.findall(r"{\w+}", words)))
            for group, names in labels.groups.items()
            for name, words in names.items()
        ]
        for labels in all_labels().values()
    ]

    assert set(all_labels()) == set(CATALOGUES)
    assert all(shape == shapes[0] for shape in shapes)


def test_no_label_is_empty() -> None:
    for labels in all_labels().values():
        assert all(words.strip() for names in labels.groups.values() for words in names.values())


def test_a_language_without_labels_gets_those_of_the_first() -> None:
    assert labels_in("xx") is next(iter(all_labels().values()))


@pytest.mark.parametrize("name", ["live.js", "live.css", "desk.js", "desk.css"])
def test_the_browser_gets_the_files_of_the_client(name: str) -> None:
    assert client_file(name)


@pytest.mark.parametrize("name", ["", "nothing.js", "../overlay.py", "/etc/passwd", ".", "..\0"])
def test_the_browser_gets_no_other_file(name: str) -> None:
    assert client_file(name) is None


def test_a_whole_broken_site_is_told_with_lines_and_addresses(tmp_path: Path) -> None:
    root = broken_site("several-problems", tmp_path / "site")
    built = build(Project(root))
    assert not built.is_good

    data = problems_data(built.problems, root, in_language("kk"), EDITOR)

    assert len(data["problems"]) == len(built.problems)
    assert all(problem["open"] for problem in data["problems"])
    assert all(p["excerpt"] for p in data["problems"] if p["line"])


def test_nothing_of_the_live_server_is_in_a_published_build(tmp_path: Path) -> None:
    built = build(Project(small_site(tmp_path / "site")))
    assert built.is_good

    ours = {path.name for path in CLIENT.iterdir()}
    assert {"live.js", "live.css", "desk.js", "desk.css"} <= ours
    for artifact in built.artifacts:
        assert b"__sapar" not in artifact.body, artifact.path
        assert b"sapar-live" not in artifact.body, artifact.path
        assert artifact.path.split("/")[-1].split(".")[0] not in {"live", "desk"}, artifact.path
