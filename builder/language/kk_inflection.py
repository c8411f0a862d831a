"""The endings of Kazakh nouns: number, possession and case, in the harmony of the word's vowels.

Which consonant an ending begins with (-лар, -дар, -тар) is not asked: no two words differ in it.
The forms are those of school grammar; compare the morphotactics of apertium-kaz.
"""

from builder.language.inflection import Endings, Inflection

_BACK, _FRONT = "аоұыя", "әөүіеэ"  # и, у, ё and ю stand in words of either kind
_TO_FRONT = str.maketrans("аығқ", "еігк")

# Each as after back vowels: Астана-дағы-дай.
_PLURAL = "(?:[лдт]ар)?"
_CASE = "[ндт]ың|[ғқ]а|[ндт]ы|[дт]а(?:ғы)?|[днт]ан|[мбп]ен|[дт]ай|ша"
_CASE_OF_HIS = "ның|на|н|нда(?:ғы)?|нан|мен|ндай|нша"
_HIS = f"с?ы(?:{_CASE_OF_HIS})?"
_MINE = f"(?:ы?[мң](?:ыз)?)(?:{_CASE}|а)?"

_SOFTENED = {"к": "г", "қ": "ғ", "п": "б"}
"""How the last consonant of a word sounds before a vowel: әріптестік, әріптестігі."""


def _of(vowels: str, others: str) -> str:
    """Words with some of the vowels, or without any of the others; of loans, either is said."""
    return f"(?:.*[{vowels}].*|[^{others}]*)"


def _harmony(pattern: str, *, is_front: bool) -> str:
    return pattern.translate(_TO_FRONT) if is_front else pattern


def _endings(vowels: str, others: str, *, is_front: bool) -> tuple[Endings, ...]:
    words = _of(vowels, others)
    whole = _harmony(f"{_PLURAL}(?:{_CASE}|{_CASE_OF_HIS}|{_HIS}|{_MINE})?", is_front=is_front)
    return (
        Endings(words, whole),
        *(
            Endings(words, _harmony(f"{soft}(?:{_HIS}|{_MINE})", is_front=is_front), hard)
            for hard, soft in _SOFTENED.items()
        ),
    )


INFLECTION = Inflection(
    (*_endings(_BACK, _FRONT, is_front=False), *_endings(_FRONT, _BACK, is_front=True))
)
