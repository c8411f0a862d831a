"""What was found sound is not judged again, and what checks find is the same as without."""

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import pytest

from builder.cache import Cache
from builder.checks import sift
from builder.checks.sound import Sound
from builder.content.load import load
from builder.content.segments import Segment, Text
from builder.memory import Memory
from builder.problems import Place, Problem
from tests.mutations import mutants
from tests.small_site import ROOT

FIRST = Segment("quote", "trade", "text", MappingProxyType({"kk": Text("kk", "Бір", "a", ())}))
OTHER = Segment("quote", "trade", "note", MappingProxyType({"kk": Text("kk", "Екі", "a", ())}))
FILE = Place("a", 1, 1)


@dataclass
class Judge:
    """Finds a word, and remembers which segments it was asked about."""

    wrong: str = "жоқ"
    asked: list[str] = field(default_factory=list)

    def __call__(self, segment: Segment) -> Iterator[Problem]:
        self.asked.append(segment.id)
        if any(self.wrong in text.text for text in segment.texts.values()):
            yield Problem(self.wrong, FILE)


def asked(sound: Sound, *found: Segment, by: object = 1, check: str = "one") -> list[str]:
    judge = Judge()
    assert list(sound.judged(check, found, by, judge)) == []
    return judge.asked


def changed(segment: Segment) -> Segment:
    text = Text("kk", f"{segment.texts['kk'].text} және", "a", ())
    return Segment(segment.kind, segment.record, segment.id, MappingProxyType({"kk": text}))


def test_a_text_is_judged_again_when_it_has_changed_and_only_then() -> None:
    sound = Sound()

    assert asked(sound, FIRST, OTHER) == ["text", "note"]
    assert asked(sound, FIRST, OTHER) == []
    assert asked(sound, FIRST, changed(OTHER)) == ["note"]
    assert asked(sound, FIRST, OTHER) == ["note"]


def test_all_is_judged_again_when_what_it_is_judged_by_has_changed() -> None:
    sound = Sound()

    assert asked(sound, FIRST, OTHER, by=["a term"]) == ["text", "note"]
    assert asked(sound, FIRST, OTHER, by=["a term"]) == []
    assert asked(sound, FIRST, OTHER, by=["another term"]) == ["text", "note"]


def test_what_is_judged_by_is_known_of_two_looks_with_drafts_and_without() -> None:
    sound = Sound()
    for by in ("drafts", "none"):
        asked(sound, FIRST, OTHER, by=by)

    assert asked(sound, FIRST, changed(OTHER), by="drafts") == ["note"]
    assert asked(sound, FIRST, changed(OTHER), by="none") == ["note"]
    assert asked(sound, FIRST, by="a third") == ["text"]
    assert asked(sound, FIRST, by="none") == []
    assert asked(sound, FIRST, by="drafts") == ["text"]


def test_what_one_check_finds_sound_another_judges() -> None:
    sound = Sound()

    assert asked(sound, FIRST, check="one") == ["text"]
    assert asked(sound, FIRST, check="other") == ["text"]


def test_what_is_wrong_is_told_every_time() -> None:
    sound, judge = Sound(), Judge(wrong="Бір")

    for _ in range(3):
        assert list(sound.judged("one", [FIRST, OTHER], 1, judge)) == [Problem("Бір", FILE)]
    assert judge.asked == ["text", "note", "text", "text"]


def test_what_has_gone_is_forgotten() -> None:
    """Else a server that lives long would hold all that ever stood in a site."""
    sound = Sound()
    asked(sound, FIRST, OTHER)
    asked(sound, OTHER)

    assert asked(sound, FIRST, OTHER) == ["text"]


def test_a_look_that_was_broken_off_leaves_what_was_known() -> None:
    sound = Sound()
    asked(sound, FIRST, OTHER)

    next(iter(sound.judged("one", [changed(FIRST), OTHER], 1, Judge(wrong="және"))))

    assert asked(sound, FIRST, OTHER) == []


Edit = tuple[str, Callable[[str], str]]
"""A file, and what becomes of its text."""


