"""The schemas for editors: what they accept, what they refuse and where, what they explain."""

import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator, ValidationError
from msgspec import defstruct

from builder.authoring import scalars
from builder.authoring.descriptions import described, descriptions, texts_of
from builder.authoring.schemas import documents, files, modeline, path
from builder.content import fields, kinds, parts
from builder.content.base import Model
from builder.content.corrections import Correction
from builder.content.data import locate
from builder.content.files import RECORDS
from builder.content.findings import Origin
from builder.content.model import Term, Visit
from builder.content.settings import Site
from builder.content.typed import fields as fields_of
from builder.content.typed import read
from builder.language import LANGUAGES
from builder.site.templates import read_templates
from tests.authoring.typed_yaml import read_typed
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.small_site import BROKEN, ROOT, broken_site, cases, small_site, three_languages
from tools.schema import editing

TOLD = re.compile(r"^(\S+\.yaml)(?::(\d+):\d+)?: (?:error|warning)\[([a-z-]+)\]", re.MULTILINE)

EXPRESSED = frozenset(
    (
        *("unknown-key", "missing-key", "given-key", "wrong-type", "bad-choice", "empty-value"),
        *("too-few", "too-many", "listed-twice", "language-twice", "bad-value"),
        *("missing-translation", "not-translated", "unknown-language", "unsupported-language"),
        *("site-languages", "bad-id", "bad-slug", "bad-date", "bad-time", "bad-address"),
        *("bad-site-address", "bad-email", "bad-checksum", "bad-language-code"),
        *("bad-language-mark", "bad-picture-name", "bad-licence", "date-or-range"),
        *("end-without-start", "figure-origin", "figure-value", "original-missing"),
        *("translated-original", "translator-missing", "missing-string", "unused-string"),
    )
)
"""The problems that a schema of one file can express, but for those of the YAML itself."""

BETWEEN_FIELDS = frozenset(
    ("date-or-range", "end-without-start", "original-missing", "translator-missing")
)
"""Those of two fields together: a schema may refuse either."""


@cache
def validators(codes: tuple[str, ...], templates: Path | None) -> Mapping[str, Draft7Validator]:
    """Pattern of the files -> what judges them, for a site in these languages."""
    folders = (templates, ROOT / "templates") if templates else (ROOT / "templates",)
    used = read_templates(folders).strings_used
    made = documents([LANGUAGES_AND_ONE_MORE[code] for code in codes], used)
    return {pattern: Draft7Validator(made[name_of(schema)]) for schema, pattern in files().items()}


def name_of(schema: str) -> str:
    return Path(schema).name.removesuffix(".schema.json")


def faults(site: Path, file: str, codes: tuple[str, ...]) -> list[ValidationError]:
    own = site / "templates" if site != ROOT and (site / "templates").is_dir() else None
    known = validators(codes, own).items()
    (validator,) = (validator for pattern, validator in known if fnmatch(file, pattern))
    return list(validator.iter_errors(read_typed((site / file).read_text(encoding="utf-8"))))


def lines(site: Path, file: str, codes: tuple[str, ...]) -> set[int]:
    """The lines of a file at which something is refused."""
    text = (site / file).read_text(encoding="utf-8")
    return {line for fault in faults(site, file, codes) for line in _lines(fault, text)}


def _lines(fault: ValidationError, text: str) -> Iterator[int]:
    where = tuple(fault.absolute_path)
    if fault.validator == "additionalProperties":
        extra: Any = fault
        for key in extra.instance.keys() - extra.schema.get("properties", {}).keys():
            yield locate(text, (*where, key), key=True)[0]
    else:
        yield locate(text, where)[0]
    for inner in fault.context or ():
        yield from _lines(inner, text)


def yaml_files(site: Path) -> list[str]:
    found = (file.relative_to(site).as_posix() for file in site.rglob("*.yaml"))
    return sorted(f for f in found if any(fnmatch(f, pattern) for pattern in files().values()))


def refused(site: Path, codes: tuple[str, ...]) -> list[str]:
    return [
        f"{file}: {fault.json_path}: {fault.message}"
        for file in yaml_files(site)
        for fault in faults(site, file, codes)
    ]


def test_every_schema_is_valid() -> None:
    for validator in validators(tuple(LANGUAGES), None).values():
        Draft7Validator.check_schema(validator.schema)


def test_the_stored_files_are_the_models() -> None:
    stored = {name: (ROOT / name).read_text(encoding="utf-8") for name in editing()}

    assert stored == editing(), "run python -m tools.schema"


def test_nothing_else_is_stored_among_them() -> None:
    stored = {
        file.relative_to(ROOT).as_posix()
        for folder in ("schemas", ".vscode", ".zed", ".helix")
        for file in (ROOT / folder).iterdir()
    }

    assert stored == editing().keys()


