"""Екі тілде әртүрлі айтылған деректердің қателері."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "fact-parity": Sentence(
        "{language} тілінде «{here}» делінген, ал {other_language} тілінде – «{there}» "
        "({other_place})",
        "қатесін түзетіңіз; екеуі де дұрыс болса, себебін `waive:` (code, at, reason) астында "
        "жазып қойыңыз",
    ),
    "fact-missing": Sentence(
        "{language} тіліндегі мәтінде {other_language} тілінде айтылған дерек жоқ: «{there}» "
        "({other_place})",
        "осында қосыңыз немесе ол жақтан алып тастаңыз; екеуі де дұрыс болса, себебін `waive:` "
        "(code, at, reason) "
        "астында жазып қойыңыз",
    ),
    "name-missing": Sentence(
        "{language} тіліндегі мәтінде {other_language} тілінде аталған атау жоқ: «{there}» "
        "({other_place})",
        "осында атаңыз немесе ол жақтан алып тастаңыз; басқа атауы болса, оны жазбасына қосыңыз",
    ),
    "name-order": Sentence(
        "{language} тілінде «{here}» аталған жерде {other_language} тілінде «{there}» аталған "
        "({other_place})",
        "екі атау ауысып кетпегенін қараңыз; реті тек грамматикаға байланысты болса, себебін "
        "`waive:` (code, at, reason) астында жазып қойыңыз",
    ),
    "list-parity": Sentence(
        "осы мәтіндегі тізімдердің мүше саны әртүрлі: {language} тілінде – {here}, "
        "{other_language} тілінде – {there}",
        "мүшесі түсіп қалмағанын не артық қосылмағанын қараңыз; бұл тізім болмаса, себебін "
        "`waive:` (code, at, reason) астында жазып қойыңыз",
    ),
    "link-missing": Sentence(
        "{language} тіліндегі мәтінде {other_language} тілінде бар сілтеме жоқ: {address}",
        "сілтемені осында қосыңыз немесе ол жақтан алып тастаңыз; беттің бұл тілдегі сыңары "
        "болмаса, себебін `waive:` (code, at, reason) астында жазып қойыңыз",
    ),
}
