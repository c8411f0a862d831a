"""Prose: segments with shared ids, references and embeds, and what is refused."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from builder.content.blocks import Block, Reference
from builder.content.prose import ProseReader
from builder.problems import Place, Problem


def read(text: str) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    return ProseReader().read(text, "talks.kk.md")


def blocks_of(text: str) -> tuple[Block, ...]:
    blocks, problems = read(text)
    assert not problems
    return blocks


def html_of(text: str) -> str:
    (block,) = blocks_of(text)
    return "".join(str(part) for part in block.parts)


def test_blocks_count_from_their_heading_so_that_insertions_elsewhere_move_nothing() -> None:
    blocks = blocks_of("Бірінші.\n\nЕкінші.\n\n## Сауда {#trade}\n\nҮшінші.\n\n- а\n- б\n")

    assert [(block.kind, block.segment, block.place.line) for block in blocks] == [
        ("paragraph", "start-1", 1),
        ("paragraph", "start-2", 3),
        ("heading", "trade", 5),
        ("paragraph", "trade-1", 7),
        ("list", "trade-2", 9),
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("бір **екі** *үш*", "бір <strong>екі</strong> <em>үш</em>"),
        ("[сөз](https://x.example/a_b)", '<a href="https://x.example/a_b">сөз</a>'),
        ("[сөз](mailto:a@x.example)", '<a href="mailto:a@x.example">сөз</a>'),
        ("[сөз](#trade-2)", '<a href="#trade-2">сөз</a>'),
        ("a & b", "a &amp; b"),
        ("R&amp;D&nbsp;x &#60; y", "R&amp;D&nbsp;x &lt; y"),
        (r"a \< b", "a &lt; b"),
        ("[[lang:ja|共同声明]]", '<span lang="ja">共同声明</span>'),
        ("> сөз", "<blockquote>\n<p>сөз</p>\n</blockquote>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("1) a\n2) b", "1) a\n2) b"),
    ],
)
def test_markdown_for_prose_is_rendered(text: str, html: str) -> None:
    assert html_of(text) == html


def test_references_keep_their_place_and_any_case_form_as_label() -> None:
    (block,) = blocks_of("Ол\n[[person:abe|Синдзо Абэмен]] және [[source:mofa]] сөйлесті.")

    assert block.parts == (
        Markup("Ол\n"),
        Reference("person", "abe", Place("talks.kk.md", 2, 1), Markup("Синдзо Абэмен")),
        Markup(" және "),
        Reference("source", "mofa", Place("talks.kk.md", 2, 35)),
        Markup(" сөйлесті."),
    )


def test_an_embed_stands_alone_and_names_its_record() -> None:
    (block,) = blocks_of("{{quote:trade}}")

    assert (block.kind, block.segment) == ("embed", "start-1")
    assert block.parts == (Reference("quote", "trade", Place("talks.kk.md", 1, 1)),)


def test_shape_tells_lists_of_different_length_and_other_embeds_apart() -> None:
    shapes = {
        blocks_of(text)[0].shape for text in ("- a", "- a\n- b", "{{quote:a}}", "{{quote:b}}")
    }

    assert len(shapes) == 4
    assert blocks_of("- a\n- b")[0].shape == blocks_of("- бір\n\n- екі")[0].shape


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("сөз <script>alert(1)</script>", "prose-html", 1, 5),
        ("a\nb <img src=x onerror=y>", "prose-html", 2, 3),
        ("<!-- x -->", "prose-html", 1, 1),
        ("<https://x.example>", "prose-html", 1, 1),
        ("[a](javascript:alert(1))", "prose-unsafe-link", 1, 5),
        ("[a](JaVaScript:x)", "prose-unsafe-link", 1, 5),
        ("[a](&#106;avascript:x)", "prose-unsafe-link", 1, 5),
        ("[a](data:text/html,x)", "prose-unsafe-link", 1, 5),
        ("[a](//x.example)", "prose-unsafe-link", 1, 5),
        ("[a](/kk/)", "prose-unsafe-link", 1, 5),
        ("[a](record:person/abe)", "prose-unsafe-link", 1, 5),
        ("[a]: https://x.example", "prose-link-label", 1, 1),
        ("сөз ![a](https://x.example/a.png)", "prose-image", 1, 5),
        ("бұл `код`", "prose-code", 1, 5),
        ("```\nкод\n```", "prose-code", 1, 1),
        ("сөз\n\n```\nкод\n", "prose-open-fence", 3, 1),
        ("    шегініс", "prose-unsupported", 1, 1),
        ("бір\n\n***\n\nекі", "prose-unsupported", 3, 1),
        ("- бір\n\n  жалғасы\n\n- екі", "prose-unsupported", 3, 1),
        ("сөз\n- тізім", "prose-blank-line", 2, 1),
        ("сөз\n| a |\n", "prose-blank-line", 2, 1),
        ("# Тақырып {#one}", "prose-heading-level", 1, 1),
        ("## Тақырып", "prose-heading-without-id", 1, 1),
        ("## Тақырып {#trade-2}", "prose-heading-id", 1, 1),
        ("## Тақырып {#Сауда}", "prose-heading-id", 1, 1),
        ("## A {#a}\n\n## B {#a}", "prose-duplicate-heading", 3, 1),
        ("сөз [[person:abe", "prose-bad-reference", 1, 5),
        ("[[person]]", "prose-bad-reference", 1, 1),
        ("[[lang:ja]]", "bad-language-mark", 1, 1),
        ("[[lang:x_|сөз]]", "bad-language-mark", 1, 1),
        ("#Тақырып {#one}", "prose-heading-level", 1, 1),
        ("[[persn:abe]]", "reference-kind", 1, 1),
        ("сөз {{quote:trade}}", "prose-embed-not-alone", 1, 5),
        ("{{source:mofa}}", "prose-cannot-embed", 1, 1),
    ],
)
def test_what_prose_has_no_need_of_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    _, problems = read(text)

    assert [(p.code, p.place) for p in problems] == [(code, Place("talks.kk.md", line, column))]


def test_a_misspelt_kind_of_reference_is_recognised() -> None:
    _, (problem,) = read("[[persn:abe]]")

    assert problem.values["suggestion"] == "person"


@given(st.text(alphabet="аb \n#-*_>|[](){}<&;:/!`\\\"'=j1.", max_size=80))
def test_whatever_is_written_no_html_but_ours_comes_out(text: str) -> None:
    blocks, _ = read(text)

    html = "".join(str(p) for b in blocks for p in b.parts if isinstance(p, Markup)).lower()
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html.replace("&", "")
    assert 'href="//' not in html


@pytest.mark.parametrize("bar", ["|", "\\|"])
def test_a_label_keeps_its_bar_in_the_cell_of_a_table(bar: str) -> None:
    text = f"| a | b |\n| --- | --- |\n| [[person:abe{bar}Синдзо Абэмен]] | [[lang:ja{bar}貿易]] |"

    (block,) = blocks_of(text)

    (reference,) = block.references
    assert reference == Reference("person", "abe", Place("talks.kk.md", 3, 3), reference.label)
    assert reference.label == "Синдзо Абэмен"
    html = "".join(part for part in block.parts if isinstance(part, Markup))
    assert html.count("<td>") == 2
    assert '<td><span lang="ja">貿易</span></td>' in html


@pytest.mark.parametrize(
    "text",
    ["## a" + " " * 100_000 + "b {#one}", "## " + "{#" * 50_000 + "one}"],
    ids=["spaces", "marks"],
)
def test_a_long_heading_is_read_in_no_time(text: str) -> None:
    started = time.process_time()

    blocks, _ = read(text)

    assert blocks[0].kind == "heading"
    assert time.process_time() - started < 1
