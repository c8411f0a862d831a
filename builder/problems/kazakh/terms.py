"""Problems of the terms of a site."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "term-missing": Sentence(
        "{other_language} тіліндегі «{there}» сөзінің ({other_place}) мұнда баламасы жоқ; "
        "оның {language} тіліндегі түрі: {right}",
        "солай жазыңыз немесе себебін `waive:` (code, at, reason) астында айтыңыз; сөздер "
        "content/terms.yaml "
        "файлында берілген",
    ),
    "term-forbidden": Sentence(
        "«{here}» – {other_language} тіліндегі «{there}» ({other_place}) үшін қате сөз; "
        "оның {language} тіліндегі түрі: {right}",
        "солай жазыңыз немесе себебін `waive:` (code, at, reason) астында айтыңыз; тыйымның себебі "
        "content/terms.yaml файлында берілген",
    ),
    "term-contradiction": Sentence(
        "«{word}» әрі дұрыс, әрі тыйым салынған деп көрсетілген",
        "оны `forbidden` немесе `allowed` тізімінен алып тастаңыз",
    ),
}
