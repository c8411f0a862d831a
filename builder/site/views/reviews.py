"""What readers are told of a text that was not reviewed together with its other languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct, field

from builder.checks.reviews import Note, Standing, has_ledger, standings
from builder.content.content import Content
from builder.content.fields import LANGUAGE_MARK
from builder.content.kinds import Policy

Key: TypeAlias = tuple[str, str, str]
"""Kind and id of a record, and the id of a segment."""

_Texts: TypeAlias = frozenset[tuple[str, str]]
_Notes: TypeAlias = Mapping[str, Note]
_NONE: _Notes = MappingProxyType({})


class Reviews(Struct, frozen=True):
    """The segments of which there is something to say; most sites have few, or none."""

    by_key: Mapping[Key, _Notes] = field(default_factory=dict)
    by_texts: Mapping[_Texts, _Notes] = field(default_factory=dict)

    def of(self, key: Key) -> _Notes:
        """Language code -> what to say of a segment's text."""
        return self.by_key.get(key, _NONE)

    def of_texts(self, texts: Mapping[str, str]) -> _Notes:
        """The same for a field, found by what is written in all its languages."""
        if not self.by_texts:
            return _NONE
        plain = ((code, LANGUAGE_MARK.sub(r"\2", text)) for code, text in texts.items())
        return self.by_texts.get(frozenset(plain), _NONE)


NOTHING_TO_SAY = Reviews()


def reviews(content: Content) -> Reviews:
    """What to say of the texts of a site.

    Nothing where all had to be reviewed to come so far.
    """
    if content.site.publish is Policy.REVIEWED or not has_ledger(content):
        return NOTHING_TO_SAY
    standing = [one for one in standings(content) if one.notes]
    return Reviews(
        MappingProxyType({_key(one): one.notes for one in standing}),
        MappingProxyType({_texts(one): one.notes for one in standing}),
    )


def _key(standing: Standing) -> Key:
    segment = standing.segment
    return segment.kind, segment.record, segment.id


def _texts(standing: Standing) -> _Texts:
    return frozenset((code, text.text) for code, text in standing.segment.texts.items())
