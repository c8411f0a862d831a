"""A translator at work: a site sent out, its file changed as a tool would, and taken back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from builder.checks.reviews import State
from builder.content.content import Content
from builder.content.load import load
from builder.exchange.exporting import export
from builder.exchange.importing import Imported, take_in
from builder.exchange.xliff import NAMESPACE
from tests.language.invented import LANGUAGES_AND_ONE_MORE

XLF = "texts.xlf"
PREFIX = {"x": NAMESPACE}

Change = Callable[[etree._Element], object]


def content_of(site: Path) -> Content:
    content = load(site, LANGUAGES_AND_ONE_MORE).content
    assert content is not None
    return content


@dataclass(frozen=True)
class Translator:
    """Holds the file that a site has sent from one language to another."""

    site: Path
    source: str
    target: str

    @property
    def file(self) -> Path:
        return self.site.parent / XLF

    def receive(self, *states: State) -> int:
        """Has the texts of a site sent; the number of them is told."""
        content = content_of(self.site)
        exported = export(content, self.source, self.target, states or tuple(State))
        self.file.write_bytes(exported.body)
        return exported.texts

    def root(self) -> etree._Element:
        return etree.parse(self.file).getroot()

    def units(self) -> Iterator[etree._Element]:
        yield from self.root().iterfind(".//x:unit", PREFIX)

    def change(self, changes: dict[str, Change]) -> None:
        """Changes the target of units, each by its name; a missing one is made of the source."""
        root = self.root()
        named = {unit.get("name"): unit for unit in root.iterfind(".//x:unit", PREFIX)}
        for name, change in changes.items():
            change(target_of(named[name]))
        self.save(root)

    def write(self, texts: dict[str, str]) -> None:
        """Writes words alone as the targets of units."""
        self.change({name: words(text) for name, text in texts.items()})

    def save(self, root: etree._Element) -> None:
        etree.ElementTree(root).write(self.file, xml_declaration=True, encoding="UTF-8")

    def edit(self, old: str, new: str) -> None:
        """Changes the file as a text."""
        text = self.file.read_text(encoding="utf-8")
        assert old in text
        self.file.write_text(text.replace(old, new), encoding="utf-8")

    def send_back(self) -> Imported:
        return take_in(self.site, content_of(self.site), self.file)


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def target_of(unit: etree._Element) -> etree._Element:
    segment = unit.find("x:segment", PREFIX)
    assert segment is not None
    target = segment.find("x:target", PREFIX)
    if target is None:
        source = segment.find("x:source", PREFIX)
        assert source is not None
        target = etree.fromstring(etree.tostring(source))
        target.tag = tag("target")
        target.tail = None
        segment.append(target)
    return target


def words(text: str) -> Change:
    """Leaves these words of a target, and no code."""

    def change(target: etree._Element) -> None:
        for child in list(target):
            target.remove(child)
        target.text = text

    return change


def bodies(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
