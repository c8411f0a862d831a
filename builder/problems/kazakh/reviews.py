"""Problems of the ledger: what was not reviewed, or has changed since."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "unreviewed": Sentence(
        "{text} мәтіні мына тілдерде тексерілмеген: {languages}",
        "тілдерін қатар оқып шығыңыз, содан кейін `approve {path}` пәрменін орындаңыз",
    ),
    "stale": Sentence(
        "{text} мәтіні бірге тексерілгеннен кейін мына тілдерде өзгерген: {languages}",
        "тілдерін қатар оқып, қалғандарын жаңартыңыз, содан кейін `approve {path}` пәрменін "
        "орындаңыз",
    ),
    "bad-review": Sentence(
        "бұл – тексеру жазбасы емес: {name}",
        "жолды өшіріңіз, содан кейін сол мәтін үшін `approve` пәрменін орындаңыз",
    ),
    "nothing-to-approve": Sentence(
        "мұнда бірнеше тілде жазылған мәтін жоқ",
        "мазмұн файлын немесе қалтаны, не бір мәтінді `ФАЙЛ#МӘТІН` түрінде атаңыз",
        "дұрысы {suggestion} емес пе?",
    ),
    "incomplete-text": Sentence(
        "{text} мәтінін бекітуге болмайды, өйткені мына тілдерде аудармасы жоқ: {languages}",
        "алдымен аударыңыз",
    ),
}
