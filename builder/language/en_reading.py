"""By what English texts are read for facts."""

import re

from builder.language.en_names import ADJECTIVES, NAMES
from builder.language.en_words import LEXICON
from builder.language.reading.lists import ListWords
from builder.language.reading.names import NameRules
from builder.language.reading.rules import ReadingRules

READING = ReadingRules(
    lexicon=LEXICON,
    names=NAMES,
    adjectives=ADJECTIVES,
    standing=NameRules(
        endings=re.compile("(?:e?s)?"),
        roles={"of": re.compile("s")},
        words={"to": "to", "in": "in", "at": "in", "from": "from", "with": "with", "of": "of"}
        | {"by": "by", "for": "to", "on": "to"},
        articles=frozenset({"the", "a", "an"}),
    ),
    pronouns=frozenset(["he", "him", "his", "she", "her", "hers"]),
    lists=ListWords(
        last=frozenset({"and", "or"}),
        starts=frozenset(["at", "by", "for", "from", "in", "on", "to", "with"]),
    ),
)