def test_every_file_of_the_real_site_is_accepted() -> None:
    content = [file for file in yaml_files(ROOT) if not file.startswith("tests/")]

    assert len(content) > 80
    assert [f for file in content for f in faults(ROOT, file, tuple(LANGUAGES))] == []


def test_every_file_of_the_small_site_is_accepted(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")

    assert {fnmatch(f, p) for p in files().values() for f in yaml_files(site)} == {True, False}
    assert refused(site, tuple(LANGUAGES)) == []


def test_a_site_in_three_languages_has_schemas_of_three_languages(tmp_path: Path) -> None:
    site = three_languages(tmp_path / "site")

    assert refused(site, tuple(LANGUAGES_AND_ONE_MORE)) == []
    assert refused(site, tuple(LANGUAGES)) != []


def told(case: str) -> list[tuple[str, int, str]]:
    """File, line (0 for the whole file) and code of each problem that a schema can express."""
    expected = (BROKEN / case / "expected.txt").read_text(encoding="utf-8")
    return [
        (file, int(line or 0), code)
        for file, line, code in TOLD.findall(expected)
        if code in EXPRESSED
    ]


KNOWN_TO_THE_CHECKS_ALONE = frozenset(("language-of-country",))
"""A schema sees that a code is written as one, and not whether there is such a language."""


@pytest.mark.parametrize(
    "case", [case for case in cases() if told(case) and case not in KNOWN_TO_THE_CHECKS_ALONE]
)
def test_what_a_schema_can_express_is_refused_where_it_stands(case: str, tmp_path: Path) -> None:
    site = broken_site(case, tmp_path / "site")
    seen = {file: lines(site, file, tuple(LANGUAGES)) for file, _, _ in told(case)}

    assert [
        (file, line, code)
        for file, line, code in told(case)
        if line not in seen[file] and not (seen[file] and (line == 0 or code in BETWEEN_FIELDS))
    ] == []


def test_the_table_of_what_a_schema_can_express_claims_only_what_is_tried() -> None:
    assert {code for case in cases() for _, _, code in told(case)} == EXPRESSED


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (fields.Text, ["a", "no", "2017", "true", "12:30"], ["", "  "]),
        (fields.Id, ["trade", "25-years", "25", "true"], ["Trade", "a--b", "a_b", "сауда", ""]),
        (parts.AddressPart, ["trade", "2016"], ["Сауда", "../a", "a/b"]),
        (
            fields.Date,
            ["2016", "2016-11", "2016-11-07", "2016-02-29", "2015-12-31"],
            ["2016-13", "2016-02-30", "2016-04-31", "16", "0999", "2016-1-1", "7.11.2016", "1.5"],
        ),
        (fields.ClockTime, ["00:00", "18:23", "23:59"], ["24:00", "9:05", "18:60", "1823", "18"]),
        (
            fields.WebAddress,
            ["https://a.example", "HTTP://a.example:80/b?c#d", "https://[::1]/", "https://a/б/?"],
            [
                "a.example",
                "ftp://a.example",
                "https://",
                "https:///b",
                "https://[a/",
                "https://a b",
            ],
        ),
        (
            fields.SiteAddress,
            ["https://a.example", "https://a.example/b/c/", "https://a.example:8080/.b/"],
            [
                *("https://a.example//b", "https://a.example/../b", "https://a.example/b?c"),
                *("https://a.example/#b", "https://a@b.example/", "https://a.example/b/.."),
            ],
        ),
        (fields.EmailAddress, ["a@b.example", "a.b+c@d.e.example"], ["a@b", "a b@c.example", "a"]),
        (fields.Checksum, ["0a" * 32, "f" * 64], ["0A" * 32, "f" * 63, "1"]),
        (fields.LanguageCode, ["ja", "no", "zh-Hans", "art-x-sapar"], ["j", "JA", "ja_JP", "7"]),
        (parts.PictureName, ["a.jpg", "two-suns.webp"], ["A.jpg", "a b.png", "a.svg", "a"]),
        (parts.YesOrNo, ["true", "false"], ["yes", "no", "1", "on"]),
        (fields.WholeNumber, ["1", "-2", "20"], ["first", "1.5", "one"]),
    ],
)
def test_a_value_is_judged_as_the_model_judges_it(
    kind: Any, right: list[str], wrong: list[str]
) -> None:
    schema = Draft7Validator(dict(scalars.SCALARS[kind]))

    assert [text for text in right if not schema.is_valid(read_typed(text))] == []
    assert [text for text in right if not schema.is_valid(text)] == []
    assert [text for text in wrong if schema.is_valid(read_typed(text))] == []
    assert [text for text in right if not _is_read(kind, text)] == []
    assert [text for text in wrong if _is_read(kind, text)] == []


def _is_read(kind: Any, text: str) -> bool:
    model = defstruct("One", [("value", kind)])
    value, findings = read(model, {"value": text}, Origin("one.yaml", tuple(LANGUAGES)))
    assert (value is None) == bool(findings)
    return value is not None