def replaced(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


def before(lines: str) -> Callable[[str], str]:
    return lambda text: f"{lines}{text}"


def instead(body: str) -> Callable[[str], str]:
    return lambda _: body


TERMS, AGENCY = "content/terms.yaml", "content/organisations/jetro.yaml"
TRADE, CONTRACT = "content/quotes/trade.yaml", "content/agreements/expo-contract.yaml"
SCOPE = "  applies: {organisations: [ctbt-conference], quotes: [ctbt-co-chairs]}\n"  # of treaty
NAME, LONGER = "Japan External Trade Organization", "Nursultan Nazarbayev dwelt"

HIDE: Edit = (AGENCY, replaced(NAME, LONGER))  # what is a part of a name is no other word
SHOW: Edit = (AGENCY, replaced(LONGER, NAME))
FORBID: Edit = (TERMS, replaced("en: [Nursultan Nazarbaev,", "en: [dwelt,"))
WIDEN: Edit = (TERMS, replaced(SCOPE, ""))
NARROW: Edit = (TERMS, replaced(SCOPE, "  applies: {sources: [kyodo-copy]}\n"))
CITE: Edit = (CONTRACT, replaced("sources: [press-text, dentsu", "sources: [kyodo-copy, dentsu"))
CALL: Edit = (AGENCY, replaced("en: JETRO", "en: Ministry"))
MISSPELL: Edit = (TRADE, replaced("сай емес.", f"сай емес{9 * ' қейде'}."))

ELSEWHERE: tuple[tuple[str, tuple[Edit, ...]], ...] = (
    ("term-missing", (WIDEN,)),
    ("term-forbidden", (FORBID,)),
    ("term-forbidden", (HIDE, FORBID, SHOW)),
    ("term-missing", (NARROW, CITE)),
    ("name-missing", (CALL,)),
    ("misspelt-word", (MISSPELL,)),
)
"""What is wrong after the last edit with texts that stand as they did."""

AROUND: tuple[Edit, ...] = (
    *(WIDEN, FORBID, NARROW, CITE, CALL, MISSPELL),
    # a word that is right no more
    (TERMS, replaced("  allowed:\n    kk: [С. Абэ, Абэ]", "  allowed:\n    kk: []")),
    (TERMS, replaced("- id: abe\n", "- id: abe\n  enforced: no\n")),
    # names by which people and places are found
    ("content/people/abe.yaml", replaced("Shinzo Abe", "Abe Shinzo")),
    ("content/visit.yaml", replaced("Tokyo", "Osaka")),
    # a misspelt word, and a letter of another script
    (TRADE, replaced("Қазақстан", "Казакстан")),
    (TRADE, replaced("Алайда", "Aлайда")),
    # lines above what is wrong already
    ("content/pages/talks.en.md", before("A line before.\n\n")),
    (TRADE, before("# a note\n\n")),
    # records that are drafts, broken or empty
    ("content/people/abe.yaml", before("draft: true\n")),
    (TRADE, before("draft: true\n")),
    (AGENCY, before("name: [\n")),
    ("content/events/talks.yaml", instead("")),
    # the order of languages
    ("site.yaml", replaced("languages: [kk, en]", "languages: [en, kk]")),
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    return tmp_path


@dataclass
class Editor:
    """Edits a site, and has it judged with what was found sound before, and without.

    What was found is had from the same process, and from a former one that has kept it.
    """

    site: Path
    memory: Memory = field(default_factory=Memory)
    sound: Sound = field(default_factory=Sound)

    @property
    def cache(self) -> Cache:
        return Cache(self.site / "cache")

    def judge(self, *changed: Path) -> tuple[Problem, ...]:
        """What is found, which is the same either way."""
        self.memory.begin(changed)
        loaded = load(self.site, memory=self.memory)
        assert loaded.content is not None
        kept = Sound(self.cache)
        once, again, later = (
            sift(loaded.content, loaded.problems, with_drafts=True, sound=sound)[1]
            for sound in (Sound(), self.sound, kept)
        )
        kept.keep()
        assert again == later == once
        return again

    def edit(self, file: str, edit: Callable[[str], str]) -> tuple[Problem, ...]:
        path = self.site / file
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
        return self.judge(path)


@pytest.mark.parametrize(("code", "edits"), ELSEWHERE)
def test_texts_are_judged_by_what_stands_elsewhere_now(
    site: Path, code: str, edits: tuple[Edit, ...]
) -> None:
    editor = Editor(site)
    *_, former, now = [editor.judge(), *(editor.edit(*edit) for edit in edits)]

    assert code in {problem.code for problem in now if problem not in former}


def test_after_any_edits_the_same_is_found_as_by_one_who_looks_for_the_first_time(
    site: Path,
) -> None:
    """Two edits stand at a time, so that each is made and taken back beside others."""
    chance = random.Random(20161107)  # noqa: S311 (which order, not secrets)
    content = load(site).content
    assert content is not None
    sown = [(mutant.file, instead(mutant.body)) for mutant in mutants(content, each=1)]
    edits = [*AROUND, *sown]
    chance.shuffle(edits)
    editor = Editor(site)
    standing: dict[Path, str] = {}
    told: set[str] = set()
    for file, edit in edits:
        path = site / file
        back = [path] if path in standing else [*standing][:-1]
        for other in back:
            other.write_text(standing.pop(other), encoding="utf-8")
        standing[path] = path.read_text(encoding="utf-8")
        path.write_text(edit(standing[path]), encoding="utf-8")
        told |= {problem.code for problem in editor.judge(*back, path)}
    assert len(told) > 12
