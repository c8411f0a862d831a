"""`fix`: texts mended where that cannot change what they say; no other byte is touched."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.authoring.fixes import fix, fixes
from builder.build import build
from builder.cli import commands
from builder.problems import ProblemError
from builder.project import Project
from tests.small_site import small_site

QUOTE = "content/quotes/trade.yaml"
PROSE = "content/pages/talks.kk.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


def edit(site: Path, file: str, old: str, new: str) -> None:
    body = (site / file).read_bytes().decode()
    assert old in body
    (site / file).write_bytes(body.replace(old, new, 1).encode())


def bodies(site: Path) -> dict[str, bytes]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def run(site: Path, *options: str) -> Result:
    return CliRunner().invoke(commands, ["fix", "--site", str(site), "--lang", "en", *options])


def test_a_good_site_stays_as_it_is(site: Path) -> None:
    before = bodies(site)

    assert fix(site) == ()
    assert bodies(site) == before


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        (QUOTE, "topic: {kk: Сауда,", "topic: {kk: Сaудa,"),
        (QUOTE, "topic: {kk: Сауда,", "topic: {kk: Са\u200bуда\u00ad,"),
        (QUOTE, "Жапонша [[", "Жапонша  [["),
        (QUOTE, "Жапонша [[", "Жапонша \u00a0 [["),
        (QUOTE, "сөзі қолданылды.", "сөзi қолданылды."),
        (PROSE, "Екі ел де бейбітшілікті", "Екі  ел дe бейбітшілiкті"),
        (PROSE, "екі құжат – кестеде", "екі құжат - кестеде"),
        (PROSE, "екі құжат – кестеде", "екі құжат —  кестеде"),
        (PROSE, "- сауда\n", "- сaуда\n"),
        (PROSE, "| Құжат | Тараптар |", "| Құжaт | Тараптар |"),
        (PROSE, "келіссөз]] жүргізді", "кeліссөз]] жүргізді"),
        ("content/strings/kk.yaml", "Тілді таңдау", "Тілді тaңдау"),
        ("site.yaml", "шағын сайт.", "шағын caйт."),
    ],
)
def test_what_was_wrong_is_as_it_was_before_and_no_other_byte_is_touched(
    site: Path, file: str, right: str, wrong: str
) -> None:
    before = bodies(site)
    edit(site, file, right, wrong)

    fix(site)

    assert bodies(site) == before


@pytest.mark.parametrize(
    ("old", "new", "mended"),
    [
        ("Сауда,", "'\"Сауда\" ісі',", "'«Сауда» ісі',"),
        ("Сауда,", "Бұл 'сауда' ісі,", "Бұл «сауда» ісі,"),
        ("Trade}", "The host's trade}", "The host’s trade}"),
        ("Trade}", "«Trade» and “trade”}", "“Trade” and “trade”}"),
    ],
)
def test_quotation_marks_become_those_of_the_language(
    site: Path, old: str, new: str, mended: str
) -> None:
    edit(site, QUOTE, old, new)
    before = (site / QUOTE).read_text(encoding="utf-8")

    fix(site)

    assert (site / QUOTE).read_text(encoding="utf-8") == before.replace(new, mended)
    assert build(Project(site)).problems == ()


def test_line_ends_byte_order_marks_comments_and_folded_lines_stay(site: Path) -> None:
    text = (site / QUOTE).read_text(encoding="utf-8")
    text = text.replace(
        "note:\n  kk: Жапонша",
        'note: # a  comment - of "ours"\n  kk: >-\n    Жапонша  [[lang:ja|言葉]]\n    мaғынасы',
    )
    wrong = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    (site / QUOTE).write_bytes(wrong)

    fix(site)

    right = wrong.decode().replace("Жапонша  [[", "Жапонша [[").replace("мaғ", "мағ")
    assert (site / QUOTE).read_bytes() == right.encode()


def test_letters_of_two_characters_become_one_but_for_those_of_a_source(site: Path) -> None:
    edit(site, QUOTE, "Жапонша", "Мейлі, Жапонша".replace("й", "и\u0306"))
    edit(site, QUOTE, "сауданың", "сауданың".replace("ң", "ң"))
    edit(site, "content/quotes/friendship.yaml", "бағалаймыз\n", "бағалаи\u0306мыз\n")

    fix(site)

    assert "Мейлі, Жапонша" in (site / QUOTE).read_text(encoding="utf-8")
    kept = (site / "content/quotes/friendship.yaml").read_text(encoding="utf-8")
    assert "бағалаи\u0306мыз" in kept


def test_the_words_of_a_source_are_never_touched(site: Path) -> None:
    edit(site, QUOTE, "Қабылдаушы тарап сауданың", "Қaбылдаушы  тарап - \u200b'сауданың'")
    before = bodies(site)

    assert fix(site) == ()
    assert bodies(site) == before


@pytest.mark.parametrize(
    "topic",
    [
        '"\\"Сауда\\" ісі"',  # a mark after a backslash cannot be another one
        "'Сауда''ның ісі'",
        '"Са\\u0430уда \\u200b ісі"',  # what is written as a code is for the editor
    ],
)
def test_what_is_written_with_escapes_is_left_to_the_editor(site: Path, topic: str) -> None:
    edit(site, QUOTE, "{kk: Сауда,", f"{{kk: {topic},")
    before = bodies(site)

    made = fix(site)

    assert (bodies(site) == before) == (made == ())
    codes = {problem.code for problem in build(Project(site)).problems}
    assert not codes & {"yaml-escape", "yaml-syntax", "yaml-open-quote"}


def test_what_could_be_meant_otherwise_is_left_to_the_editor(site: Path) -> None:
    edit(site, QUOTE, "{kk: Сауда,", "{kk: 'Конақ, Yкімет—2 елдер, «ол \"сауда»',")
    before = bodies(site)

    assert fix(site) == ()
    assert bodies(site) == before


def test_each_place_is_shown_once_with_its_words_before_and_after(site: Path) -> None:
    edit(site, QUOTE, "{kk: Сауда,", "{kk: 'Сaудa мен  \"достық\"',")

    shown = [(str(one.place), one.before, one.after) for one in fix(site)]

    assert shown == [
        (f"{QUOTE}:10:15", "Сaудa", "Сауда"),
        (f"{QUOTE}:10:22", 'мен  "достық"', "мен «достық»"),
    ]


def test_the_command_shows_what_it_mends(site: Path) -> None:
    edit(site, QUOTE, "{kk: Сауда,", "{kk: Сaуда,")

    result = run(site)

    assert result.output == f"{QUOTE}:10:14: Сaуда → Сауда\nmended: 1\n"
    assert result.exit_code == 0
    assert run(site).output == "mended: 0\n"


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_asked_to_it_only_says_what_it_would_do(site: Path, option: str) -> None:
    assert run(site, option).exit_code == 0
    edit(site, QUOTE, "{kk: Сауда,", "{kk: Сaуда,")
    before = bodies(site)

    result = run(site, option)

    assert result.output == f"{QUOTE}:10:14: Сaуда → Сауда\ncould be mended: 1\n"
    assert result.exit_code == 1
    assert bodies(site) == before


def test_without_settings_nothing_is_mended(tmp_path: Path) -> None:
    with pytest.raises(ProblemError):
        fixes(tmp_path)


def test_the_mode_of_a_file_is_kept(site: Path) -> None:
    edit(site, QUOTE, "{kk: Сауда,", "{kk: Сaуда,")
    (site / QUOTE).chmod(0o640)

    fix(site)

    assert (site / QUOTE).stat().st_mode & 0o777 == 0o640
