"""`status`: which texts were reviewed, which were not, and what is waived."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import click
from msgspec import Struct

from builder.checks.reviews import Note, Standing, State, standings
from builder.checks.waivers import Placed, waivers
from builder.cli import options
from builder.cli.printing import PROBLEMS, show
from builder.content.content import Content
from builder.content.load import load
from builder.content.segments import place_in
from builder.language import PartialDate
from builder.problems import Place, Severity
from builder.problems.catalogue import Catalogue

Table: TypeAlias = Sequence[Sequence[str]]


class Open(Struct, frozen=True):
    """A segment that is not as it should be, with the languages that are to be looked at."""

    place: Place
    state: State
    text: str
    languages: tuple[str, ...]


@click.command("status")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    help="How it is printed.",
)
@options.on
@options.site
@options.lang
def command(form: str, on: str, root: Path, catalogue: Catalogue) -> None:
    """Show how the review of the texts stands, and every place that is open.

    With --on, waivers are marked that are to be thought of again by that day.
    """
    loaded = load(root)
    show(loaded.problems, root, catalogue)
    if loaded.content is not None:
        content = loaded.content.without(loaded.content.drafts.keys())
        found = tuple(standings(content))
        waived = tuple(waivers(content))
        if form == "json":
            data = _as_data(content, found, waived, on)
            click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        else:
            for line in _as_text(content, found, waived, on, catalogue):
                click.echo(line)
    if any(problem.severity is Severity.ERROR for problem in loaded.problems):
        raise SystemExit(PROBLEMS)


def _counts(found: Iterable[Standing]) -> dict[str, Counter[State]]:
    """Kind -> how many segments of it are in each state."""
    counts: dict[str, Counter[State]] = {}
    for standing in found:
        counts.setdefault(standing.segment.kind, Counter())[standing.state] += 1
    return {kind: counts[kind] for kind in sorted(counts)}


def _open(content: Content, found: Iterable[Standing]) -> Iterator[Open]:
    """What is open, by place."""
    places = (_place(content, standing) for standing in found if standing.state is not State.OK)
    yield from sorted(places, key=lambda one: (one.place, one.text))


def _place(content: Content, standing: Standing) -> Open:
    """The text to look at first: one that has changed, or else one that was never reviewed."""
    segment = standing.segment
    of_note = {
        State.STALE: Note.CHANGED,
        State.UNREVIEWED: Note.UNREVIEWED,
    }.get(standing.state)
    languages = tuple(code for code, note in standing.notes.items() if note is of_note)
    text = segment.texts[languages[0]] if languages else next(iter(segment.texts.values()))
    place = place_in(content, text, 0)
    return Open(place, standing.state, segment.name, standing.missing or languages)


def _is_due(placed: Placed, on: str) -> bool:
    review = placed.waiver.review
    return bool(on and review and review.first <= PartialDate.parse(on).last)


def _as_data(
    content: Content, found: Iterable[Standing], waived: Iterable[Placed], on: str
) -> dict[str, object]:
    found = tuple(found)
    return {
        "counts": {
            kind: {state.value: count[state] for state in State}
            for kind, count in _counts(found).items()
        },
        "open": [
            {
                **_place_data(one.place),
                "state": one.state.value,
                "text": one.text,
                "languages": list(one.languages),
            }
            for one in _open(content, found)
        ],
        "waivers": [
            {
                **_place_data(content.place(placed.file, placed.path)),
                "code": placed.waiver.code,
                "text": placed.segment,
                "review": placed.waiver.review.isoformat() if placed.waiver.review else None,
                "due": _is_due(placed, on),
            }
            for placed in waived
        ],
    }


def _place_data(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}


def _as_text(
    content: Content,
    found: Iterable[Standing],
    waived: Iterable[Placed],
    on: str,
    catalogue: Catalogue,
) -> Iterator[str]:
    found = tuple(found)
    names = {state: catalogue.outcome(f"state-{state}") for state in State}
    counts = _counts(found)
    all_of_them = sum(counts.values(), Counter[State]())
    rows = [["", *names.values()]]
    rows += [[kind, *(str(count[state]) for state in State)] for kind, count in counts.items()]
    rows.append(["", *(str(all_of_them[state]) for state in State)])
    yield from _table(rows, numbers=True)
    opened = [
        [str(one.place), names[one.state], one.text, ", ".join(one.languages)]
        for one in _open(content, found)
    ]
    if opened:
        yield ""
        yield from _table(opened)
    if waived := tuple(waived):
        yield ""
        yield catalogue.outcome("waived")
        yield from _table([_waived(content, placed, on, catalogue) for placed in waived])


def _waived(content: Content, placed: Placed, on: str, catalogue: Catalogue) -> list[str]:
    review = placed.waiver.review
    due = catalogue.outcome("due") if _is_due(placed, on) else ""
    place = str(content.place(placed.file, placed.path))
    return [place, placed.waiver.code, placed.segment, review.isoformat() if review else "", due]


def _table(rows: Table, *, numbers: bool = False) -> Iterator[str]:
    """Rows with their cells one below the other; numbers stand to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if numbers and place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
