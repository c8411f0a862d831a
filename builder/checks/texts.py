"""What the texts say, and how they are written: the checks that look at segments."""

from collections.abc import Iterator
from functools import partial

from builder.checks import lengths, parity, provenance, sentences, terms, writing
from builder.checks.comparable import comparable
from builder.checks.sound import Checks, Sound, of_site
from builder.content.content import Content
from builder.content.names import known_names
from builder.problems import Problem


def _parity(content: Content, sound: Sound) -> Iterator[Problem]:
    """What `parity` finds in segments of which it is not known that they are sound."""
    names = known_names(content)
    judge = partial(parity.compare, content, names=names)
    return sound.judged(parity.__name__, comparable(content), (names, content.languages), judge)


TEXTS: Checks = (
    *of_site(provenance.check, lengths.check),
    sentences.check,
    _parity,
    writing.check,
    terms.check,
)
