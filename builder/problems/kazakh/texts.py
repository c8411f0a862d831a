"""Сөйлем сайын бірдей айтуы тиіс екі мәтіннің қателері."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    "sentence-count": Sentence(
        "бұл мәтінде {language} тілінде {count} сөйлем бар, {other_language} тілінде – "
        "{other_count}",
        "қай тілде қай сөйлем жетпейтінін қараңыз; екі сөйлем әдейі біріктірілсе, оларды "
        "бөліңіз немесе `waive:` (code, at, reason) астында жазып қойыңыз",
    ),
}
