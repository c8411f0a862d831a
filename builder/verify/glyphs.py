"""Every character shown is in the site's typefaces, so that no word is set from two."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from builder.language.scripts import script
from builder.verify.finding import Finding, shortened
from builder.verify.site import Site

_FACE = re.compile(r"@font-face\s*\{([^}]*)\}", re.IGNORECASE)
_IDENTITY = re.compile(r"\bfont-(?:family|stretch|style|weight)\s*:[^;]*", re.IGNORECASE)
_LOADED = re.compile(r"\burl\(", re.IGNORECASE)
_RANGES = re.compile(r"\bunicode-range\s*:([^;]*)", re.IGNORECASE)
_RANGE = re.compile(r"U\+([0-9A-F?]+)(?:-([0-9A-F]+))?", re.IGNORECASE)

_EVERYTHING = range(0x110000)
_SHOWN = frozenset(("", "alt", "placeholder"))  # "" is text, the others attributes
_NOT_DRAWN = frozenset(("Cc", "Cf"))  # line breaks; soft hyphens, marks of direction

Ranges = Sequence[range]


def check(site: Site) -> Iterator[Finding]:
    """Characters that a published face lacks, in texts in the site's languages.

    A face has what its `unicode-range` states (CSS Fonts 4, section 4.5), one that states
    nothing has everything. Which face sets which text is not looked into: all must have it.
    Other languages are set in what the reader's machine has, and a word in letters that its
    language cannot have is told already, as foreign.
    """
    faces = _faces(site)
    if not faces:
        return
    lost = {code: _lost(site, code, faces) for code in site.codes}
    if not any(lost.values()):
        return
    for page in site.pages:
        for run in page.runs:
            if run.language not in lost or run.attribute not in _SHOWN:
                continue
            for character in sorted(lost[run.language].intersection(run.text)):
                point = f"U+{ord(character):04X}"
                values = {"language": run.language, "character": character, "point": point}
                yield Finding("missing-glyph", page, values, {"text": shortened(run.text)})


def _faces(site: Site) -> tuple[Ranges, ...]:
    """What each face has; its files, each with a part of it, count as one."""
    faces: dict[frozenset[str], list[range]] = {}
    for text in site.stylesheets.values():
        for rule in _FACE.findall(text):
            if _LOADED.search(rule):  # not what is on the reader's machine
                identity = frozenset("".join(one.split()) for one in _IDENTITY.findall(rule))
                faces.setdefault(identity, []).extend(_ranges(rule))
    return tuple(faces.values())


def _ranges(rule: str) -> Iterator[range]:
    stated = _RANGES.search(rule)
    if not stated:
        yield _EVERYTHING
        return
    for first, last in _RANGE.findall(stated[1]):
        end = last or first.replace("?", "F")
        yield range(int(first.replace("?", "0"), 16), int(end, 16) + 1)


def _lost(site: Site, code: str, faces: tuple[Ranges, ...]) -> frozenset[str]:
    """The characters of the texts in a language that are lost in one face or another."""
    rule = site.languages[code].scripts
    scripts = {None, rule.own, *rule.guests}
    return frozenset(
        character
        for character in site.characters.get(code, ())
        if not all(any(ord(character) in part for part in face) for face in faces)
        and unicodedata.category(character) not in _NOT_DRAWN
        and script(character) in scripts
    )
