"""What one process found sound the next need not judge, as long as all that it rests on stays."""

import subprocess
import sys
from pathlib import Path
from types import MappingProxyType

import pytest

from builder.cache import Cache
from builder.checks import kept
from builder.checks.kept import digest
from builder.checks.sound import Sound
from builder.content.fields import SourceId, Translated
from builder.content.glossary import Entry, Glossary
from builder.content.segments import Segment
from builder.language.inflection import Inflection
from builder.language.reading.names import Form, NameRules, Names
from builder.problems import Problem
from tests.checks.test_sound import FILE, FIRST, OTHER, asked, changed
from tests.small_site import ROOT

FAULT = Problem("wrong-dash", FILE)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def judged(cache: Cache, *found: Segment, by: object = 1, check: str = "one") -> list[str]:
    """The segments that a new process has to judge."""
    sound = Sound(cache)
    told = asked(sound, *found, by=by, check=check)
    sound.keep()
    return told


def test_a_text_is_judged_by_another_process_when_it_has_changed_and_only_then(
    cache: Cache,
) -> None:
    assert judged(cache, FIRST, OTHER) == ["text", "note"]
    assert judged(cache, FIRST, OTHER) == []
    assert judged(cache, FIRST, changed(OTHER)) == ["note"]
    assert judged(cache, FIRST, changed(OTHER)) == []


def test_all_is_judged_again_by_other_terms_and_by_another_check(cache: Cache) -> None:
    judged(cache, FIRST, OTHER, by=["a term"])

    assert judged(cache, FIRST, OTHER, by=["another term"]) == ["text", "note"]
    assert judged(cache, FIRST, OTHER, by=["another term"], check="other") == ["text", "note"]


def test_what_other_code_found_sound_is_judged_again(
    cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "one.py").write_text("1")
    monkeypatch.setattr(kept, "_CODE", (code,))
    judged(cache, FIRST)
    assert judged(cache, FIRST) == []

    (code / "one.py").write_text("2")

    assert judged(cache, FIRST) == ["text"]


def test_what_is_wrong_is_never_kept(cache: Cache) -> None:
    for _ in range(2):
        sound = Sound(cache)
        assert list(sound.judged("one", [FIRST], 1, lambda _: [FAULT])) == [FAULT]
        sound.keep()


def test_a_cache_that_is_read_only_or_broken_is_as_good_as_none(cache: Cache) -> None:
    assert cache.folder
    judged(Cache(cache.folder, is_read_only=True), FIRST)
    assert not cache.folder.exists()

    judged(cache, FIRST)
    (entry,) = cache.folder.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])

    assert judged(cache, FIRST) == ["text"]


def test_what_has_gone_leaves_the_cache(cache: Cache) -> None:
    judged(cache, FIRST, OTHER)
    judged(cache, OTHER)

    assert judged(cache, FIRST, OTHER) == ["text"]


VALUES = (
    Names([Form("1", "Abe"), Form("2", "Tokyo")], NameRules()),
    Glossary(Inflection(), [Entry("official visit", right="visit")]),
    MappingProxyType({("quote", "trade"): frozenset({SourceId("press-text"), SourceId("copy")})}),
    Translated({"kk": "Бір", "en": "One"}),
)
OTHERS = (
    Names([Form("1", "Abe"), Form("2", "Kyoto")], NameRules()),
    Glossary(Inflection(), [Entry("official visit", forbidden="visit")]),
    MappingProxyType({("quote", "trade"): frozenset({SourceId("press-text")})}),
    Translated({"kk": "Бір", "en": "Two"}),
)


@pytest.mark.parametrize(("one", "other"), [*zip(VALUES, OTHERS, strict=True)])
def test_a_digest_tells_values_apart(one: object, other: object) -> None:
    assert digest(one) != digest(other)


def test_a_digest_is_the_same_in_every_process() -> None:
    script = (
        "from tests.checks.test_kept_sound import VALUES, digest;"
        "print(*(digest(value).hex() for value in VALUES))"
    )
    command = [sys.executable, "-c", script]
    told = {
        subprocess.run(
            command,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "123"
    }

    assert told == {" ".join(digest(value).hex() for value in VALUES) + "\n"}


def test_what_a_site_no_longer_has_is_not_held(cache: Cache) -> None:
    sound = Sound(cache)
    before = sys.getrefcount(OTHER.texts)

    asked(sound, FIRST, OTHER)
    sound.keep()
    held = sys.getrefcount(OTHER.texts)
    asked(sound, FIRST)
    sound.keep()
    after = sys.getrefcount(OTHER.texts)

    assert before == after < held
