"""Waivers: findings of the checks that stand as they are, each for one text and with its reason."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from builder.checks.comparable import comparable
from builder.content.content import Content
from builder.content.model import Visit
from builder.content.parts import Waiver
from builder.content.records import Record
from builder.content.segments import segments
from builder.content.source import KeyPath
from builder.content.suggestions import nearest
from builder.problems import Problem

SEGMENT = "segment"
"""The value of a problem that names the text it is about; only such a problem can be waived."""


class Placed(Struct, frozen=True):
    """A waiver with the text it is for, `kind:id/segment`, and where it stands in its file."""

    waiver: Waiver
    segment: str
    file: str
    path: KeyPath


def waivers(content: Content) -> Iterator[Placed]:
    """Every waiver of a site, in the order of its files."""
    for number, elsewhere in enumerate(content.site.waive):
        kind, _, identity = elsewhere.record.partition(":")
        if (kind, identity) in content.left_out:
            continue  # with the record, as its own ones are
        segment = f"{elsewhere.record}/{elsewhere.at}"
        yield Placed(elsewhere, segment, content.site.file, ("waive", number))
    if content.visit:
        kind = Visit.__name__.lower()
        yield from _own(content.visit, f"{kind}:{kind}")
    for of_kind in content.records.values():
        for record in of_kind.values():
            yield from _own(record, f"{record.kind_name}:{record.id}")


def _own(value: Record | Visit, name: str) -> Iterator[Placed]:
    path = value.path if isinstance(value, Record) else ()
    for number, waiver in enumerate(value.waive):
        yield Placed(waiver, f"{name}/{waiver.at}", value.file, (*path, "waive", number))


def unwaived(
    content: Content, problems: Iterable[Problem], *, is_all: bool = True
) -> Iterator[Problem]:
    """The problems that no waiver takes away, and the waivers that take none away.

    Unless these are all problems, or where a record could not be read, nobody can say whether a
    waiver takes any away.
    """
    standing: dict[tuple[str, str], Placed] = {}
    idle: list[Placed] = []
    for placed in waivers(content):
        key = (placed.waiver.code, placed.segment)
        if standing.setdefault(key, placed) is not placed:
            idle.append(placed)  # another one does it already
    used = set()
    for problem in problems:
        key = (problem.code, str(problem.values.get(SEGMENT, "")))
        if key in standing:
            used.add(key)
        else:
            yield problem
    yield from _without_reason(content)
    idle += (placed for key, placed in standing.items() if key not in used)
    if idle and is_all and not content.unreadable:
        known = {s.name for s in segments(content)}
        passed_over = known - {s.name for s in comparable(content)}
        idle = [placed for placed in idle if placed.segment not in passed_over]
        yield from (_unused(content, placed, known) for placed in idle)


def _without_reason(content: Content) -> Iterator[Problem]:
    """Waivers whose reason is not there in every language."""
    for placed in waivers(content):
        for language in content.languages:
            if language.code not in placed.waiver.reason:
                place = content.place(placed.file, (*placed.path, "reason"))
                values = {"field": "reason", "language": language.code}
                yield Problem("missing-translation", place, values)


def _unused(content: Content, placed: Placed, known: Iterable[str]) -> Problem:
    """A waiver of nothing; where there is no such text, the nearest one is told."""
    owner = placed.segment.rpartition("/")[0]
    own = {name.rpartition("/")[2] for name in known if name.rpartition("/")[0] == owner}
    near = {} if placed.waiver.at in own else nearest(placed.waiver.at, own)
    values = {"waived": placed.waiver.code, "at": placed.waiver.at, **near}
    return Problem("waiver-unused", content.place(placed.file, (*placed.path, "code")), values)
