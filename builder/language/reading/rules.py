"""All by which one language's texts are read for facts."""

from collections.abc import Mapping

from msgspec import Struct, field

from builder.language.reading.facts import Reading
from builder.language.reading.lexicon import Lexicon
from builder.language.reading.lists import ListWords
from builder.language.reading.names import NameRules
from builder.language.reading.reader import read


class ReadingRules(Struct, frozen=True, kw_only=True, eq=False):
    """The words of a language that state facts; without data only figures do.

    Attributes:
        lexicon: its words for numbers, dates and times.
        names: what it calls states, cities and bodies, by keys all languages share; forms of one
            name are parted by |.
        adjectives: words that say whose something is, by the same keys.
        standing: how names stand in texts.
        pronouns: words that may stand for the name of a person.
        lists: what tells lists from clauses.
    """

    lexicon: Lexicon = field(default_factory=Lexicon)
    names: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    standing: NameRules = field(default_factory=NameRules)
    pronouns: frozenset[str] = frozenset()
    lists: ListWords = field(default_factory=ListWords)

    @property
    def has_words(self) -> bool:
        """Whether number words are known, without which a text may state more than is read."""
        return bool(self.lexicon.words)

    def facts(self, text: str) -> Reading:
        """What a text states in figures and number words."""
        return read(text, self.lexicon)


def forms(written: str) -> tuple[str, ...]:
    """The forms of a name, as the data of a language write them."""
    return tuple(form.strip() for form in written.split("|"))
