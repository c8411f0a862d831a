"""Problems to text: the one form in which every command shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.problems import Problem

LONGEST = 300
"""Characters of a value that a sentence shows."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """How a problem is worded: what is wrong, and what to do.

    Both are templates for the problem's values. `suggestion` takes the place of
    the hint where a problem knows the word that was probably meant.
    """

    message: str
    hint: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language, and its words for the two severities."""

    sentences: Mapping[str, Sentence]
    severities: Mapping[str, str]
    hint: str
    words: Mapping[str, str]

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
        """A problem as two lines: `file:line:column: error[code]: …`, and the hint."""
        severity = self.severities[problem.severity]
        first = f"{problem.place}: {severity}[{problem.code}]: {self.message(problem)}"
        return f"{first}\n  {self.hint}: {self.hint_of(problem)}"

    def _values(self, problem: Problem) -> Mapping[str, str | int]:
        """The values; those that are words of ours, such as `map`, in this language."""
        return {
            name: self.words.get(value, value) if name in ("expected", "found") else _short(value)
            for name, value in problem.values.items()
            if isinstance(value, str)
        } | {name: value for name, value in problem.values.items() if isinstance(value, int)}


def _short(text: str) -> str:
    """A value on one line, and not too long for it."""
    text = " ".join(text.splitlines())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
