"""How the review of each text stands: missing, unreviewed, stale or ok."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from builder.checks.reviews import Note, Standing, State, standings
from builder.content.content import Content
from builder.content.reviews import Review, digest
from builder.content.segments import segments
from tests.checks.sites import read
from tests.language.invented import INVENTED
from tests.small_site import reviewed, small_site, three_languages

QUOTE = "content/quotes/trade.yaml"
NAME = "quote:trade/text"


def states(root: Path) -> Counter[State]:
    return Counter(standing.state for standing in standings(read(root)))


def standing(root: Path, name: str = NAME) -> Standing:
    return next(one for one in standings(read(root)) if one.segment.name == name)


def edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site, all of it reviewed."""
    return reviewed(small_site(tmp_path / "site"))


def test_nothing_is_reviewed_before_anybody_says_so(tmp_path: Path) -> None:
    found = states(small_site(tmp_path / "site"))

    assert set(found) == {State.UNREVIEWED}
    assert found.total() > 250


def test_what_was_reviewed_is_ok(site: Path) -> None:
    assert set(states(site)) == {State.OK}


def test_a_change_in_one_language_makes_its_segment_stale_and_no_other(site: Path) -> None:
    edit(site / QUOTE, "1.6", "1.7")

    found = standing(site)
    assert found.state is State.STALE
    assert found.notes == {"kk": Note.OVERTAKEN, "en": Note.CHANGED}
    assert states(site)[State.OK] == states(site).total() - 1


def test_what_is_changed_back_is_ok_again(site: Path) -> None:
    before = (site / QUOTE).read_bytes()
    edit(site / QUOTE, "1.6", "1.7")
    assert standing(site).state is State.STALE

    (site / QUOTE).write_bytes(before)

    assert standing(site).state is State.OK


def test_what_is_changed_in_every_language_was_never_reviewed(site: Path) -> None:
    edit(site / QUOTE, "{kk: Сауда, en: Trade}", "{kk: Айырбас, en: Exchange}")

    found = standing(site, "quote:trade/topic")
    assert found.state is State.UNREVIEWED
    assert found.notes == {"kk": Note.UNREVIEWED, "en": Note.UNREVIEWED}


def test_a_text_that_is_taken_away_is_missing_and_comes_back_as_it_was(site: Path) -> None:
    edit(site / QUOTE, "{kk: Сауда, en: Trade}", "{kk: Сауда}")
    found = standing(site, "quote:trade/topic")
    assert (found.state, found.missing, found.notes) == (State.MISSING, ("en",), {})

    edit(site / QUOTE, "{kk: Сауда}", "{kk: Сауда, en: Trade}")

    assert standing(site, "quote:trade/topic").state is State.OK


def test_a_block_that_one_language_lacks_is_missing(site: Path) -> None:
    article = site / "content" / "pages" / "talks.en.md"
    edit(article, article.read_text(encoding="utf-8"), "The talks began.\n")

    found = [one for one in standings(read(site)) if one.segment.kind == "article"]
    assert Counter(one.state for one in found)[State.MISSING] > 5


def test_embedded_records_and_slugs_need_no_review(site: Path) -> None:
    content = read(site)
    names = {one.segment.name for one in standings(content)}

    without = {segment.name for segment in segments(content)} - names
    assert without
    assert all(name.startswith("article:talks/") for name in without)
    assert not [name for name in names if name.endswith("slug")]


def test_the_words_of_the_interface_need_review_too(site: Path) -> None:
    edit(site / "content" / "strings" / "en.yaml", "place: Place", "place: Venue")

    assert standing(site, "strings:strings/place").state is State.STALE


def test_a_site_in_one_language_has_nothing_to_review(site: Path) -> None:
    content = read(site)

    alone = replace(content, languages=content.languages[:1])
    assert list(standings(alone)) == []


# Moving texts about


