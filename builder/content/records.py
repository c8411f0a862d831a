"""What all records have in common: an identity, and where it applies drafts, pictures, a page."""

from typing import ClassVar

from msgspec import field

from builder.content.base import Model
from builder.content.fields import Id, Slug, Translated
from builder.content.parts import Former, Image, Waiver, YesOrNo


class Record(Model):
    """A thing with an identity: the name of its file, or its `id` in a list."""

    kind_name: ClassVar[str]
    called_by: ClassVar[str] = "name"  # the field that says what the record is called

    id: Id
    file: str
    path: tuple[str | int, ...] = ()  # where in the file the record stands
    waive: tuple[Waiver, ...] = ()

    @property
    def called(self) -> Translated:
        """What the record is called where it is linked."""
        texts: Translated = getattr(self, self.called_by)
        return texts


class Publishable(Record):
    """A record that is published on its own; in draft it is not, until it is done."""

    draft: YesOrNo = False


class Illustrated(Publishable):
    """A record that may be shown with pictures."""

    images: tuple[Image, ...] = ()


class Addressed(Illustrated):
    """A record with a page of its own."""

    slug: Slug
    former: Former = field(default_factory=dict)
