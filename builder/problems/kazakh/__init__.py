"""The sentences in Kazakh.

A value may be a word of any language and end in any sound, so that no ending is ever joined to
it: it stands in quotation marks or back-quotes, and the word after it takes the ending.
"""

from builder.problems.catalogue import Catalogue
from builder.problems.kazakh.authoring import SENTENCES as AUTHORING
from builder.problems.kazakh.content import SENTENCES as CONTENT
from builder.problems.kazakh.evidence import SENTENCES as EVIDENCE
from builder.problems.kazakh.exchange import SENTENCES as EXCHANGE
from builder.problems.kazakh.files import SENTENCES as FILES
from builder.problems.kazakh.pages import SENTENCES as PAGES
from builder.problems.kazakh.parity import SENTENCES as PARITY
from builder.problems.kazakh.reviews import SENTENCES as REVIEWS
from builder.problems.kazakh.terms import SENTENCES as TERMS
from builder.problems.kazakh.texts import SENTENCES as TEXTS
from builder.problems.kazakh.verification import SENTENCES as VERIFICATION

CATALOGUE = Catalogue(
    language="kk",
    sentences={
        **FILES,
        **CONTENT,
        **PAGES,
        **VERIFICATION,
        **AUTHORING,
        **EVIDENCE,
        **PARITY,
        **REVIEWS,
        **TEXTS,
        **TERMS,
        **EXCHANGE,
    },
    severities={"error": "қате", "warning": "ескерту"},
    hint="кеңес",
    words={
        "map": "кілттер мен мәндер (`кілт: мән` жолдары)",
        "list": "тізім (`[one, two]` немесе `- ` таңбасынан басталатын жолдар)",
        "text": "мәтін",
        "number": "бүтін сан",
        "nothing": "бос мән",
    },
    blocks={
        "heading": "тақырып",
        "paragraph": "абзац",
        "list": "тізім",
        "quotation": "дәйексөз",
        "table": "кесте",
        "embed": "ендірме",
    },
    outcomes={
        "counted": "{errors} қате, {warnings} ескерту",
        "good": "құрастыруға кедергі болатын қате жоқ",
        "good-so-far": "құрастыруға кедергі жоқ, бірақ жоғарыдағы ескертулерді қараңыз",
        "published": "{pages} бет жарияланды: {folder}",
        "file-made": "{file} жасалды; мына жолдарды толтырыңыз: {lines}",
        "fill-in": "Сосын `draft: true` жолын өшіріңіз. Бос мән қалмаса, `make serve` (немесе "
        "`sapar serve`) жобаны көрсетеді; не қалғанын `check` айтады.",
        "site-made": "{folder} қалтасында {files} файл жасалды; сайтты көру үшін: "
        "`serve --site {folder}`",
        "mended": "түзетілді: {times}",
        "would-mend": "түзетуге болады: {times}",
        "serving": "Сайт            {site}\nЖұмыс үстелі    {desk}\nCtrl-C бассаңыз, тоқтайды.",
        "port-taken": "sapar: {port} порты бос емес\n  кеңес: басқа порт таңдаңыз: --port {other}",
        "port-taken-by": "sapar: {port} порты бос емес, оны мына бағдарлама алып тұр: {holder}\n"
        "  кеңес: сол бағдарламаны жабыңыз немесе басқа порт таңдаңыз: --port {other}",
        "named": "{file}: осы жазба аталған жерлер түзетілді ({times})",
        "reported": "есеп {file} файлында",
        "nothing-exported": "мұндай күйдегі мәтін жоқ; ештеңе жазылған жоқ",
        "exported": "{texts} мәтін {file} файлына жазылды",
        "imported": "жаңа мәтін: {texts}; өзгермегені: {same}",
        "approve-all": "Ашық тұрған мәтіндердің бәрі ({texts}) тексерілді деп жазылсын ба?",
        "approved": "тексерілді деп жазылған мәтіндер: {texts}",
        "state-ok": "жарайды",
        "state-missing": "мәтін жоқ",
        "state-stale": "кейін өзгерген",
        "state-unreviewed": "тексерілмеген",
        "waived": "Ескерілмейтін ескертулер:",
        "due": "мерзімі келді",
    },
)
