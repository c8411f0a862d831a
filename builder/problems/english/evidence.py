"""Problems of words that are evidence, of waivers, and of how texts are written."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    # Waivers
    "waiver-unused": Sentence(
        "this waives nothing: no {waived} is found at {at}",
        "delete it, or correct `code` and `at`",
        "correct `code` and `at`, or delete it; did you mean {suggestion}?",
    ),
    # Words of a source
    "not-in-source": Sentence(
        "these words do not stand so in the source {source}: “{here}” stands here, and “{there}” "
        "at {other_place}; the first difference is {character} for {other_character}",
        "write them as they stand there; `[…]` marks what is left out, `[a word]` what is added",
    ),
    "nowhere-in-source": Sentence(
        "nothing like these words stands in the stored text of the source {source}",
        "copy them from there, or name the source they are from",
    ),
}
