"""`export` and `import` as they are typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from builder.checks.reviews import State, standings
from tests.exchange.translator import Translator, bodies, content_of
from tests.small_site import ROOT, small_site


def sapar(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "builder", *map(str, arguments), "--lang", "en"]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def states(site: Path) -> dict[str, State]:
    return {one.segment.name: one.state for one in standings(content_of(site))}


def test_texts_go_out_and_come_back_and_nothing_is_recorded_as_reviewed(site: Path) -> None:
    translator = Translator(site, "kk", "en")

    export = sapar("export", "--site", site, "--to", "en", translator.file)
    translator.write({"quote:trade/topic": "Commerce"})
    run = sapar("import", "--site", site, translator.file)

    assert export.stdout.endswith(f"texts in {translator.file}\n")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("content/quotes/trade.yaml: 1\nnew texts: 1; as they were: ")
    assert set(states(site).values()) == {State.UNREVIEWED}
    assert not (site / "content" / "reviews").exists()


def test_what_is_new_is_recorded_as_reviewed_if_asked_for(site: Path) -> None:
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.write({"quote:trade/topic": "Commerce"})

    sapar("import", "--site", site, "--approve", "--on", "2026-11-23", translator.file)

    reviewed = {name for name, state in states(site).items() if state is State.OK}
    assert reviewed == {"quote:trade/topic"}
    ledger = site / "content" / "reviews" / "quotes" / "trade.yaml"
    assert "on=2026-11-23" in ledger.read_text(encoding="utf-8")


def test_a_reviewed_text_is_sent_only_if_asked_for(site: Path, tmp_path: Path) -> None:
    sapar("approve", "--site", site, "--all", "--yes")
    file = tmp_path / "all.xlf"

    nothing = sapar("export", "--site", site, "--to", "kk", file)
    assert nothing.stdout == "no text is in such a state; nothing was written\n"
    assert not file.exists()

    everything = sapar("export", "--site", site, "--to", "kk", "--state", "all", file)
    assert everything.returncode == 0
    assert 'state="reviewed"' in file.read_text(encoding="utf-8")


def test_a_stale_text_says_what_has_changed(site: Path, tmp_path: Path) -> None:
    sapar("approve", "--site", site, "--all", "--yes")
    quote = site / "content" / "quotes" / "trade.yaml"
    text = quote.read_text(encoding="utf-8").replace("{kk: Сауда,", "{kk: Саудалар,")
    quote.write_text(text, encoding="utf-8")
    file = tmp_path / "stale.xlf"

    sapar("export", "--site", site, "--to", "en", "--state", "stale", file)

    sent = file.read_text(encoding="utf-8")
    assert sent.count("<unit ") == 1
    assert "stale; kk: changed; en: overtaken" in sent


def test_a_refused_text_is_told_with_its_line_and_ends_in_1(site: Path) -> None:
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.write({"strings:strings/search-found": "Found", "quote:trade/topic": "Commerce"})

    run = sapar("import", "--site", site, translator.file)

    assert run.returncode == 1
    assert "new texts: 1;" in run.stdout
    assert f"{translator.file.name}:" in run.stderr
    assert "error[unit-markup]: strings:strings/search-found has not the codes" in run.stderr
    assert '<unit id="strings:strings.search-found"' in run.stderr  # the line itself


def test_a_file_of_another_site_changes_nothing(site: Path) -> None:
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.edit("small.example", "other.example")
    before = bodies(site)

    run = sapar("import", "--site", site, translator.file)

    assert run.returncode == 1
    assert "error[xliff-other-site]" in run.stderr
    assert bodies(site) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--to", "ja", "x.xlf"),
        ("export", "--to", "en", "--from", "en", "x.xlf"),
        ("export", "--to", "en", "--state", "old", "x.xlf"),
        ("export", "x.xlf"),
        ("import", "nothing.xlf"),
        ("import", "--by", "A. Editor", "site.yaml"),
    ],
)
def test_what_makes_no_sense_is_a_wrong_use(arguments: tuple[str, ...], site: Path) -> None:
    run = sapar(*arguments, "--site", site)

    assert run.returncode == 2
    assert "Traceback" not in run.stderr


def test_what_cannot_be_written_is_told(site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    run = sapar("export", "--site", site, "--to", "en", tmp_path / "file" / "x.xlf")

    assert run.returncode == 1
    assert "error[not-written]" in run.stderr


def test_what_cannot_be_recorded_as_reviewed_is_told(site: Path) -> None:
    ledger = site / "content" / "reviews" / "quotes" / "trade.yaml"
    ledger.parent.mkdir(parents=True)
    ledger.write_text("quote:trade/topic: half a line\n", encoding="utf-8")
    translator = Translator(site, "kk", "en")
    translator.receive()
    translator.write({"quote:trade/topic": "Commerce"})

    run = sapar("import", "--site", site, "--approve", translator.file)

    assert run.returncode == 1
    assert "error[bad-review]" in run.stderr
    assert run.stdout.startswith("content/quotes/trade.yaml: 1\nnew texts: 1")


@pytest.mark.parametrize("file", ["content/quotes/trade.yaml", "site.yaml", "static/a.xlf"])
def test_no_file_that_the_site_is_made_from_is_written_over(file: str, site: Path) -> None:
    before = bodies(site)

    run = sapar("export", "--site", site, "--to", "en", "--state", "all", site / file)

    assert run.returncode == 1
    assert "error[output-protected]" in run.stderr
    assert bodies(site) == before
