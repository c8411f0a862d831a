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
    # How texts are built and written
    "reference-lacks": Sentence(
        "this does not name {record}, which stands in {other_language} at {other_place}",
        "write `[[{record}|…]]` around the words that mean it, or delete it there",
    ),
    "length-differs": Sentence(
        "characters in this text: {length} in {language}, {other_length} in {other_language} "
        "({other_place}), which is far from how long the two are elsewhere",
        "see what one of them lacks, or record it under `waive:` (code, at, reason)",
    ),
    "mixed-script": Sentence(
        "in {words} stands {character}, a letter of another script that looks like one of "
        "this word’s",
        "type the word again; it should be {suggestion}, or `fix` does it",
    ),
    "misspelt-word": Sentence(
        "{words} is spelt otherwise elsewhere on this site",
        "did you mean {suggestion}? If not, record it under `waive:` (code, at, reason)",
    ),
    "wrong-language": Sentence(
        "this is not in {language}: {words}",
        "translate it; words of another language are marked `[[lang:CODE|…]]`",
    ),
    "invisible-character": Sentence(
        "{character}, which nobody sees, stands in {words}",
        "delete it, or let `fix` do it",
    ),
    "not-nfc": Sentence(
        "{character} is written as {count} characters here",
        "type it again, or let `fix` write it as one",
    ),
    "double-space": Sentence(
        "two spaces or more follow one another: {words}",
        "leave one, or let `fix` do it",
    ),
    "wrong-quotation-mark": Sentence(
        "{character} is not the mark that {language} has here: {words}",
        "write {mend}; `fix` does so where the marks are in pairs",
    ),
    "wrong-dash": Sentence(
        "{character} is not the dash that {language} has here: {words}",
        "write {mend}; `fix` does so where spaces stand around it",
    ),
    "plural-after-number": Sentence(
        "{words} is a plural, which does not follow a number",
        "write the singular after the number",
        "write {suggestion} after the number",
    ),
}
