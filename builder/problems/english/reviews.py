"""Problems of the ledger: what was not reviewed, or has changed since."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "unreviewed": Sentence(
        "{text} was not reviewed in these languages: {languages}",
        "read its languages side by side, then `approve {path}`",
    ),
    "stale": Sentence(
        "{text} has changed since its languages were reviewed together: {languages}",
        "read its languages side by side, bring the others up to date, then `approve {path}`",
    ),
    "bad-review": Sentence(
        "this is no record of a review: {name}",
        "delete the line, then `approve` the text",
    ),
    "nothing-to-approve": Sentence(
        "no text in several languages stands here",
        "name a file of content or a folder, or one text of a file as `FILE#TEXT`",
        "did you mean {suggestion}?",
    ),
    "incomplete-text": Sentence(
        "{text} cannot be approved without a text in these languages: {languages}",
        "translate it first",
    ),
}
