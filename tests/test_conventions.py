"""What the project holds itself to, where no linter can say it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "builder").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_no_module_is_longer_than_300_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


def literals(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_language_is_named_outside_the_language_layer() -> None:
    naming = {
        named(module): value
        for module in MODULES
        if "language" not in module.parts
        for value in literals(module)
        if value in {"kk", "en"}
    }

    assert naming == {
        "builder/problems/english/__init__.py": "en",  # a catalogue names its own language
        "builder/problems/kazakh/__init__.py": "kk",
    }


def test_templates_name_no_language_and_trust_no_text() -> None:
    for template in TEMPLATES:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape", text), template
        assert not re.search(r"[\"'](kk|en)[\"']", text), template


def test_each_component_is_one_macro_of_the_same_name() -> None:
    for component in (ROOT / "templates" / "components").glob("*.html"):
        text = component.read_text(encoding="utf-8")
        assert re.findall(r"{%-? macro (\w+)", text) == [component.stem.replace("-", "_")]
        assert text.startswith("{# ")


def test_markup_is_made_only_where_architecture_says() -> None:
    makers = {named(m) for m in MODULES if "Markup(" in m.read_text(encoding="utf-8")}

    assert makers == {
        "builder/content/kept.py",
        "builder/content/prose.py",
        "builder/site/linked_data.py",
        "builder/site/views/articles.py",
        "builder/site/views/words.py",
    }


def test_one_module_parses_yaml_one_publishes_one_keeps_what_was_made_one_writes_for_editors() -> (
    None
):
    sources = {named(m): m.read_text(encoding="utf-8") for m in MODULES}

    assert [name for name, text in sources.items() if "import yaml" in text] == [
        "builder/content/composer.py"
    ]
    writes = re.compile(
        r"\.write_(text|bytes)\(|\bos\.(write|mkdir|rename|replace)\(|\"wb?\"|\.mkdir\(|tempfile"
    )
    assert [name for name, text in sources.items() if writes.search(text)] == [
        "builder/apart.py",  # into a pipe
        "builder/authoring/writing.py",
        "builder/cache.py",
        "builder/output.py",
    ]


def test_nothing_reads_the_clock_or_the_environment() -> None:
    forbidden = re.compile(r"os\.environ|getenv|datetime\.now|date\.today|time\.time\(|\brandom\b")

    assert [named(m) for m in MODULES if forbidden.search(m.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(("document", "most"), [("README.md", 120), ("ARCHITECTURE.md", 200)])
def test_documents_stay_short(document: str, most: int) -> None:
    assert len((ROOT / document).read_text(encoding="utf-8").splitlines()) <= most


def test_architecture_names_every_module_of_the_first_two_levels() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {"builder", "content", "site", "checks"}
    modules = [m for m in MODULES if m.parent.name in folders and m.stem != "__init__"]
    missing = [named(m) for m in modules if not re.search(rf"\b{re.escape(m.stem)}\b", text)]

    assert missing == []


def test_the_readme_names_every_command_and_option() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    modules = (ROOT / "builder" / "cli").glob("*.py")
    options = re.findall(r'"(--[a-z-]+)"', "".join(module.read_text() for module in modules))
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert [option for option in options if option not in text] == []
    assert [t for t in targets if f"make {t}" not in text] == ["help", "lock", "fonts", "clean"]
