"""Data to models: what is read, and that everything wrong is found in one reading."""

from collections.abc import Mapping
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, field

from builder.content.base import Model
from builder.content.fields import Date, Distinct, PersonId, SiteLanguage, Text, Translated
from builder.content.files import RECORDS
from builder.content.findings import Origin
from builder.content.kinds import Form
from builder.content.marks import FaultError
from builder.content.model import Term, Visit
from builder.content.settings import Site
from builder.content.typed import fields, read
from builder.language import PartialDate

LANGUAGES = ("kk", "en")


class Part(Model):
    title: Translated
    by: tuple[PersonId, ...] = ()


class Whole(Model):
    id: Text
    file: str
    path: tuple[str | int, ...] = ()
    form: Form = Form.DIRECT
    date: Date | None = None
    last: Date | None = field(default=None, name="to")
    parts: Annotated[tuple[Part, ...], Meta(min_length=1)]
    words: Mapping[SiteLanguage, Annotated[tuple[Text, ...], Distinct]] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        if self.date and self.last and self.last.certainly_before(self.date):
            raise FaultError("ends-before-start", key="to", start="", end="")


TITLE = {"kk": "Сапар", "en": "Visit"}
GOOD: dict[str, Any] = {"parts": [{"title": TITLE}]}


def found(data: object) -> list[tuple[tuple[str | int, ...], str]]:
    value, findings = read(Whole, data, Origin("whole.yaml", LANGUAGES, identity="one"))
    assert (value is None) == bool(findings)
    return [(one.path, one.code) for one in findings]


def test_a_model_is_made_of_what_stands_there_and_of_its_place() -> None:
    data = {**GOOD, "form": "reported", "to": "2016-11", "words": {"en": ["a", "b"]}}

    value, findings = read(Whole, data, Origin("whole.yaml", LANGUAGES, ("list", 3), "one"))

    assert findings == ()
    assert value == Whole(
        id="one",
        file="whole.yaml",
        path=("list", 3),
        form=Form.REPORTED,
        last=PartialDate.parse("2016-11"),
        parts=(Part(title=Translated(TITLE)),),
        words={"en": ("a", "b")},
    )


def test_nothing_can_be_changed_in_a_model() -> None:
    value, _ = read(Whole, {**GOOD, "words": {"en": ["a"]}}, Origin("f", LANGUAGES, (), "one"))

    assert value is not None
    with pytest.raises(AttributeError):
        value.form = Form.REPORTED  # type: ignore[misc]
    with pytest.raises(TypeError):
        value.words["en"] = ()  # type: ignore[index]


def test_everything_that_is_wrong_is_found_at_once() -> None:
    data = {
        "form": "shouted",
        "date": "2016-13",
        "parts": [{"title": "one language"}, {"by": "abe"}, None, "part"],
        "words": {"en": ["a", "a"], "de": ["b"]},
    }

    assert found(data) == [
        (("form",), "bad-choice"),
        (("date",), "bad-date"),
        (("parts", 0, "title"), "not-translated"),
        (("parts", 1, "by"), "wrong-type"),
        (("parts", 1), "missing-key"),
        (("parts", 2), "empty-value"),
        (("parts", 3), "wrong-type"),
        (("words", "en"), "listed-twice"),
        (("words", "de"), "unknown-language"),
    ]


def test_a_model_is_asked_whether_it_can_be_only_when_its_fields_are_right() -> None:
    late = {**GOOD, "date": "2016-11", "to": "2016-10"}

    assert found(late) == [(("to",), "ends-before-start")]
    assert found({**late, "form": "shouted"}) == [(("form",), "bad-choice")]


def test_a_key_that_is_misspelt_is_not_missing_too() -> None:
    assert found({"prats": GOOD["parts"]}) == [(("prats",), "unknown-key")]
    assert found({"other": ""}) == [(("other",), "unknown-key"), ((), "missing-key")]


def test_a_list_may_be_too_short() -> None:
    assert found({"parts": []}) == [(("parts",), "too-few")]


def test_a_place_that_an_editor_wrote_is_told_and_the_model_is_made_all_the_same() -> None:
    data = {**GOOD, "file": "other.yaml", "id": "two"}

    value, findings = read(Whole, data, Origin("whole.yaml", LANGUAGES, (), "one"))

    assert [(one.path, one.code) for one in findings] == [
        (("file",), "given-key"),
        (("id",), "given-key"),
    ]
    assert value is not None
    assert (value.file, value.id) == ("whole.yaml", "one")


def test_a_place_that_an_editor_wrote_is_told_beside_other_faults() -> None:
    data = {**GOOD, "file": "other.yaml", "bogus": "1"}

    _, findings = read(Whole, data, Origin("whole.yaml", LANGUAGES, (), "one"))

    assert {one.code for one in findings} == {"unknown-key", "given-key"}


def test_an_entry_of_a_list_has_an_id_of_its_own() -> None:
    value, _ = read(Whole, {**GOOD, "id": "own"}, Origin("whole.yaml", LANGUAGES, (0,)))

    assert value is not None
    assert value.id == "own"


def test_the_name_of_a_file_is_the_id_of_its_record_alone() -> None:
    class Entry(Model):
        id: Text

    class Holder(Model):
        id: Text
        entries: tuple[Entry, ...]

    data = {"entries": [{"id": "own"}]}
    value, findings = read(Holder, data, Origin("holder.yaml", LANGUAGES, (), "holder"))

    assert findings == ()
    assert value == Holder(id="holder", entries=(Entry(id="own"),))


def test_a_type_that_nothing_reads_is_a_fault_of_ours() -> None:
    class Odd(Model):
        number: float

    with pytest.raises(TypeError, match="float"):
        read(Odd, {}, Origin("odd.yaml", LANGUAGES))


MODELS: tuple[type[Model], ...] = (*RECORDS.values(), Term, Visit, Site)
KEYS = sorted({own.key for model in MODELS for own in fields(model)})
DATA = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["2016-11-07", "true", "direct", "abe"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEYS, *LANGUAGES, "de"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("model", MODELS)
@given(data=DATA)
def test_whatever_stands_there_it_is_read_or_told(model: type[Model], data: object) -> None:
    value, findings = read(model, data, Origin("any.yaml", LANGUAGES, (), "any"))

    assert value is not None or findings
    assert all(isinstance(value, str | int) for one in findings for value in one.values.values())


def test_texts_are_equal_and_found_in_whatever_order_their_languages_stand() -> None:
    one, other = Translated({"kk": "сөз", "en": "word"}), Translated({"en": "word", "kk": "сөз"})

    assert one == other == {"kk": "сөз", "en": "word"}
    assert {one: "found"}[other] == "found"
    assert one != Translated({"kk": "сөз"})
