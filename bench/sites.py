"""Generated sites of any size: the real site's frame, filled with records of no meaning."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_WORDS = {
    "kk": "Бұл мәтін тек өлшеуге арналған, оның мағынасы жоқ және ешкім оны айтқан емес.",
    "en": "This text is there to be measured only; it means nothing and nobody has said it.",
}
_SHARES = {"quotes": 0.6, "agreements": 0.2, "events": 0.1, "sources": 0.1}


def generate(folder: Path, records: int) -> None:
    """Writes a site of `records` records, beside those of the real one, into `folder`."""
    shutil.copy(ROOT / "site.yaml", folder)
    shutil.copytree(ROOT / "content", folder / "content")
    sources = round(records * _SHARES["sources"])
    for kind, share in _SHARES.items():
        for number in range(round(records * share)):
            path = folder / "content" / kind / f"measured-{number}.yaml"
            path.write_text(_RECORDS[kind](number, f"measured-{number % sources}"))


def _both(words: str, number: int) -> str:
    return f"{{kk: «{words}» {number}, en: “{words}” {number}}}"


def _text(key: str, number: int) -> str:
    lines = (f"  {code}: {number}. {' '.join([text] * 4)}" for code, text in _WORDS.items())
    return "\n".join((f"{key}:", *lines, ""))


def _quote(number: int, source: str) -> str:
    speaker = ("nazarbayev", "abe")[number % 2]
    return (
        f"form: direct\nspeaker: {speaker}\nsource: {source}\noriginal: kk\n"
        f"translated: {{en: editors}}\nslug: {{kk: olsheu-{number}, en: measured-{number}}}\n"
        f"topic: {_both('A', number)}\n" + _text("text", number)
    )


def _agreement(number: int, source: str) -> str:
    return (
        f"kind: contract\norder: {number + 100}\nparties: [kazakhstan, japan]\n"
        f"slug: {{kk: olsheu-{number}, en: measured-{number}}}\nsources: [{source}]\n"
        f"short_title: {_both('B', number)}\n" + _text("title", number)
    )


def _event(number: int, source: str) -> str:
    return (
        f"title: {_both('C', number)}\nsources: [{source}]\n"
        f"dated: {{date: {1992 + number % 24}-0{1 + number % 9}-1{number % 10}, "
        f"sources: [{source}], confidence: verified}}\n" + _text("summary", number)
    )


def _source(number: int, _source: str) -> str:
    return f"kind: press\nlanguages: [en]\ntitle: {_both('D', number)}\n" + _text("note", number)


_RECORDS = {"quotes": _quote, "agreements": _agreement, "events": _event, "sources": _source}
