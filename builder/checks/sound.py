"""Segments in which a check found nothing, so that it need not look at them again.

After a save most texts are what they were. A check that judges one segment after another judges
those alone that have changed, unless what it goes by has changed as well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from builder.content.content import Content
from builder.content.segments import Segment, Text
from builder.problems import Problem

Texts = Mapping[str, Text]
"""Language code -> text, of one segment."""


class Sound:
    """What checks found sound when they last looked.

    A live server hands the same to every run. Of each check it holds the segments of two looks,
    for a site is looked at with its drafts and without, and no more, so that memory stays level.
    Where something was found, it is found anew each time, for the lines of a file move.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[object, Mapping[str, Texts]], ...]] = {}

    def judged(
        self,
        check: str,
        segments: Iterable[Segment],
        by: object,
        judge: Callable[[Segment], Iterable[Problem]],
    ) -> Iterator[Problem]:
        """What is wrong with segments.

        Args:
            check: the name of the check.
            segments: all those that it judges.
            by: all that tells right from wrong but a segment's own name and texts; where values
                are equal, equal segments are judged alike.
            judge: gives what is wrong with one segment.
        """
        looks = self._known.get(check, ())
        known: Mapping[str, Texts] = next((known for former, known in looks if former == by), {})
        sound: dict[str, Texts] = {}
        for segment in segments:
            name, texts = segment.name, segment.texts
            found = () if known.get(name) == texts else tuple(judge(segment))
            if not found:
                sound[name] = texts
            yield from found
        others = [look for look in looks if look[0] != by]
        self._known[check] = ((by, sound), *others[:1])


Checks: TypeAlias = tuple[Callable[[Content, Sound], Iterator[Problem]], ...]


def of_site(*checks: Callable[[Content], Iterator[Problem]]) -> Checks:
    """Checks that look at a site as a whole, whatever was sound before."""
    return tuple(lambda content, _, check=check: check(content) for check in checks)
