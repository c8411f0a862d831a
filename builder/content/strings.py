"""The words of the interface: one file a language under `content/strings/`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from builder.content.reader import Reader
from builder.content.source import Data, KeyPath, shape
from builder.content.suggestions import nearest


class Strings(Struct, frozen=True):
    """The words of the interface in one language.

    `texts` are single strings; `groups` name the values of a closed list, such as
    the kinds of agreement.
    """

    language: str
    file: str
    texts: Mapping[str, str]
    groups: Mapping[str, Mapping[str, str]]


def read_strings(reader: Reader, files: Iterable[tuple[str, str]]) -> Mapping[str, Strings]:
    """Language -> its strings; a language without a file is a problem.

    Args:
        reader: the run.
        files: the language a file's name gives, and the file.
    """
    strings: dict[str, Strings] = {}
    present: set[str] = set()
    for language, file in files:
        present.add(file)
        if language not in reader.languages:
            values = {"language": language, "languages": ", ".join(reader.languages)}
            reader.note_file(
                "unknown-language", file, **values, **nearest(language, reader.languages)
            )
        elif isinstance(data := reader.data(file), dict):
            strings[language] = _strings(reader, language, file, data)
        elif data is not None:
            reader.note("wrong-type", file, (), expected="map", found=shape(data))
    for language in reader.languages:
        name = f"content/strings/{language}.yaml"
        if name not in present:
            reader.note_file("missing-file", name, name=name)
    return MappingProxyType(strings)


def _strings(reader: Reader, language: str, file: str, data: dict[str, Data]) -> Strings:
    texts: dict[str, str] = {}
    groups: dict[str, Mapping[str, str]] = {}
    for key, value in data.items():
        if isinstance(value, dict):
            groups[key] = _group(reader, file, key, value)
        else:
            texts[key] = _text(reader, file, (key,), value)
    return Strings(language, file, MappingProxyType(texts), MappingProxyType(groups))


def _group(reader: Reader, file: str, key: str, data: dict[str, Data]) -> Mapping[str, str]:
    return MappingProxyType(
        {name: _text(reader, file, (key, name), text) for name, text in data.items()}
    )


def _text(reader: Reader, file: str, path: KeyPath, value: Data) -> str:
    """The text; one that is not there is noted, and stands as empty so as not to be missed too."""
    if isinstance(value, dict | list):
        reader.note("wrong-type", file, path, expected="text", found=shape(value))
    elif not value or not value.strip():
        reader.note("empty-value", file, path)
    return value if isinstance(value, str) else ""
