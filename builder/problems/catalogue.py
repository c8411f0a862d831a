"""Problems to text: the one form in which every command shows them."""

from collections.abc import Mapping

from msgspec import Struct

from builder.problems import Problem

LONGEST = 300
"""Characters of a value that a sentence shows."""

_OF_VALUES = frozenset({"expected", "found"})
_OF_BLOCKS = frozenset({"here_kind", "there_kind"})


class Sentence(Struct, frozen=True):
    """How a problem is worded: what is wrong, and what to do.

    Both are templates for the problem's values. `suggestion` takes the place of
    the hint where a problem knows the word that was probably meant.
    """

    message: str
    hint: str
    suggestion: str = ""


class Catalogue(Struct, frozen=True):
    """The sentences of one language, and its words for the two severities.

    `language` is its code (BCP 47). `words` are the names of what a value is, such as `map`,
    and `blocks` those of the blocks of a text; `outcomes` is what a command says at its end.
    """

    language: str
    sentences: Mapping[str, Sentence]
    severities: Mapping[str, str]
    hint: str
    words: Mapping[str, str]
    blocks: Mapping[str, str]
    outcomes: Mapping[str, str]

    def message(self, problem: Problem) -> str:
        """What is wrong."""
        return self.sentences[problem.code].message.format_map(self._values(problem))

    def hint_of(self, problem: Problem) -> str:
        """What to do."""
        sentence = self.sentences[problem.code]
        template = sentence.hint
        if "suggestion" in problem.values and sentence.suggestion:
            template = sentence.suggestion
        return template.format_map(self._values(problem))

    def describe(self, problem: Problem) -> str:
        """A problem as two lines: the headline and the advice."""
        return f"{self.headline(problem)}\n{self.advice(problem)}"

    def headline(self, problem: Problem) -> str:
        """Where, how bad, which code and what is wrong: `file:line:column: error[code]: …`."""
        severity = self.severities[problem.severity]
        return f"{problem.place}: {severity}[{problem.code}]: {self.message(problem)}"

    def advice(self, problem: Problem) -> str:
        """What to do, on a line that is set in: `  hint: …`."""
        return f"  {self.hint}: {self.hint_of(problem)}"

    def outcome(self, name: str, **values: str | int) -> str:
        """How a command ended."""
        return self.outcomes[name].format_map(values)

    def _values(self, problem: Problem) -> Mapping[str, str | int]:
        """The values; those that are words of ours, such as `map`, in this language."""
        return {name: self._shown(name, value) for name, value in problem.values.items()}

    def _shown(self, name: str, value: str | int) -> str | int:
        if isinstance(value, int):
            return value
        if name in _OF_BLOCKS:
            return self.blocks[value]
        return self.words.get(value, value) if name in _OF_VALUES else _short(value)


def _short(text: str) -> str:
    """A value on one line, and not too long for it."""
    text = " ".join(text.splitlines())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
