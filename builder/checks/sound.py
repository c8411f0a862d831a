"""Segments in which a check found nothing, so that it need not look at them again.

From one save or build to the next, most texts stay as they are. A check that judges one segment
after another judges those alone that have changed, unless what it goes by has changed as well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from builder.cache import Cache
from builder.checks.kept import KeptSound, digest
from builder.content.content import Content
from builder.content.segments import Segment, Text
from builder.problems import Problem

Texts = Mapping[str, Text]
"""Language code -> text, of one segment."""


class _Look(Struct, frozen=True):
    """What one check found sound, by what it judges by."""

    by: object
    sound: Mapping[str, Texts]
    digest: bytes = b""


class Sound:
    """What checks found sound when they last looked.

    A live server hands the same to every run. Of each check it holds the segments of two looks,
    for a site is looked at with its drafts and without, and no more, so that memory stays level.
    Where something was found, it is found anew each time, for the lines of a file move.

    Args:
        cache: where former processes have kept it, if anywhere.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self._looks: dict[str, tuple[_Look, ...]] = {}
        self._digests: dict[str, tuple[Texts, bytes]] = {}
        self._kept = KeptSound(cache) if cache and cache.folder else None

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
        looks = self._looks.get(check, ())
        former = next((look for look in looks if look.by == by), None) or self._begun(by)
        kept = frozenset[bytes]()
        if self._kept and not former.sound:
            kept = self._kept.known(check, former.digest)
        sound: dict[str, Texts] = {}
        for segment in segments:
            name, texts = segment.name, segment.texts
            is_sound = former.sound.get(name) == texts or (
                kept and self._digest(name, texts) in kept
            )
            found = () if is_sound else tuple(judge(segment))
            if not found:
                sound[name] = texts
            yield from found
        others = [look for look in looks if look.by != by]
        self._looks[check] = (_Look(by, sound, former.digest), *others[:1])

    def keep(self) -> None:
        """Keeps for other processes what is sound now."""
        if self._kept:
            self._kept.keep(
                {
                    (check, look.digest): [self._digest(*segment) for segment in look.sound.items()]
                    for check, looks in self._looks.items()
                    for look in looks
                }
            )
            known = {name for looks in self._looks.values() for one in looks for name in one.sound}
            self._digests = {name: self._digests[name] for name in known & self._digests.keys()}

    def _digest(self, name: str, texts: Texts) -> bytes:
        """That of a segment; the checks ask for the same ones."""
        known = self._digests.get(name)
        if known is None or known[0] != texts:
            known = self._digests[name] = (texts, digest((name, texts)))
        return known[1]

    def _begun(self, by: object) -> _Look:
        return _Look(by, {}, digest(by) if self._kept else b"")


Checks: TypeAlias = tuple[Callable[[Content, Sound], Iterator[Problem]], ...]


def of_site(*checks: Callable[[Content], Iterator[Problem]]) -> Checks:
    """Checks that look at a site as a whole, whatever was sound before."""
    return tuple(lambda content, _, check=check: check(content) for check in checks)
