"""Problems of two texts that should say the same, sentence by sentence."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "sentence-count": Sentence(
        "sentences in this text: {count} in {language}, {other_count} in {other_language}",
        "see which sentence one of them lacks; where two were joined on purpose, part them, or "
        "record it under `waive:` (code, at, reason)",
    ),
}
