"""By what Kazakh texts are read for facts."""

import re

from builder.language.kk_names import ADJECTIVES, NAMES
from builder.language.kk_words import LEXICON, NOUN
from builder.language.reading.lists import ListWords
from builder.language.reading.names import NameRules
from builder.language.reading.rules import ReadingRules

READING = ReadingRules(
    lexicon=LEXICON,
    names=NAMES,
    adjectives=ADJECTIVES,
    standing=NameRules(
        endings=re.compile(f"(?:[лдт][ыі]қ)?{NOUN}|[нтд]ікі|нда(?:ғы)?|нде(?:гі)?|н[ае]н?|н"),
        roles={
            "to": re.compile("[ғгқкн][ае]"),
            "in": re.compile("н?[дт][ае](?:[ғг][ыі])?"),
            "from": re.compile("н?[дтн][ае]н"),
            "with": re.compile("[мбп]ен"),
            "of": re.compile("[нтд][ыі]ң"),
            "whom": re.compile("[нтд][ыі]|н"),
        },
    ),
    pronouns=frozenset(["ол", "оның", "оған", "оны", "онда", "онымен", "одан"]),
    lists=ListWords(
        last=frozenset(["және", "мен", "пен", "бен", "әрі", "немесе"]),
        breaks=frozenset({"емес"}),
    ),
)
