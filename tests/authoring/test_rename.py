"""Another id for a record: everywhere it is named, no other byte touched, all or nothing."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.authoring import writing
from builder.authoring.rename import KINDS, rename
from builder.build import build
from builder.checks.reviews import State, standings
from builder.cli import commands
from builder.content.load import load
from builder.problems import ProblemError
from builder.project import Project
from tests.small_site import ROOT, reviewed, said, small_site


def tree(site: Path) -> dict[str, bytes]:
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def ids(site: Path) -> list[tuple[str, str]]:
    content = load(site).content
    assert content is not None
    return [(kind, identity) for kind, records in content.records.items() for identity in records]


def run(*arguments: str | Path) -> Result:
    return CliRunner(env={"LC_ALL": "C"}).invoke(commands, [str(word) for word in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def real_site(folder: Path) -> Path:
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "site.yaml", folder)
    return folder


def test_every_record_of_the_real_site_can_be_renamed_and_named_back(tmp_path: Path) -> None:
    site = real_site(tmp_path)
    before, records = tree(site), ids(site)

    for kind, identity in records:
        rename(site, kind, identity, f"{identity}-x")
    loaded = load(site)
    renamed = ids(site)
    for kind, identity in records:
        rename(site, kind, f"{identity}-x", identity)

    assert {kind for kind, _ in records} == set(KINDS)
    assert loaded.problems == ()
    assert sorted(renamed) == sorted((kind, f"{identity}-x") for kind, identity in records)
    assert tree(site) == before


def test_a_site_whose_records_are_all_renamed_says_the_same(site: Path) -> None:
    before = build(Project(site))
    for kind, identity in ids(site):
        if kind != "organisation":  # named by all, they stand in the order of their ids
            rename(site, kind, identity, f"{identity}-x")

    after = build(Project(site))

    assert said(after) == said(before) == ""
    texts = {
        built: {
            a.path: re.sub(r"-x\b", "", re.sub("<script type.*?</script>", "", a.body.decode()))
            for a in artifacts
            if a.page
        }
        for built, artifacts in (("before", before.artifacts), ("after", after.artifacts))
    }
    assert texts["after"].keys() == texts["before"].keys()
    kept = re.compile("sha256-[^']*")  # of the data about the page, which has the ids
    for path, text in texts["after"].items():
        assert kept.sub("", text) == kept.sub("", texts["before"][path]), path


@settings(max_examples=40, deadline=None)
@given(
    id_of=st.integers(0, 100),
    new=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_whatever_the_line_ends_and_marks_a_record_named_back_leaves_every_byte(
    id_of: int, new: str, end: str, mark: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = small_site(tmp_path_factory.mktemp("rename") / "site")
    kind, identity = ids(site)[id_of % len(ids(site))]
    for path in (*site.rglob("*.yaml"), *site.rglob("*.md")):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", end.encode()))
    before = tree(site)
    if (kind, new) in ids(site):
        return

    rename(site, kind, identity, new)
    assert (kind, new) in ids(site)
    assert load(site).problems == ()
    assert tree(site) != before
    rename(site, kind, new, identity)

    assert tree(site) == before


def test_references_are_found_however_they_are_written(site: Path) -> None:
    event = site / "content" / "events" / "return-visit.yaml"
    decomposed = "# И\u0306лья\n"
    written = (
        f"{decomposed}"
        'title: {kk: "Сапар й", en: "guest"}\n'
        "summary: {kk: guest й, en: guest}\n"
        "people: [\"guest\", 'guest', guest]\n"
        "organisations:\n  - >-\n    guest-country\n"
        "sources: [report]\n"
    )
    event.write_text(written, encoding="utf-8")

    rename(site, "person", "guest", "visitor")
    rename(site, "organisation", "guest-country", "far-country")

    assert event.read_text(encoding="utf-8") == written.replace(
        "[\"guest\", 'guest', guest]", "[\"visitor\", 'visitor', visitor]"
    ).replace("guest-country", "far-country")


def test_prose_is_changed_where_it_names_the_record_and_nowhere_else(site: Path) -> None:
    prose = site / "content" / "pages" / "talks.en.md"
    text = "[[person:guest|guest]] [[person:guest]] [[person:guest-x]] [[event:guest]] guest\n"
    prose.write_text(text + "\n{{quote:friendship}}\n", encoding="utf-8")

    rename(site, "person", "guest", "visitor")
    rename(site, "quote", "friendship", "peace")

    assert prose.read_text(encoding="utf-8") == (
        "[[person:visitor|guest]] [[person:visitor]] [[person:guest-x]] [[event:guest]] guest\n"
        "\n{{quote:peace}}\n"
    )


def test_a_record_that_is_half_filled_is_changed_too(site: Path) -> None:
    path = site / "content" / "quotes" / "third.yaml"
    path.write_text("draft: true\nspeaker: guest\ntext:\nunknown: guest\n", encoding="utf-8")

    rename(site, "person", "guest", "visitor")

    assert path.read_text(encoding="utf-8") == (
        "draft: true\nspeaker: visitor\ntext:\nunknown: guest\n"
    )


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"),
    [
        ("person", "gest", "visitor", "unknown-record"),
        ("term", "agreemnt", "pact", "unknown-record"),
        ("person", "guest", "host", "id-taken"),
        ("term", "agreement", "official-visit", "id-taken"),
        ("figure", "documents", "agenda", "id-taken"),
        ("person", "guest", "../guest", "bad-id"),
        ("person", "guest", "Guest", "bad-id"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(
    kind: str, old: str, new: str, code: str, site: Path
) -> None:
    before = tree(site)

    with pytest.raises(ProblemError) as caught:
        rename(site, kind, old, new)

    assert [problem.code for problem in caught.value.problems] == [code]
    assert tree(site) == before


def test_a_reference_that_hides_its_letters_is_told_and_nothing_is_changed(site: Path) -> None:
    event = site / "content" / "events" / "return-visit.yaml"
    text = event.read_text(encoding="utf-8")
    event.write_text(text + 'people: ["gue\\x73t"]\n', encoding="utf-8")
    before = tree(site)

    with pytest.raises(ProblemError) as caught:
        rename(site, "person", "guest", "visitor")

    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == (
        "reference-hidden",
        "content/events/return-visit.yaml:9:10",
    )
    assert tree(site) == before


def test_broken_yaml_that_may_name_the_record_is_told_and_nothing_is_changed(site: Path) -> None:
    (site / "content" / "terms.yaml").write_text("- id: [guest\n", encoding="utf-8")
    before = tree(site)

    with pytest.raises(ProblemError):
        rename(site, "person", "guest", "visitor")

    assert tree(site) == before


@pytest.mark.parametrize("fails_at", range(3))
def test_a_write_that_fails_leaves_everything_as_it_was(fails_at: int, tmp_path: Path) -> None:
    """A folder where a file is to be: it can be neither written nor deleted."""
    names = ["a.txt", "b.txt", "c.txt"]
    for name in names:
        (tmp_path / name).write_text(f"old {name}", encoding="utf-8")
    in_the_way = tmp_path / names[fails_at]
    in_the_way.unlink()
    in_the_way.mkdir()
    before = tree(tmp_path)
    bodies = dict.fromkeys((*names[:2], "deep/d.txt"), b"new")

    with pytest.raises(ProblemError) as caught:
        writing.write_all(tmp_path, bodies, ["c.txt"])

    assert [problem.code for problem in caught.value.problems] == ["not-written"]
    assert tree(tmp_path) == before


def test_a_name_too_long_for_the_system_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    bodies = {"a.txt": b"new", f"{'b' * 252}.txt": b"new"}

    with pytest.raises(ProblemError) as caught:
        writing.write_all(tmp_path, bodies)

    assert [problem.code for problem in caught.value.problems] == ["not-written"]
    assert list(tmp_path.iterdir()) == []


def test_writing_that_is_broken_off_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """As by Ctrl-C, in the midst of the files."""
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    before = tree(tmp_path)

    def broken_off() -> Iterator[str]:
        assert tree(tmp_path) != before
        yield from iter(_break_off, "")

    def _break_off() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        writing.write_all(tmp_path, {"a.txt": b"new"}, broken_off())

    assert tree(tmp_path) == before


def test_the_command_prints_what_was_changed(site: Path) -> None:
    result = run("rename", "quote", "friendship", "peace", "--site", site)

    assert result.exit_code == 0
    assert result.stdout == (
        "content/quotes/friendship.yaml -> content/quotes/peace.yaml\n"
        "content/pages/talks.en.md: changed where it names the record (1)\n"
        "content/pages/talks.kk.md: changed where it names the record (1)\n"
        "content/visit.yaml: changed where it names the record (1)\n"
    )


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "en",
            (
                "content/people: error[unknown-record]: there is no person 'gest'\n"
                "  hint: did you mean guest?\nerrors: 1, warnings: 0\n"
            ),
        ),
        (
            "kk",
            (
                "content/people: қате[unknown-record]: `person` түрінде «gest» деген жазба жоқ\n"
                "  кеңес: дұрысы «guest» емес пе?\n1 қате, 0 ескерту\n"
            ),
        ),
    ],
)
def test_the_command_knows_the_id_that_was_meant(language: str, message: str, site: Path) -> None:
    result = run("rename", "person", "gest", "x", "--site", site, "--lang", language)

    assert result.exit_code == 1
    assert result.stderr == message


def test_the_reviews_of_a_record_are_renamed_with_it(site: Path) -> None:
    reviewed(site)
    before = tree(site)

    rename(site, "quote", "trade", "exchange")
    rename(site, "term", "agreement", "accord")

    assert "content/reviews/quotes/trade.yaml" not in tree(site)
    lines = tree(site)["content/reviews/quotes/exchange.yaml"].decode().splitlines()[1:]
    assert [line.partition("/")[0] for line in lines] == ["quote:exchange"] * 3
    assert b"\nterm:accord/term: " in tree(site)["content/reviews/terms.yaml"]
    content = load(site).content
    assert content is not None
    assert {standing.state for standing in standings(content)} == {State.OK}
    rename(site, "term", "accord", "agreement")
    rename(site, "quote", "exchange", "trade")
    assert tree(site) == before