def test_a_text_that_moves_to_another_file_stays_reviewed(site: Path) -> None:
    note = "note: {kk: Бір ескерту., en: One remark.}\n"
    event = site / "content" / "events" / "talks.yaml"
    quote = site / QUOTE
    kept = quote.read_text(encoding="utf-8")
    found = re.search(r"^note:(?:.*\n)(?:[ ].*\n)*", kept, re.MULTILINE)
    assert found
    quote.write_text(kept.replace(found[0], ""), encoding="utf-8")
    assert "note:" not in event.read_text(encoding="utf-8").split("dated:")[0]
    event.write_text(event.read_text(encoding="utf-8") + found[0], encoding="utf-8")

    assert set(states(site)) == {State.OK}
    edit(event, found[0], note)
    assert standing(site, "event:talks/note").state is State.UNREVIEWED


def test_a_record_of_another_name_stays_reviewed(site: Path) -> None:
    (site / QUOTE).rename((site / QUOTE).with_name("exchange.yaml"))

    assert Counter(
        one.state for one in standings(read(site)) if one.segment.record == "exchange"
    ) == {State.OK: 3}


def shuffled(value: Any, order: random.Random) -> Any:
    """The same data with every list of maps in another order."""
    if isinstance(value, dict):
        return {key: shuffled(inner, order) for key, inner in value.items()}
    if isinstance(value, list):
        inner = [shuffled(item, order) for item in value]
        return order.sample(inner, len(inner)) if isinstance(value[0], dict) else inner
    return value


def in_every_file(site: Path, change: Callable[[Any], Any]) -> None:
    """Writes every YAML file but those of the ledger anew."""
    for path in site.rglob("*.yaml"):
        if "reviews" not in path.parts:
            data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (text, lists and maps only)
            text = yaml.safe_dump(change(data), allow_unicode=True, sort_keys=False)
            path.write_text(text, encoding="utf-8")


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_any_order_of_lists_and_of_blocks_keeps_all_states(seed: int, site: Path) -> None:
    order = random.Random(seed)  # noqa: S311 (nothing secret)
    in_every_file(site, lambda data: shuffled(data, order))
    orders = random.Random(seed)  # noqa: S311
    for path in sorted((site / "content" / "pages").glob("*.md")):
        first, *sections = re.split(r"(?m)^(?=## )", path.read_text(encoding="utf-8"))
        orders.seed(seed)  # the same in every language
        path.write_text(first + "".join(orders.sample(sections, len(sections))), encoding="utf-8")

    assert set(states(site)) == {State.OK}


def otherwise_set(text: Any) -> Any:
    """The same words, with other spaces and quotation marks."""
    if isinstance(text, list):
        return [otherwise_set(item) for item in text]
    marks = str.maketrans({"«": "“", "»": "”", "“": "«", "”": "»", "‘": '"', "’": "'"})
    return text.replace(" ", "\N{NO-BREAK SPACE} ").translate(marks)


def otherwise(data: Any) -> Any:
    if isinstance(data, list):
        return [otherwise(item) for item in data]
    if isinstance(data, dict):
        keep = {"slug", "former", "address", "translated", "verbatim"}
        is_text = data.keys() == {"kk", "en"}
        return {
            key: value if key in keep else (otherwise_set(value) if is_text else otherwise(value))
            for key, value in data.items()
        }
    return data


def test_other_spaces_and_quotation_marks_keep_all_states(site: Path) -> None:
    edit(site / QUOTE, "en: Trade}", "en: “Trade”}")
    in_every_file(reviewed(site), otherwise)
    for path in (site / "content" / "pages").glob("*.md"):
        lines = path.read_text(encoding="utf-8").splitlines()
        told = [
            line if line.startswith(("#", "{{", "-", "|")) else otherwise_set(line)
            for line in lines
        ]
        path.write_text("\n".join(told) + "\n", encoding="utf-8")

    assert "«Trade»" in (site / QUOTE).read_text(encoding="utf-8")
    assert set(states(site)) == {State.OK}


# Texts that others have too


