"""Approving texts: what is recorded, what is refused, and how branches of the ledger merge."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from builder.authoring.approvals import HEADER, Approved, approve, choose
from builder.checks.reviews import State, standings
from builder.content.load import load
from builder.content.reviews import parse_review
from builder.problems import ProblemError
from tests.small_site import reviewed, small_site

QUOTE = "content/quotes/trade.yaml"
LEDGER = "content/reviews/quotes/trade.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def approved(site: Path, *names: str, on: str = "", by: str = "") -> Approved:
    loaded = load(site)
    assert loaded.content is not None
    return approve(site, loaded, choose(loaded.content, names), on=on, by=by)


def names_in(site: Path, ledger: str = LEDGER) -> list[str]:
    lines = (site / ledger).read_text(encoding="utf-8").splitlines()[1:]
    return [line.partition(": ")[0] for line in lines]


def states(site: Path) -> dict[str, State]:
    content = load(site).content
    assert content is not None
    return {standing.segment.name: standing.state for standing in standings(content)}


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


# Which texts


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        (QUOTE, 3),
        (f"{QUOTE}#topic", 1),
        (f"{QUOTE}#trade/topic", 1),
        (f"{QUOTE}#quote:trade/topic", 1),
        ("content/terms.yaml#agreement/term", 1),
        ("content/quotes", 10),
        ("content/quotes/", 10),
        ("content/pages/talks.yaml", 6),
        ("content/pages/talks.en.md", 9),
        ("content/strings/kk.yaml#section-quotes", 1),
        ("site.yaml", 2),
    ],
)
def test_a_name_stands_for_the_texts_of_a_file_a_folder_or_for_one(
    name: str, texts: int, site: Path
) -> None:
    assert sum(approved(site, name).recorded.values()) == texts
    assert list(states(site).values()).count(State.OK) >= texts  # the same words may recur


def test_the_root_of_the_site_stands_for_all_texts(site: Path) -> None:
    approved(site, ".")

    assert set(states(site).values()) == {State.OK}


def test_names_that_overlap_stand_for_each_text_once(site: Path) -> None:
    assert approved(site, "content/quotes", QUOTE, f"{QUOTE}#topic").recorded[QUOTE] == 3


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("content/quotes/trde.yaml", "content/quotes/trade.yaml"),
        ("content/qoutes", "content/quotes"),
        (f"{QUOTE}#topc", f"{QUOTE}#topic"),
        (f"{LEDGER}", None),
    ],
)
def test_a_name_that_stands_for_nothing_is_a_problem_and_nothing_is_recorded(
    name: str, suggestion: str | None, site: Path
) -> None:
    with pytest.raises(ProblemError) as caught:
        approved(site, "content/terms.yaml", name)

    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("nothing-to-approve", name)
    assert suggestion is None or problem.values["suggestion"] == suggestion
    assert not (site / "content" / "reviews").exists()


# What is recorded


def test_a_line_holds_a_digest_a_language_the_day_and_the_name(site: Path) -> None:
    approved(site, f"{QUOTE}#topic", on="2026-11-23", by="Ә. Редактор")

    assert (site / LEDGER).read_text(encoding="utf-8") == (
        f"{HEADER}quote:trade/topic: kk=c62d73ee8282593db573 en=f3e1223d3d6ef82fd68c"
        " on=2026-11-23 by=Ә. Редактор\n"
    )


def test_without_a_day_or_a_name_neither_is_made_up(site: Path) -> None:
    approved(site, QUOTE)

    assert not re.search(r"(on|by)=", (site / LEDGER).read_text(encoding="utf-8"))


@pytest.mark.parametrize("by", ["Editors: the team", "Team #1", "A: ", "'A'", '"A" \\ B', "- [x]"])
def test_any_name_is_read_as_it_was_given(by: str, site: Path) -> None:
    approved(site, QUOTE, by=by.strip())

    content = load(site).content
    assert content is not None
    assert {review.by for review in content.reviews[LEDGER].values()} == {by.strip()}


def test_lines_are_sorted_whatever_was_approved_first(site: Path) -> None:
    for text in ("topic", "note", "text"):
        approved(site, f"{QUOTE}#{text}")

    assert names_in(site) == ["quote:trade/note", "quote:trade/text", "quote:trade/topic"]


def test_what_others_have_recorded_since_the_site_was_read_stays(site: Path) -> None:
    loaded = load(site)
    assert loaded.content is not None
    approved(site, f"{QUOTE}#topic")

    approve(site, loaded, choose(loaded.content, [f"{QUOTE}#text"]))

    assert names_in(site) == ["quote:trade/text", "quote:trade/topic"]


def test_what_was_recorded_before_keeps_its_day(site: Path) -> None:
    approved(site, f"{QUOTE}#topic", on="2026-01-01")
    before = (site / LEDGER).read_bytes()

    again = approved(site, f"{QUOTE}#topic", on="2026-12-31")

    assert (again.recorded, again.files) == ({}, ())
    assert (site / LEDGER).read_bytes() == before


def test_a_text_that_was_changed_gets_a_new_line_in_place_of_the_old(site: Path) -> None:
    approved(site, QUOTE, on="2026-01-01")
    edit(site / QUOTE, "had reached", "had come to")

    approved(site, QUOTE, on="2026-12-31")

    lines = (site / LEDGER).read_text(encoding="utf-8").splitlines()[1:]
    days = [parse_review(line.partition(": ")[2]).on for line in lines]
    assert days == ["2026-01-01", "2026-12-31", "2026-01-01"]
    assert states(site)["quote:trade/text"] is State.OK


def test_lines_of_texts_that_are_gone_are_taken_out_of_files_that_are_written(site: Path) -> None:
    reviewed(site)
    text = (site / QUOTE).read_text(encoding="utf-8")
    (site / QUOTE).write_text(
        text.partition("note:")[0].replace("had reached", "had come to"), encoding="utf-8"
    )

    approved(site, QUOTE)

    assert names_in(site) == ["quote:trade/text", "quote:trade/topic"]


def test_the_line_of_a_text_that_moved_to_another_file_stays(site: Path) -> None:
    reviewed(site)
    text = (site / QUOTE).read_text(encoding="utf-8")
    kept, note, moved = text.partition("note:")
    (site / QUOTE).write_text(kept.replace("had reached", "had come to"), encoding="utf-8")
    event = site / "content" / "events" / "talks.yaml"
    event.write_text(event.read_text(encoding="utf-8") + note + moved, encoding="utf-8")

    approved(site, QUOTE)

    assert "quote:trade/note" in names_in(site)
    assert states(site)["event:talks/note"] is State.OK


def test_while_something_cannot_be_read_no_line_is_taken_out(site: Path) -> None:
    reviewed(site)
    text = (site / QUOTE).read_text(encoding="utf-8")
    (site / QUOTE).write_text(
        text.partition("note:")[0].replace("had reached", "had come to"), encoding="utf-8"
    )
    edit(site / "content" / "people" / "host.yaml", "office:", "ofice:")

    approved(site, QUOTE)

    assert "quote:trade/note" in names_in(site)


# What is refused


def test_a_text_that_a_language_lacks_is_refused_and_the_others_are_recorded(site: Path) -> None:
    edit(site / QUOTE, "{kk: Сауда, en: Trade}", "{kk: Сауда}")

    done = approved(site, QUOTE)

    assert [problem.code for problem in done.refused] == ["incomplete-text"]
    assert done.recorded == {QUOTE: 2}
    assert names_in(site) == ["quote:trade/note", "quote:trade/text"]


def test_a_text_that_a_check_finds_fault_with_is_refused(site: Path) -> None:
    """The words are no longer those of the source."""
    edit(site / "content" / "quotes" / "friendship.yaml", "бағалаймыз", "бағалап келеміз")

    done = approved(site, "content/quotes")

    assert {problem.values["segment"] for problem in done.refused} == {"quote:friendship/text"}
    assert "error" in {problem.severity.value for problem in done.refused}
    assert states(site)["quote:friendship/text"] is State.UNREVIEWED
    assert states(site)["quote:friendship/topic"] is State.OK


def test_a_ledger_that_cannot_be_read_is_not_written_over(site: Path) -> None:
    reviewed(site)
    edit(site / QUOTE, "had reached", "had come to")
    before = (site / LEDGER).read_text(encoding="utf-8")
    twice = before + before.splitlines()[1] + "\n"
    (site / LEDGER).write_text(twice, encoding="utf-8")

    with pytest.raises(ProblemError) as caught:
        approved(site, QUOTE)

    assert {problem.code for problem in caught.value.problems} == {"yaml-duplicate-key"}
    assert (site / LEDGER).read_text(encoding="utf-8") == twice


# Branches


GIT = shutil.which("git") or "git"


def git(site: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@small.example")
    own = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    run = subprocess.run(
        [GIT, *who, *arguments], cwd=site, env=own, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture
def repository(site: Path) -> Path:
    git(site, "init", "--initial-branch", "main")
    reviewed(site)
    edit(site / "content" / "events" / "talks.yaml", "en: Talks}", "en: Negotiations}")
    edit(site / QUOTE, "had reached", "had come to")
    edit(site / QUOTE, "en: Trade}", "en: Commerce}")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "-m", "Edited")
    return site


def on_branch(site: Path, branch: str, name: str) -> None:
    git(site, "switch", "--quiet", "-c", branch, "main")
    approved(site, name, on="2026-11-23", by=branch)
    git(site, "add", ".")
    git(site, "commit", "--quiet", "-m", f"Approve {name}")


def test_branches_that_approve_different_files_merge_without_conflict(repository: Path) -> None:
    on_branch(repository, "one", QUOTE)
    on_branch(repository, "other", "content/events/talks.yaml")

    git(repository, "merge", "--quiet", "--no-edit", "one")

    assert set(states(repository).values()) == {State.OK}
    assert load(repository).problems == ()


def test_branches_that_begin_files_of_the_ledger_merge_without_conflict(repository: Path) -> None:
    (repository / "content/reviews/pages/talks.yaml").unlink()
    (repository / "content/reviews/terms.yaml").unlink()
    git(repository, "commit", "--quiet", "--all", "-m", "Withdraw")
    on_branch(repository, "one", "content/pages")
    on_branch(repository, "other", "content/terms.yaml")

    git(repository, "merge", "--quiet", "--no-edit", "one")

    assert load(repository).problems == ()
    found = states(repository)
    assert found["term:agreement/term"] is found["article:talks/start-1"] is State.OK


def test_a_text_changed_on_one_branch_and_approved_on_another_is_stale_after_the_merge(
    repository: Path,
) -> None:
    """What was approved is not what stands there now."""
    on_branch(repository, "one", f"{QUOTE}#text")
    git(repository, "switch", "--quiet", "-c", "other", "main")
    edit(repository / QUOTE, "had come to", "had risen to")
    git(repository, "commit", "--quiet", "--all", "-m", "Edit")

    git(repository, "merge", "--quiet", "--no-edit", "one")

    assert states(repository)["quote:trade/text"] is State.STALE
