"""`approve` and `status` as a person runs them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import commands
from tests.small_site import reviewed, small_site

QUOTE = "content/quotes/trade.yaml"


def sapar(*arguments: str | Path, answer: str | None = None) -> Result:
    return CliRunner().invoke(commands, [*map(str, arguments), "--lang", "en"], input=answer)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def ledger(site: Path) -> list[str]:
    folder = site / "content" / "reviews"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))


# approve


def test_approve_records_and_says_how_much(site: Path) -> None:
    run = sapar("approve", "--site", site, QUOTE, "--on", "2026-11-23", "--by", "A.  Editor")

    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == f"{QUOTE}: 3\ntexts recorded as reviewed: 3\n"
    line = (site / "content/reviews/quotes/trade.yaml").read_text(encoding="utf-8").splitlines()[1]
    assert line.endswith(" on=2026-11-23 by=A. Editor")


def test_a_path_may_be_written_from_here_or_from_the_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sapar("approve", "--site", site, site / QUOTE).exit_code == 0
    monkeypatch.chdir(site / "content")
    run = sapar("approve", "--site", site, "quotes", "./terms.yaml#agreement/term")

    assert run.stdout.startswith("content/quotes/friendship.yaml: 7\ncontent/terms.yaml: 1\n")


def test_approving_again_records_nothing(site: Path) -> None:
    sapar("approve", "--site", site, QUOTE)

    assert sapar("approve", "--site", site, QUOTE).stdout == "texts recorded as reviewed: 0\n"


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_approve_all_asks_first_and_takes_no_for_an_answer(answer: str, site: Path) -> None:
    run = sapar("approve", "--site", site, "--all", answer=answer)

    assert run.exit_code == 1
    assert re.match(
        r"Record all texts that are open as reviewed \([0-9]{3}\)\? \[y/N\]", run.stdout
    )
    assert ledger(site) == []


@pytest.mark.parametrize(("options", "answer"), [((), "y\n"), (("--yes",), None)])
def test_approve_all_records_all(options: tuple[str, ...], answer: str | None, site: Path) -> None:
    run = sapar("approve", "--site", site, "--all", *options, answer=answer)

    assert run.exit_code == 0
    assert ledger(site)[-3:] == ["strings.yaml", "terms.yaml", "visit.yaml"]
    assert sapar("check", "--site", site, "--strict").exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [(), ("--all", QUOTE), (QUOTE, "--on", "today"), (QUOTE, "--on", "2026-02-30")],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], site: Path) -> None:
    assert sapar("approve", "--site", site, *arguments).exit_code == 2
    assert ledger(site) == []


def test_what_cannot_be_approved_is_told_and_the_rest_is_recorded(site: Path) -> None:
    edit(site / QUOTE, "{kk: Сауда, en: Trade}", "{kk: Сауда}")

    run = sapar("approve", "--site", site, QUOTE)

    assert run.exit_code == 1
    assert run.stdout == f"{QUOTE}: 2\ntexts recorded as reviewed: 2\n"
    assert f"{QUOTE}:10:13: error[incomplete-text]" in run.stderr


def test_a_path_that_holds_no_texts_is_a_problem(site: Path) -> None:
    run = sapar("approve", "--site", site, "content/quote")

    assert run.exit_code == 1
    assert "content/quote: error[nothing-to-approve]" in run.stderr
    assert "did you mean content/quotes?" in run.stderr


def test_a_site_that_cannot_be_read_is_not_approved(site: Path) -> None:
    (site / "site.yaml").unlink()

    run = sapar("approve", "--site", site, "--all", "--yes")

    assert run.exit_code == 1
    assert "error[missing-file]" in run.stderr


# status


def test_status_counts_the_texts_of_each_kind_and_lists_what_is_open(site: Path) -> None:
    reviewed(site)
    edit(site / QUOTE, "1.6", "1.7")
    edit(site / QUOTE, "{kk: Сауда, en: Trade}", "{kk: Сауда}")

    run = sapar("status", "--site", site)

    assert run.exit_code == 0
    counts, opened = run.stdout.split("\n\n")
    lines = {line.split()[0]: line.split()[1:] for line in counts.splitlines()[1:-1]}
    assert counts.splitlines()[0].split() == ["missing", "stale", "unreviewed", "ok"]
    assert lines["quote"] == ["1", "1", "0", "8"]
    assert lines["event"][:3] == ["0", "0", "0"]
    assert counts.splitlines()[-1].split()[:3] == ["1", "1", "0"]
    assert [line.split() for line in opened.splitlines()] == [
        [f"{QUOTE}:10:13", "missing", "quote:trade/topic", "en"],
        [f"{QUOTE}:13:7", "stale", "quote:trade/text", "en"],
    ]
    assert opened.splitlines()[0].index("missing") == opened.splitlines()[1].index("stale")


def test_status_as_json(site: Path) -> None:
    reviewed(site)
    edit(site / QUOTE, "1.6", "1.7")

    data = json.loads(sapar("status", "--site", site, "--format", "json").stdout)

    assert data["counts"]["quote"] == {"missing": 0, "stale": 1, "unreviewed": 0, "ok": 9}
    assert data["open"] == [
        {
            "file": QUOTE,
            "line": 13,
            "column": 7,
            "state": "stale",
            "text": "quote:trade/text",
            "languages": ["en"],
        }
    ]
    assert data["waivers"] == []


def test_status_of_a_site_without_a_ledger_is_that_nothing_was_reviewed(site: Path) -> None:
    data = json.loads(sapar("status", "--site", site, "--format", "json").stdout)

    assert {of_kind["ok"] for of_kind in data["counts"].values()} == {0}
    assert len(data["open"]) == sum(sum(count.values()) for count in data["counts"].values())
    assert len(data["open"]) > 250


def test_drafts_do_not_count(site: Path) -> None:
    before = sapar("status", "--site", site).stdout
    text = (site / QUOTE).read_text(encoding="utf-8").replace("sauda", "x").replace("trade", "x")
    (site / QUOTE).with_name("x.yaml").write_text(f"draft: true\n{text}", encoding="utf-8")

    assert sapar("status", "--site", site).stdout == before


WAIVE = """\
waive:
  - code: {code}
    at: text
    reason: {{kk: Себебі бар., en: There is a reason.}}