def test_words_that_another_segment_shares_do_not_make_it_stale(site: Path) -> None:
    """One word has two renderings: that the one was reviewed says nothing of the other."""
    event = site / "content" / "events" / "return-visit.yaml"
    event.write_text(
        event.read_text(encoding="utf-8") + "facts:\n- text: {kk: Сауда, en: Commerce}\n"
        "  sources: [ministry-page]\n  confidence: verified\n",
        encoding="utf-8",
    )

    assert standing(site, "event:return-visit/facts-1-text").state is State.UNREVIEWED
    assert standing(site, "quote:trade/topic").state is State.OK


def test_of_two_that_were_the_same_the_changed_one_is_stale(tmp_path: Path) -> None:
    """Its own review says that it has changed, though the other meets that review still."""
    site = small_site(tmp_path / "site")
    strings = site / "content" / "strings"
    edit(site / QUOTE, "{kk: Сауда, en: Trade}", "{kk: Өткен жері, en: Place}")
    reviewed(site)
    for code, word in (("kk", "Өткен жері"), ("en", "Place")):
        text = (strings / f"{code}.yaml").read_text(encoding="utf-8")
        assert f"\nplace: {word}\n" in text

    edit(site / QUOTE, "en: Place}", "en: Spot}")

    assert standing(site, "quote:trade/topic").state is State.STALE
    assert standing(site, "strings:strings/place").state is State.OK


# Three languages


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """A site in three languages, none of it reviewed."""
    return read(three_languages(tmp_path_factory.mktemp("third") / "site"))


def under(content: Content, **texts: str) -> Standing:
    """How the text of a quote stands, if texts were reviewed together that are given by name."""
    own = {s.name: s for s in segments(content)}[NAME].texts
    told = {code: digest(own[code].text if text == "now" else text) for code, text in texts.items()}
    ledger: Mapping[str, Mapping[str, Review]] = {"content/reviews/x.yaml": {NAME: Review(told)}}
    return next(s for s in standings(replace(content, reviews=ledger)) if s.segment.name == NAME)


THIRD = INVENTED.code


def test_three_languages_are_ok_together(third: Content) -> None:
    found = under(third, kk="now", en="now", **{THIRD: "now"})

    assert (found.state, found.notes) == (State.OK, {})


def test_a_language_that_was_added_is_unreviewed_and_says_nothing_of_the_others(
    third: Content,
) -> None:
    found = under(third, kk="now", en="now")

    assert found.state is State.UNREVIEWED
    assert found.notes == {THIRD: Note.UNREVIEWED}


def test_a_change_in_one_of_three_languages_overtakes_both_others(third: Content) -> None:
    found = under(third, kk="now", en="as it was", **{THIRD: "now"})

    assert found.state is State.STALE
    assert found.notes == {"en": Note.CHANGED, "kk": Note.OVERTAKEN, THIRD: Note.OVERTAKEN}


def test_a_language_that_was_added_after_a_change_is_told_of_apart(third: Content) -> None:
    found = under(third, kk="as it was", en="now")

    assert found.state is State.STALE
    assert found.notes == {"kk": Note.CHANGED, "en": Note.OVERTAKEN, THIRD: Note.UNREVIEWED}


def test_a_language_that_was_given_up_leaves_the_others_reviewed(third: Content) -> None:
    two = replace(third, languages=tuple(x for x in third.languages if x.code != THIRD))
    texts = {
        segment.name: Review({code: digest(text.text) for code, text in segment.texts.items()})
        for segment in segments(third)
    }

    found = list(standings(replace(two, reviews={"content/reviews/x.yaml": texts})))

    assert {standing.state for standing in found} == {State.OK}


# What it costs


def many(content: Content, times: int) -> Iterator[tuple[str, Mapping[str, Review]]]:
    """A ledger with the reviews of all texts, and of as many others again and again."""
    for number in range(times):
        yield (
            f"content/reviews/{number}.yaml",
            {
                f"{segment.name}-{number}": Review(
                    {
                        code: digest(f"{text.text}{number or ''}")
                        for code, text in segment.texts.items()
                    }
                )
                for segment in segments(content)
            },
        )


def test_a_large_ledger_is_looked_up_as_a_small_one(site: Path) -> None:
    content = read(site)

    found = list(standings(replace(content, reviews=dict(many(content, 100)))))

    assert {standing.state for standing in found} == {State.OK}
