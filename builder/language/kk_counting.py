"""Nouns after numbers in Kazakh: 15 құжат, never 15 құжаттар.

The ending of the plural follows the last vowel and the last sound of the word, which tells it
from words that only sound alike (доллар, гектар, лидер).
"""

import re

from builder.language.counting import CountedNouns

_LETTER = "[а-яёәғқңөұүһі]"
_NUMBER = (
    r"(?<![\w.,:/№-])(?<!№[ \u00a0])(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,\d+)?|"
    r"\b(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен"
    r"|тоқсан|жүз|мың|миллион|миллиард|триллион|млн|млрд|трлн|бірнеше)"
)
_POSSESSIVE = "(?:ымыз|іміз|ыңыз|іңіз|ым|ім|ың|ің|ы|і)"
_CASE = "(?:[ндт][ыі]ң|[ндт][ыі]|н|[ғқ]а|[гк]е|н[ае]|н?[дт][ае](?:ғы|гі)?|[ндт][ае]н|мен)"
_PATTERN = re.compile(
    rf"(?:{_NUMBER})\s+(?P<noun>(?P<singular>{_LETTER}{{2,}}?)(?P<plural>[лдт][ае]р)"
    rf"(?P<more>{_POSSESSIVE}?{_CASE}?))(?!\w)",
    re.IGNORECASE,
)

_BACK, _FRONT, _EITHER = "аоұыё", "әеөүіэ", "уиюя"
_BEFORE = {"л": "аәеёиоөұүуыіэюяйр", "д": "лмнңзж", "т": "бвгдкқпстфхцчшщ"}
"""The first letter of the plural's ending -> the last letters of words that take it."""

_NOT_PLURAL = frozenset({"ди", "дәп", "тен", "трей"})  # дилер, дәптер, тендер, трейлер
_DECADES = "жыл"  # 1990 жылдары


def _is_plural(singular: str, plural: str) -> bool:
    vowels = [letter for letter in singular if letter in _BACK + _FRONT + _EITHER]
    if not vowels or singular in _NOT_PLURAL or singular == _DECADES:
        return False
    is_back = plural[1] == "а"
    agrees = vowels[-1] in _EITHER or (vowels[-1] in _BACK) == is_back
    return agrees and singular[-1] in _BEFORE[plural[0].lower()]


COUNTED_NOUNS = CountedNouns(pattern=_PATTERN, is_plural=_is_plural)