"""


@pytest.mark.parametrize(
    ("on", "due"),
    [("2026-12-31", False), ("2027-01-01", True), ("2027-06", True), ("", False)],
)
def test_status_shows_waivers_and_which_are_due_by_a_day_that_is_given(
    on: str, due: bool, site: Path
) -> None:
    quote = site / QUOTE
    text = quote.read_text(encoding="utf-8") + WAIVE.format(code="stale")
    quote.write_text(f"{text}    review: 2027-01-01\n", encoding="utf-8")
    dated = ("--on", on) if on else ()

    shown = sapar("status", "--site", site, *dated).stdout
    data = json.loads(sapar("status", "--site", site, "--format", "json", *dated).stdout)

    line = shown.splitlines()[-1].split()
    assert line == [f"{QUOTE}:18:5", "stale", "quote:trade/text", "2027-01-01", *["due"] * due]
    (waiver,) = data["waivers"]
    assert (waiver["code"], waiver["review"], waiver["due"]) == ("stale", "2027-01-01", due)


def test_status_of_a_site_with_faults_tells_them_and_shows_what_it_can(site: Path) -> None:
    edit(site / "content" / "people" / "host.yaml", "office:", "ofice:")

    run = sapar("status", "--site", site)

    assert run.exit_code == 1
    assert "error[unknown-key]" in run.stderr
    assert "unreviewed" in run.stdout


def test_in_kazakh(site: Path) -> None:
    run = CliRunner().invoke(commands, ["status", "--site", str(site), "--lang", "kk"])

    assert "тексерілмеген" in run.stdout.splitlines()[0]
