"""Templates: the words they ask for, what they may print, and where they fail."""

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from builder.content.fields import Translated
from builder.content.strings import Strings
from builder.language import LANGUAGES
from builder.problems import Place, Problem
from builder.site.templates import UnknownStringError, read_templates, render_problem

STRINGS = Strings(
    "en",
    "content/strings/en.yaml",
    MappingProxyType({"plain": "words <b>", "count": "{n} of {all}"}),
    MappingProxyType({}),
)


@pytest.fixture
def templates(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    def write(files: dict[str, str]) -> Path:
        folder = tmp_path / "templates"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


def environment(folder: Path) -> Environment:
    return read_templates((folder,)).environment(LANGUAGES["en"], STRINGS, lambda name: f"/{name}")


def rendered(folder: Path, **context: object) -> str:
    return environment(folder).get_template("a.html").render(**context)


Write = Callable[[dict[str, str]], Path]


def test_words_are_escaped_and_placeholders_filled(templates: Write) -> None:
    folder = templates({"a.html": '{{ t("plain") }} {{ t("count", n="<1>", all=2) }}'})

    assert rendered(folder) == "words &lt;b&gt; &lt;1&gt; of 2"


class Name(str):
    """A text of a kind of its own, as ids are."""

    __slots__ = ()


def test_all_that_is_printed_is_escaped_once_and_markup_not_at_all(templates: Write) -> None:
    folder = templates(
        {
            "a.html": "{% from 'c.html' import c %}{% set x %}{{ '&' }}{% endset %}"
            "{% for value in values %}{{ value }} {% endfor %}"
            "{{ c('<i>') }} {{ '<u>' }} {{ values[0] ~ '<s>' }} {{ x }}",
            "c.html": "{% macro c(value) %}<b>{{ value }}</b>{% endmacro %}",
        }
    )
    values = ("<a>", Markup("<a>"), "<a>", Markup("&amp;"), "&amp;", Name("<a>"), 3, "3", True)

    assert rendered(folder, values=values) == (
        "&lt;a&gt; <a> &lt;a&gt; &amp; &amp;amp; &lt;a&gt; 3 3 True "
        "<b>&lt;i&gt;</b> &lt;u&gt; &lt;a&gt;&lt;s&gt; &amp;"
    )


def test_components_have_the_ambient_names_without_the_pages_context(templates: Write) -> None:
    folder = templates(
        {
            "a.html": '{% from "c.html" import c %}{{ c(items=("x", "y", "z")) }}{{ asset("s") }}',
            "c.html": '{% macro c(items) %}{{ t("plain") }}:{{ language.code }}:'
            "{% for item, after in join(items) %}{{ item }}{{ after }}{% endfor %}{% endmacro %}",
        }
    )

    assert rendered(folder) == "words &lt;b&gt;:en:x, y and z/s"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{{ t("count", n=1) }}', UnknownStringError),
        ('{{ t("none") }}', UnknownStringError),
        ("{{ missing }}", UndefinedError),
        ("{{ nothing }}", TypeError),
        ("{{ translated }}", TypeError),
    ],
)
def test_what_has_no_words_cannot_be_printed(
    templates: Write, text: str, error: type[Exception]
) -> None:
    folder = templates({"a.html": text})

    with pytest.raises(error):
        rendered(folder, nothing=None, translated=Translated({"kk": "сөз"}))


def test_the_keys_that_templates_ask_for_are_known_with_their_places(templates: Write) -> None:
    folder = templates(
        {"a.html": 'x\n{{ t("one") }}\n{{ t("two", n=1) }}', "b/c.html": '{{ t("one") }}'}
    )

    read = read_templates((folder,))

    assert dict(read.strings_used) == {
        "one": (Place("templates/a.html", 2, 1), Place("templates/b/c.html", 1, 1)),
        "two": (Place("templates/a.html", 3, 1),),
    }
    assert read.problems == ()


def test_a_key_that_is_worked_out_and_broken_syntax_are_problems(templates: Write) -> None:
    folder = templates({"a.html": "\n{{ t(key) }}", "b.html": "x\n\n{% if %}"})

    problems = read_templates((folder,)).problems

    assert [(p.code, p.place) for p in problems] == [
        ("string-key-not-fixed", Place("templates/a.html", 2, 1)),
        ("template-syntax", Place("templates/b.html", 3, 1)),
    ]


def test_a_template_of_an_earlier_folder_hides_one_of_the_same_name(tmp_path: Path) -> None:
    for name in ("own", "packaged"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(name)

    read = read_templates((tmp_path / "own", tmp_path / "packaged"))

    made = read.environment(LANGUAGES["en"], STRINGS, str)
    assert made.get_template("a.html").render() == "own"


def failure(folder: Path, name: str) -> Problem:
    try:
        environment(folder).get_template(name).render()
    except Exception as error:  # noqa: BLE001 (whatever it raises is what is looked at)
        return render_problem(error, name, "content/visit.yaml")
    raise AssertionError("the template did not fail")


def test_a_failure_is_placed_at_the_line_of_the_innermost_template(templates: Write) -> None:
    folder = templates(
        {
            "page.html": '{% from "c.html" import c %}\n\n{{ c() }}',
            "c.html": "{% macro c() %}\n{{ gone.name }}{% endmacro %}",
            "lost.html": "\n{% include 'nowhere.html' %}",
        }
    )

    inner, missing = failure(folder, "page.html"), failure(folder, "lost.html")

    assert (inner.code, inner.place) == ("template-failed", Place("templates/c.html", 2, 1))
    assert "gone" in str(inner.values["said"])
    assert (missing.code, missing.values["name"]) == ("template-missing", "nowhere.html")
    assert missing.place == Place("templates/lost.html", 2, 1)


def test_templates_that_cannot_be_read_are_told_with_the_others(tmp_path: Path) -> None:
    (tmp_path / "latin.html").write_bytes(b"{# caf\xe9 #}")
    (tmp_path / "link.html").symlink_to("nothing.html")
    (tmp_path / "open.html").write_text("{% if %}")

    problems = read_templates((tmp_path,)).problems

    assert [(problem.code, problem.place) for problem in problems] == [
        ("not-utf-8", Place("templates/latin.html", 1, 7)),
        ("file-unreadable", Place("templates/link.html")),
        ("template-syntax", Place("templates/open.html", 1, 1)),
    ]
    assert problems[1].values == {"reason": "No such file or directory"}
