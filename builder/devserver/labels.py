"""The words of the overlay and of the desk, one file a language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

_FOLDER = Path(__file__).parent / "words"


class Labels(Struct, frozen=True):
    """The words in one language: `language` is its code, `groups` are group -> name -> words."""

    language: str
    groups: Mapping[str, Mapping[str, str]]

    def say(self, group: str, name: str, **values: str | int) -> str:
        """Words of a group, with `{placeholders}` filled in."""
        return self.groups[group][name].format_map(values)


def labels_in(language: str) -> Labels:
    """The words in a language; where there are none, in the first that has them."""
    known = all_labels()
    return known.get(language) or next(iter(known.values()))


@cache  # the files are parts of the package
def all_labels() -> Mapping[str, Labels]:
    """Language code -> its words, by code."""
    found = {
        path.stem: Labels(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(_FOLDER.glob("*.toml"))
    }
    return MappingProxyType(found)
