"""Problems of the ledger: what was not reviewed, or has changed since."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "unreviewed": Sentence(
        "{text} – мына тілдерде тексерілмеген: {languages}",
        "тілдерін қатар оқып шығыңыз, содан кейін `approve` іске қосыңыз",
    ),
    "stale": Sentence(
        "{text} – тілдері бірге тексерілгеннен кейін мына тілдерде өзгерген: {languages}",
        "тілдерін қатар оқып, қалғандарын жаңартыңыз, содан кейін `approve` іске қосыңыз",
    ),
    "bad-review": Sentence(
        "бұл – тексеру жазбасы емес: {name}",
        "жолды өшіріңіз, содан кейін мәтінге `approve` іске қосыңыз",
    ),
    "nothing-to-approve": Sentence(
        "мұнда бірнеше тілде жазылған мәтін жоқ",
        "мазмұн файлын немесе қалтаны, не файлдың бір мәтінін FILE#text түрінде атаңыз",
        "дұрысы {suggestion} емес пе?",
    ),
    "incomplete-text": Sentence(
        "{text} – мына тілдерде мәтіні болмағандықтан, бекітуге болмайды: {languages}",
        "алдымен аударыңыз",
    ),
}
