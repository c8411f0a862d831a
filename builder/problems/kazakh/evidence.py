"""Problems of words that are evidence, of waivers, and of how texts are written."""

from builder.problems.catalogue import Sentence

SENTENCES = {
    # Waivers
    "waiver-unused": Sentence(
        "мұнда ескерілетін ештеңе жоқ: «{at}» мәтінінен «{waived}» табылмады",
        "мұны өшіріңіз немесе `code` пен `at` мәндерін түзетіңіз",
        "`code` пен `at` мәндерін түзетіңіз немесе мұны өшіріңіз; дұрысы «{suggestion}» емес пе?",
    ),
    # Words of a source
    "not-in-source": Sentence(
        "бұл сөздер «{source}» дереккөзінде дәл осылай тұрған жоқ: мұнда – «{here}», ал мына жерде "
        "({other_place}) – «{there}»; алғашқы айырма: мұнда {character}, онда {other_character}",
        "дереккөздегідей жазыңыз; қалдырылған жер `[…]` деп, қосылған сөз `[сөз]` деп белгіленеді",
    ),
    "nowhere-in-source": Sentence(
        "«{source}» дереккөзінің сақталған мәтінінде бұған ұқсас сөздер жоқ",
        "сөздерді сол мәтіннен көшіріп алыңыз немесе олар алынған дереккөзді көрсетіңіз",
    ),
}
