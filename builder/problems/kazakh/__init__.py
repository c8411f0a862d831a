"""The sentences in Kazakh.

A value may be a word of any language and end in any sound, so that no ending is ever joined to
it: it stands in quotation marks or back-quotes, and the word after it takes the ending.
"""

from builder.problems.catalogue import Catalogue
from builder.problems.kazakh.authoring import SENTENCES as AUTHORING
from builder.problems.kazakh.content import SENTENCES as CONTENT
from builder.problems.kazakh.evidence import SENTENCES as EVIDENCE
from builder.problems.kazakh.files import SENTENCES as FILES
from builder.problems.kazakh.pages import SENTENCES as PAGES
from builder.problems.kazakh.reviews import SENTENCES as REVIEWS
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
        **REVIEWS,
        **TEXTS,
    },
    severities={"error": "қате", "warning": "ескерту"},
    hint="кеңес",
    words={
        "map": "кілттер мен мәндер (`кілт: мән` жолдары)",
        "list": "тізім (`- ` таңбасынан басталатын жолдар)",
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
        "published": "{pages} бет жарияланды: {folder}",
        "file-made": "{file} жасалды; мына жолдарды толтырыңыз: {lines}",
        "fill-in": "Сосын `draft: true` жолын өшіріңіз. Бос мән қалмаса, `make serve` (немесе "
        "`sapar serve`) жобаны көрсетеді; не қалғанын `check` айтады.",
        "site-made": "{folder} қалтасында {files} файл жасалды; енді: cd {folder} && sapar check",
        "named": "{file}: осы жазба аталған жерлер түзетілді ({times})",
    },
)
