"""Problems of two texts that state different things."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "fact-parity": Sentence(
        "“{here}” in {language} is “{there}” in {other_language} ({other_place})",
        "correct the one that is wrong; where both are right, record it under `waive:` (code, "
        "at, reason)",
    ),
    "fact-missing": Sentence(
        "this text in {language} does not say what the one in {other_language} does: “{there}” "
        "({other_place})",
        "add it here or take it out there; where both are right, record it under `waive:` (code, "
        "at, reason)",
    ),
    "name-missing": Sentence(
        "this text in {language} does not name what the one in {other_language} does: “{there}” "
        "({other_place})",
        "name it here or take it out there; another name for the same belongs in its record",
    ),
    "name-order": Sentence(
        "where {language} names “{here}”, {other_language} names “{there}” ({other_place})",
        "see whether two names were changed for each other; where grammar alone asks for another "
        "order, record it under `waive:` (code, at, reason)",
    ),
    "list-parity": Sentence(
        "the lists in this text have other sizes in {language} ({here}) than in {other_language} "
        "({there})",
        "see whether an item was lost or added; where it is no list, record it under `waive:` "
        "(code, at, reason)",
    ),
    "link-missing": Sentence(
        "this text in {language} does not lead to {address}, as the one in {other_language} does",
        "add the link here or take it out there; where a page has no twin in this language, "
        "record it under `waive:` (code, at, reason)",
    ),
}
