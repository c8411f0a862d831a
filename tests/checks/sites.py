"""What tests of checks do with a site: read it, and change a word of one of its files."""

from pathlib import Path

from builder.content.content import Content
from builder.content.load import load
from tests.language.invented import LANGUAGES_AND_ONE_MORE


def read(root: Path) -> Content:
    """The content of a site, which may be in the invented language too."""
    content = load(root, LANGUAGES_AND_ONE_MORE).content
    assert content is not None
    return content


def edit(site: Path, file: str, old: str, new: str) -> None:
    """Puts one text in the place of another, which must be there."""
    text = (site / file).read_text(encoding="utf-8")
    assert old in text
    (site / file).write_text(text.replace(old, new, 1), encoding="utf-8")
