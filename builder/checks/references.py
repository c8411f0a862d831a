"""Every record that is named exists."""

from collections.abc import Iterator

from builder.content.content import ANY, Content
from builder.content.fields import RecordId
from builder.content.model import Article
from builder.content.suggestions import nearest
from builder.problems import Place, Problem

LEFT_OUT = "refers-to-draft"
"""The problem of naming a record that is there, but left out because it is a draft."""


def check(content: Content) -> Iterator[Problem]:
    """References in fields, in prose, in the navigation and in corrections."""
    for file, path, value in content.documents():
        for inner, leaf in value.leaves:
            if isinstance(leaf, RecordId) and not _known(content, leaf.kind, leaf):
                place = content.place(file, (*path, *inner))
                yield _unknown(content, leaf.kind, leaf, place)
    yield from _in_prose(content)
    yield from _in_navigation(content)
    yield from _in_corrections(content)


def _in_prose(content: Content) -> Iterator[Problem]:
    for texts in content.prose.values():
        for blocks in texts.values():
            for block in blocks:
                for reference in block.references:
                    if not _known(content, reference.kind, reference.id):
                        yield _unknown(content, reference.kind, reference.id, reference.place)
    for article, covers in ((a, a.covers) for a in content.articles.values()):
        segments = {b.segment for b in next(iter(content.prose.get(article.id, {}).values()), ())}
        for segment in covers:
            if segments and segment not in segments:
                place = content.place(article.file, ("covers", segment), key=True)
                yield Problem(
                    "unknown-block", place, _near({"segment": segment}, segment, segments)
                )


def _in_navigation(content: Content) -> Iterator[Problem]:
    sections = content.site.sections.slugs()
    for article in content.articles.values():
        if article.id in sections:
            yield Problem("article-named-like-section", Place(article.file), {"name": article.id})
    known = {*sections, *content.articles}
    known |= {identity for kind, identity in content.unreadable if kind == Article.kind_name}
    for number, name in enumerate(content.site.navigation):
        if name not in known:
            place = content.place(content.site.file, ("navigation", number))
            if (Article.kind_name, name) in content.left_out:
                yield _unknown(content, Article.kind_name, name, place)
                continue
            yield Problem("unknown-navigation", place, _near({"name": name}, name, known))


def _in_corrections(content: Content) -> Iterator[Problem]:
    for correction in content.corrections:
        if correction.record is None:
            continue
        kind, _, identity = correction.record.partition(":")
        if _known(content, kind, identity):
            continue
        place = content.place(correction.file, (*correction.path, "record"))
        if kind not in content.records:
            values: dict[str, str | int] = {"kind": kind, "kinds": ", ".join(content.records)}
            meant = [each for each, known in content.records.items() if correction.record in known]
            near = {"suggestion": f"{meant[0]}:{correction.record}"} if meant else {}
            values = {**_near(values, kind, set(content.records)), **near}
            yield Problem("reference-kind", place, values)
        else:
            yield _unknown(content, kind, identity, place)


def _known(content: Content, kind: str, identity: str) -> bool:
    unreadable = {(kind, identity), (kind, ANY)} & content.unreadable
    return identity in content.records.get(kind, {}) or bool(unreadable)


def _unknown(content: Content, kind: str, identity: str, place: Place) -> Problem:
    if (kind, identity) in content.left_out:
        return Problem(LEFT_OUT, place, {"kind": kind, "id": str(identity)})
    known = set(content.records.get(kind, {}))
    return Problem("unknown-record", place, _near({"kind": kind, "id": identity}, identity, known))


def _near(values: dict[str, str | int], wrong: str, known: set[str]) -> dict[str, str | int]:
    return {**values, **nearest(wrong, known)}
