"""Reading: bytes to text, YAML to text, lists and maps, and places in both."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.content import composer
from builder.content.composer import MAX_DEPTH
from builder.content.data import locate, read_yaml
from builder.content.source import MAX_BYTES, Data, read_text
from builder.problems import Place, Problem, ProblemError


def problems_of_bytes(folder: Path, data: bytes) -> tuple[Problem, ...]:
    path = folder / "record.yaml"
    path.write_bytes(data)
    with pytest.raises(ProblemError) as caught:
        read_text(path, "record.yaml")
    return caught.value.problems


def problems_of_yaml(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ProblemError) as caught:
        read_yaml(text, "record.yaml")
    return caught.value.problems


def test_text_is_read_without_bom_with_plain_newlines_in_nfc(tmp_path: Path) -> None:
    path = tmp_path / "record.yaml"
    path.write_bytes("\ufeffтаи\u0306\r\nекі\rүш\n".encode())

    assert read_text(path, "record.yaml") == "тай\nекі\nүш\n"


@pytest.mark.parametrize(
    ("data", "code", "place", "values"),
    [
        (b"", "empty-file", Place("record.yaml"), {}),
        (b" \n\n", "empty-file", Place("record.yaml"), {}),
        ("\ufeffa: b".encode("utf-16"), "not-utf-8", Place("record.yaml", 1, 1), {}),
        (b"a: b\nn: caf\xe9\n", "not-utf-8", Place("record.yaml", 2, 7), {"found": "byte 0xE9"}),
        (
            "қ: a\0b".encode(),
            "control-character",
            Place("record.yaml", 1, 5),
            {"character": "U+0000"},
        ),
        (b"a" * (MAX_BYTES + 1), "file-too-large", Place("record.yaml"), {"limit": MAX_BYTES}),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_their_place(
    tmp_path: Path, data: bytes, code: str, place: Place, values: dict[str, str | int]
) -> None:
    (problem,) = problems_of_bytes(tmp_path, data)

    assert (problem.code, problem.place) == (code, place)
    assert values.items() <= problem.values.items()


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        read_text(tmp_path, "record.yaml")

    assert caught.value.problems[0].code == "file-unreadable"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 010", {"a": "010"}),
        ("a: 2017", {"a": "2017"}),
        ("a: 2016-11-07", {"a": "2016-11-07"}),
        ("a: null", {"a": "null"}),
        ("a: ~", {"a": "~"}),
        ("a:", {"a": None}),
        ("a: ''", {"a": ""}),
        ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
        ("a: >-\n  бір\n  екі\n", {"a": "бір екі"}),
        ("- a\n- b\n", ["a", "b"]),
        ("# nothing\n", None),
    ],
)
def test_yaml_is_text_lists_and_maps_and_nothing_else(text: str, data: Data) -> None:
    assert read_yaml(text, "record.yaml") == data


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: *b", "yaml-alias", 1, 4),
        ("a: &b c", "yaml-anchor", 1, 4),
        ("x: y\n<<: {a: b}", "yaml-merge-key", 2, 1),
        ("a: !!python/object:os.system x", "yaml-tag", 1, 4),
        ("a: !b [c]", "yaml-tag", 1, 4),
        ("a: b\nc: d\na: e", "yaml-duplicate-key", 3, 1),
        ("--- a\n--- b", "yaml-second-document", 2, 1),
        ("? [a]\n: b", "yaml-complex-key", 1, 3),
        ("a:\n\tb: c", "yaml-tab", 2, 1),
        ("a: 'b\nc: d", "yaml-open-quote", 1, 4),
        ("a: [b\nc: d", "yaml-open-bracket", 1, 4),
        ("қазақ: ә: b", "yaml-colon", 1, 9),
        ("a: - b", "yaml-dash", 1, 4),
        ("[]\n- a: b", "yaml-after-end", 2, 1),
        ("a:\n  b: c\n d: e", "yaml-indentation", 3, 2),
        ("a: @b", "yaml-needs-quotes", 1, 4),
        ('a: "\\q"', "yaml-escape", 1, 5),
        ("ққ: a\x1f", "control-character", 1, 6),
        ("%YAML 3.0\n---\na: b", "yaml-syntax", 1, 1),
    ],
)
def test_what_could_hide_something_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    (problem,) = problems_of_yaml(text)

    assert (problem.code, problem.place) == (code, Place("record.yaml", line, column))


def test_every_refusal_of_a_file_is_told_at_once() -> None:
    codes = [problem.code for problem in problems_of_yaml("a: *x\nb: !t y\nb: &z 1\n")]

    assert codes == ["yaml-alias", "yaml-tag", "yaml-duplicate-key", "yaml-anchor"]


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert read_yaml('"<<": a', "record.yaml") == {"<<": "a"}


def test_nesting_is_bounded_long_before_it_can_crash() -> None:
    allowed = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert read_yaml(allowed, "record.yaml") is not None

    (problem,) = problems_of_yaml("[" * 50_000)
    assert (problem.code, problem.place.column) == ("yaml-too-deep", MAX_DEPTH + 1)


def test_a_value_and_its_key_are_located_by_path() -> None:
    text = "a: 1\nmap:\n  - x\n  - key: қазақ\n"

    assert locate(text, ("map", 1, "key")) == (4, 10)
    assert locate(text, ("map", 1, "key"), key=True) == (4, 5)
    assert locate(text, ()) == (1, 1)


def test_what_is_not_there_is_located_at_what_should_hold_it() -> None:
    text = "a: 1\nmap:\n  - x\n  - key: қазақ\n"

    assert locate(text, ("map", 1, "missing", "deeper")) == (4, 5)
    assert locate("'broken", ("a",)) == (1, 1)


_data = st.recursive(
    st.text(alphabet="аәқü:#-'\"[]{}&*!|> \n\\", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet="abқ", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


def _as_yaml(data: object) -> str:
    if isinstance(data, str):
        escaped = data.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'
    if isinstance(data, list):
        return f"[{', '.join(map(_as_yaml, data))}]"
    assert isinstance(data, dict)
    return f"{{{', '.join(f'{_as_yaml(key)}: {_as_yaml(value)}' for key, value in data.items())}}}"


@given(_data)
def test_whatever_is_written_is_read_back(data: object) -> None:
    assert read_yaml(_as_yaml(data), "record.yaml") == data


def _outcome(text: str) -> object:
    try:
        return read_yaml(text, "record.yaml")
    except ProblemError as error:
        return error.problems


@given(st.text(max_size=60))
def test_any_text_gives_data_or_problems_and_never_another_error(text: str) -> None:
    outcome = _outcome(text)

    assert outcome != ()


def test_the_places_of_many_values_of_one_file_are_found_in_no_time() -> None:
    text = "".join(f"- id: term-{number}\n" for number in range(3_000))
    started = time.process_time()

    assert [locate(text, (number, "id")) for number in range(3_000)] == [
        (line, 7) for line in range(1, 3_001)
    ]
    assert time.process_time() - started < 5


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_line_ends_that_no_editor_shows_are_refused(tmp_path: Path, separator: str) -> None:
    (problem,) = problems_of_bytes(tmp_path, f"a: b{separator}\n@c: d\n".encode())

    assert (problem.code, problem.place) == ("control-character", Place("record.yaml", 1, 5))


def test_half_a_character_is_refused_where_the_parser_lets_it_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(composer, "_LOADER", yaml.SafeLoader)  # as where libyaml is not there

    (problem,) = problems_of_yaml('a: b\nc: "\\ud800"\n')

    assert (problem.code, problem.place) == ("control-character", Place("record.yaml", 2, 4))
    assert problem.values == {"character": "U+D800"}


def test_control_characters_written_as_escapes_are_refused() -> None:
    (problem,) = problems_of_yaml('a: b\n"c\\x1B": d\n')

    assert (problem.code, problem.place) == ("control-character", Place("record.yaml", 2, 1))
    assert problem.values == {"character": "U+001B"}