def test_every_kind_of_value_is_judged_above() -> None:
    (mark,) = test_a_value_is_judged_as_the_model_judges_it.pytestmark

    assert {kind for kind, _, _ in mark.args[1]} == set(scalars.SCALARS)


@pytest.mark.parametrize("text", ["a [[lang:ja|会談]] b", "[b] a[1]", "a\n\nb", "2016", "true"])
def test_a_text_may_mark_a_run_in_another_language(text: str) -> None:
    assert Draft7Validator(dict(scalars.TRANSLATED_TEXT)).is_valid(text)


@pytest.mark.parametrize("text", ["", "  ", "[[", "a [[lang:ja|]] b", "[[person:abe|Abe]]"])
def test_a_text_may_hold_no_other_mark_and_not_be_empty(text: str) -> None:
    assert not Draft7Validator(dict(scalars.TRANSLATED_TEXT)).is_valid(text)


def test_a_long_text_is_judged_at_once() -> None:
    text = "сөз [a] " * 20_000

    assert Draft7Validator(dict(scalars.TRANSLATED_TEXT)).is_valid(text)
    assert not Draft7Validator(dict(scalars.TRANSLATED_TEXT)).is_valid(f"{text}[[ ")


def models() -> set[type[Model]]:
    """Every model that an editor writes, with those inside it."""
    found: set[type[Model]] = set()
    left: list[Any] = [*RECORDS.values(), Term, Visit, Correction, Site]
    while left:
        kind = left.pop()
        if isinstance(kind, type) and issubclass(kind, Model):
            if kind not in found:
                found.add(kind)
                left.extend(field.hint for field in fields_of(kind))
        else:
            left.extend(get_args(kind))
    return found


def test_each_text_for_editors_is_shown_somewhere() -> None:
    shown = json.dumps(
        [validator.schema for validator in validators(tuple(LANGUAGES), None).values()]
    )

    for code in described():
        texts = texts_of(code)
        unused = {text for text in leaves(texts) if json.dumps(text)[1:-1] not in shown}
        in_snippets = {*texts["names"].values(), texts["wording"]["delete-unknown"]}
        assert unused - in_snippets == set()
    assert {name for code in described() for name in texts_of(code)["names"]} == {
        model.kind_name for model in RECORDS.values()
    }


def test_texts_for_editors_have_the_same_keys_in_every_language() -> None:
    assert set(described()) == set(LANGUAGES)
    first, *others = (keys(texts_of(code)) for code in described())

    assert first
    assert all(other == first for other in others)


def test_texts_for_editors_name_only_what_there_is() -> None:
    known = {above.__name__: above for model in models() for above in model.__mro__}
    closed = {name for name, kind in vars(kinds).items() if isinstance(kind, type)} - {"StrEnum"}

    for code in described():
        texts: Any = texts_of(code)
        for name, told_of in texts["fields"].items():
            assert name in known
            below = [model for model in models() if known[name] in model.__mro__]
            present = {field.key for model in below for field in fields_of(model)}
            assert told_of.keys() <= present, name
        assert texts["choices"].keys() == closed


def keys(texts: Any) -> Any:
    if isinstance(texts, Mapping):
        return [(key, keys(value)) for key, value in texts.items()]
    return None


def leaves(texts: Any) -> Iterator[str]:
    if isinstance(texts, Mapping):
        for value in texts.values():
            yield from leaves(value)
    else:
        yield texts


def test_each_key_is_explained_in_every_language_of_the_site_in_its_order() -> None:
    form = documents(list(LANGUAGES.values()), ())["quote"]["properties"]["form"]

    texts: list[Any] = [texts_of(code) for code in LANGUAGES]
    first, second = (known["fields"]["Quote"]["form"] for known in texts)
    assert form["description"] == f"{first}\n{second}"
    assert form["enum"] == [value.value for value in kinds.Form]
    assert len(form["enumDescriptions"]) == len(form["enum"])


def test_a_language_without_texts_for_editors_gets_those_of_the_others() -> None:
    assert len(descriptions(["art-x-sapar"]).texts) == len(described())
    assert len(descriptions(["art-x-sapar", described()[0]]).texts) == 1


def test_a_field_that_nobody_describes_is_a_fault_of_ours() -> None:
    with pytest.raises(LookupError, match="nobody describes Quote"):
        descriptions(LANGUAGES).field(RECORDS["quotes"], "nothing")


@pytest.mark.parametrize("name", [name_of(schema) for schema in files()])
def test_a_modeline_leads_from_a_file_to_its_schema(name: str) -> None:
    pattern = files()[path(name)]
    depth = pattern.count("/")
    leads_to = modeline(name, depth).removeprefix("# yaml-language-server: $schema=")

    assert (ROOT / pattern).parent.joinpath(leads_to).resolve() == (ROOT / path(name)).resolve()
