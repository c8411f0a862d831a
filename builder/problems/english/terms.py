"""Problems of the terms of a site."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "term-missing": Sentence(
        "“{there}” in {other_language} ({other_place}) has no counterpart here; "
        "in {language} it is: {right}",
        "write it so, or say why not under `waive:` (code, at, reason); the words are those of "
        "content/terms.yaml",
    ),
    "term-forbidden": Sentence(
        "“{here}” is a wrong word for “{there}” in {other_language} ({other_place}); "
        "in {language} it is: {right}",
        "write it so, or say why not under `waive:` (code, at, reason); content/terms.yaml gives "
        "the reason",
    ),
    "term-contradiction": Sentence(
        "{word} is both right and forbidden", "take it out of `forbidden`, or out of `allowed`"
    ),
}
