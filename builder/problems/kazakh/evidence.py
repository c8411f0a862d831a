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
    # How texts are built and written
    "reference-lacks": Sentence(
        "мұнда «{record}» аталмаған, ал «{other_language}» мәтінінде ол бар ({other_place})",
        "осы жазбаны білдіретін сөздерді `[[{record}|…]]` ішіне алыңыз немесе оны сол жерден "
        "өшіріңіз",
    ),
    "length-differs": Sentence(
        "бұл мәтінде «{language}» тілінде {length} таңба, ал «{other_language}» тілінде "
        "{other_length} таңба ({other_place}); сайттың басқа жерінде айырма мұндай үлкен емес",
        "қайсысында не жетіспейтінін қараңыз немесе мұны `waive:` (code, at, reason) ішінде "
        "көрсетіңіз",
    ),
    "mixed-script": Sentence(
        "«{words}» сөзінде {character} тұр, ол – осы сөздің бір әрпіне ұқсайтын басқа жазудың әрпі",
        "сөзді қайта теріңіз, дұрысы – «{suggestion}»; мұны `fix` те түзетеді",
    ),
    "misspelt-word": Sentence(
        "«{words}» сөзі сайттың басқа жерінде басқаша жазылған",
        "дұрысы «{suggestion}» емес пе? Олай болмаса, мұны `waive:` (code, at, reason) ішінде "
        "көрсетіңіз",
    ),
    "wrong-language": Sentence(
        "бұл мәтіннің тілі «{language}» емес: «{words}»",
        "оны аударыңыз; басқа тілдегі сөздер `[[lang:CODE|…]]` деп белгіленеді",
    ),
    "invisible-character": Sentence(
        "«{words}» сөзінде көзге көрінбейтін таңба бар: {character}",
        "оны өшіріңіз, мұны `fix` те түзетеді",
    ),
    "not-nfc": Sentence(
        "мұнда {character} әрпі {count} таңбадан құралып жазылған",
        "оны қайта теріңіз, мұны `fix` те бір таңба етіп түзетеді",
    ),
    "double-space": Sentence(
        "қатарынан екі не одан көп бос орын тұр: «{words}»",
        "біреуін ғана қалдырыңыз, мұны `fix` те түзетеді",
    ),
    "wrong-quotation-mark": Sentence(
        "бұл жерде «{language}» тілінде мұндай тырнақша немесе дәйекше қойылмайды: "
        "{character} – {words}",
        "былай жазыңыз: {mend}; таңбалар жұп болса, мұны `fix` те түзетеді",
    ),
    "wrong-dash": Sentence(
        "бұл жерде «{language}» тілінде мұндай сызықша қойылмайды: {character} – {words}",
        "былай жазыңыз: {mend}; екі жағында бос орын болса, мұны `fix` те түзетеді",
    ),
    "plural-after-number": Sentence(
        "«{words}» сөзі көпше түрде тұр, ал саннан кейін ол жекеше болуы керек",
        "саннан кейін сөзді жекеше түрде жазыңыз",
        "саннан кейін былай жазыңыз: {suggestion}",
    ),
}
