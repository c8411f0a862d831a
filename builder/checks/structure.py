"""Texts in two languages are built alike: the same segments, records and placeholders."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import permutations, zip_longest

from builder.content.blocks import Block
from builder.content.content import Content
from builder.content.model import Article
from builder.problems import Place, Problem

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def check(content: Content) -> Iterator[Problem]:
    """Prose whose blocks, or the records it names, differ; strings whose placeholders differ."""
    for article, texts in content.prose.items():
        if (Article.kind_name, article) not in content.unreadable:
            differences = tuple(_blocks(content, texts))
            yield from differences
            if not differences:
                yield from _references(content, article, texts)
    yield from _placeholders(content)


def _blocks(content: Content, texts: Mapping[str, tuple[Block, ...]]) -> Iterator[Problem]:
    """The first difference between the first language's blocks and each other's."""
    present = [language.code for language in content.languages if texts.get(language.code)]
    for code in present[1:]:
        for one, other in zip_longest(texts[present[0]], texts[code]):
            if one is None and other:
                yield _ends(texts, present[0], other, code)
                break
            elif one and other is None:
                yield _ends(texts, code, one, present[0])
                break
            elif one and other and one.shape != other.shape:
                yield _differs(present[0], one, code, other)
                break


def _references(
    content: Content, article: str, texts: Mapping[str, tuple[Block, ...]]
) -> Iterator[Problem]:
    """Records that a block names in one language more often than in another.

    In which order does not matter, for it is that of each language's sentences.
    """
    blocks = {
        code: {block.segment: block for block in texts[code] if block.kind != "embed"}
        for code in (language.code for language in content.languages)
        if code in texts
    }
    for (one, here), (other, there) in permutations(blocks.items(), 2):
        for segment in (segment for segment in here if segment in there):
            if not _are_known(content, here[segment], there[segment]):
                continue  # which is told already, and one may be meant for another
            lacking = _named_records(there[segment]) - _named_records(here[segment])
            for (kind, identity), times in lacking.items():
                values: dict[str, str | int] = {
                    "segment": f"{Article.kind_name}:{article}/{segment}",
                    "record": f"{kind}:{identity}",
                    "times": times,
                    "language": one,
                    "other_language": other,
                    "other_place": str(_where(there[segment], kind, identity)),
                }
                yield Problem("reference-lacks", here[segment].place, values)


def _are_known(content: Content, *blocks: Block) -> bool:
    return all(
        reference.id in content.records.get(reference.kind, {})
        for block in blocks
        for reference in block.references
    )


def _named_records(block: Block) -> Counter[tuple[str, str]]:
    return Counter((reference.kind, reference.id) for reference in block.references)


def _where(block: Block, kind: str, identity: str) -> Place:
    return next(r.place for r in block.references if (r.kind, r.id) == (kind, identity))


def _ends(
    texts: Mapping[str, tuple[Block, ...]], language: str, more: Block, other: str
) -> Problem:
    """The text in `language` ends where the other one has the block `more`."""
    return Problem(
        "structure-ends",
        texts[language][-1].place,
        {
            "language": language,
            "other_language": other,
            "there_kind": more.kind,
            "there": _named(more),
            "other_place": str(more.place),
        },
    )


def _differs(first: str, one: Block, second: str, other: Block) -> Problem:
    return Problem(
        "structure-differs",
        other.place,
        {
            "here_kind": other.kind,
            "here": _named(other),
            "language": second,
            "there_kind": one.kind,
            "there": _named(one),
            "other_language": first,
            "other_place": str(one.place),
        },
    )


def _named(block: Block) -> str:
    """What tells a block from another of its kind: its level, size or record, and its id."""
    told = {
        "list": [f"({block.size})"],
        "table": [f"({block.size})"],
        "heading": ["#" * block.level],
        "embed": [f"{reference.kind}:{reference.id}" for reference in block.references],
    }
    return " ".join([*told.get(block.kind, []), block.segment])


def _placeholders(content: Content) -> Iterator[Problem]:
    languages = list(content.strings)
    if not languages:
        return
    first = content.strings[languages[0]]
    for code in languages[1:]:
        for key, text in content.strings[code].texts.items():
            here = set(PLACEHOLDER.findall(text))
            there = set(PLACEHOLDER.findall(first.texts.get(key) or text))
            if text and here != there:
                place = content.place(content.strings[code].file, (key,))
                values = {
                    "key": key,
                    "here": ", ".join(sorted(here)) or "-",
                    "there": ", ".join(sorted(there)) or "-",
                    "language": first.language,
                }
                yield Problem("placeholders-differ", place, values)
