"""What changed on the site after it was published."""

from builder.content.base import Model
from builder.content.fields import Date, Text, Translated
from builder.content.kinds import ChangeKind


class Correction(Model):
    """What was wrong on the site, when it was put right, and how; or what was added."""

    file: str
    path: tuple[str | int, ...]
    date: Date
    kind: ChangeKind = ChangeKind.CORRECTION
    record: Text | None = None  # `kind:id`
    text: Translated
