"""What is wrong with how a text is written, as a value: where, and how it would be right."""

from msgspec import Struct


class Fault(Struct, frozen=True):
    """A run of a text that is written wrongly.

    Attributes:
        code: of the problem it is.
        start: where it begins in the text.
        end: where it ends, the character there not included.
        mend: what should stand there; None where nobody can say.
        is_safe: whether the mend cannot change what the text says, so that a machine may make it.
    """

    code: str
    start: int
    end: int
    mend: str | None = None
    is_safe: bool = False
