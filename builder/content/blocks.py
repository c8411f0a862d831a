"""What prose is made of once it is read: blocks, and the records that these name."""

from typing import Literal, TypeAlias

from markupsafe import Markup
from msgspec import Struct

from builder.problems import Place

BlockKind: TypeAlias = Literal["heading", "paragraph", "list", "quotation", "table", "embed"]


class Reference(Struct, frozen=True):
    """A record named in prose; without a label the record's own name is shown."""

    kind: str
    id: str
    place: Place
    label: Markup | None = None


class Block(Struct, frozen=True):
    """One segment: its id in every language, and its text with the records it names.

    `parts` is HTML that is safe, and references that get their address when pages
    are planned. `level` is that of a heading, `size` the number of items or rows.
    An embed without a record is the summary of the checks, `{{checks}}`.
    """

    kind: BlockKind
    segment: str
    place: Place
    parts: tuple[Markup | Reference, ...]
    level: int = 0
    size: int = 1

    @property
    def shape(self) -> tuple[str, str, int, int, tuple[str, ...]]:
        """What must be equal in every language."""
        embedded = tuple(
            f"{part.kind}:{part.id}"
            for part in self.parts
            if self.kind == "embed" and isinstance(part, Reference)
        )
        return self.kind, self.segment, self.level, self.size, embedded

    @property
    def references(self) -> tuple[Reference, ...]:
        """The records the block names or embeds."""
        return tuple(part for part in self.parts if isinstance(part, Reference))
