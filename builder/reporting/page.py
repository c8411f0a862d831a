"""A report as one page of HTML that needs no other file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.language import LANGUAGES
from builder.reporting.values import Report, Texts

_FOLDER = Path(__file__).parent
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def as_page(report: Report) -> bytes:
    """The report, in the language that its problems are told in."""

    def own(texts: Texts) -> tuple[str, str]:
        """A text in the report's language, or else in the first that has it, and that language."""
        code = report.language if report.language in texts else next(iter(texts))
        return texts[code], code

    shown = _ENVIRONMENT.get_template("report.html").render(
        report=report,
        words=_words(report.language),
        number=LANGUAGES[report.language].number,
        own=own,
    )
    return shown.encode(errors="replace")


@cache  # the files are parts of the package
def _words(language: str) -> Mapping[str, Mapping[str, str]]:
    """Group -> name -> words."""
    file = _FOLDER / "words" / f"{language}.toml"
    return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))
