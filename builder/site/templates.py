"""Templates: where they are, what they ask for, and what is wrong with them."""

import errno
import marshal
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import CodeType, MappingProxyType, TracebackType
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    __version__,
    nodes,
)
from jinja2.bccache import Bucket, bc_magic
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape
from msgspec import Struct

from builder.cache import Cache, key
from builder.content.fields import Translated
from builder.content.source import not_utf_8
from builder.content.strings import Strings
from builder.content.suggestions import nearest
from builder.language import Language
from builder.problems import Place, Problem

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_COMPILER = key(bc_magic, __version__, Path(__file__).read_bytes())


class _Compiled(BytecodeCache):
    """The code of every template, made once and shared by all languages."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing to keep: all templates were compiled when they were read."""


class UnknownStringError(LookupError):
    """A template asks for words that no strings file has, or leaves a placeholder open."""


class Templates(Struct, frozen=True):
    """The templates of a site, read and compiled.

    `digest` tells them and all beside them from others; `strings_used` are the keys they ask `t`
    for, each with its places; `problems` tells of templates that cannot be read.
    """

    folders: tuple[Path, ...]
    digest: str
    strings_used: Mapping[str, tuple[Place, ...]]
    problems: tuple[Problem, ...]
    _compiled: _Compiled

    def environment(
        self, language: Language, strings: Strings, asset: Callable[[str], str]
    ) -> Environment:
        """The environment that renders one language's pages.

        Ambient names are `t` (words of the interface), `language`, `asset` (the
        address of a static file) and `join` (a list in the language's way); all
        else is handed over by name.
        """
        environment = _environment(self.folders, self._compiled)
        environment.globals.update(
            t=_translator(strings), language=language, asset=asset, join=_joiner(language)
        )
        return environment


def read_templates(folders: tuple[Path, ...], cache: Cache | None = None) -> Templates:
    """Reads every template; one in an earlier folder hides one of the same name.

    What a template compiles to is kept in the cache, as Python keeps that of its modules.
    """
    compiled = _Compiled()
    environment = _environment(folders, compiled)
    used: dict[str, tuple[Place, ...]] = {}
    problems: list[Problem] = []
    digests: list[str] = []
    for name in environment.list_templates():
        if not name.endswith(".html"):  # no template, but it may be included as it stands
            digests.append(key(name, _bytes(folders, name)))
            continue
        place = f"templates/{name}"
        try:
            digest, code, calls = _compile(environment, name, cache)
        except TemplateSyntaxError as error:
            problems.append(syntax_problem(error))
            continue
        except UnicodeDecodeError as error:
            problems.append(not_utf_8(error, place))
            continue
        except OSError as error:
            values = {"reason": error.strerror or os.strerror(errno.ENOENT)}
            problems.append(Problem("file-unreadable", Place(place), values))
            continue
        digests.append(digest)
        compiled.codes[name] = code
        for string, line in calls:
            if string is None:
                problems.append(Problem("string-key-not-fixed", Place(place, line, 1)))
            else:
                used[string] = (*used.get(string, ()), Place(place, line, 1))
    return Templates(folders, key(*digests), MappingProxyType(used), tuple(problems), compiled)


def _bytes(folders: Iterable[Path], name: str) -> bytes:
    """What is in a file of an earlier folder, or else of a later one; nothing if it goes away."""
    for folder in folders:
        with suppress(OSError):
            return (folder / name).read_bytes()
    return b""


def _compile(
    environment: Environment, name: str, cache: Cache | None
) -> tuple[str, CodeType, tuple[tuple[str | None, int], ...]]:
    """A template's digest and code, and each call of `t`: its key, None if worked out, and line."""
    assert environment.loader is not None
    source, filename, _ = environment.loader.get_source(environment, name)
    digest = key("template", _COMPILER, name, filename or "", source)
    if cache and (kept := cache.get(digest)):
        code, calls = marshal.loads(kept)  # noqa: S302 (what a template may run anyway)
        return digest, code, calls
    tree = environment.parse(source, name, filename)
    code = environment.compile(tree, name, filename)
    calls = tuple(_calls_of_t(tree))
    if cache:
        cache.keep(digest, marshal.dumps((code, calls)))
    return digest, code, calls


class _Generator(CodeGenerator):
    """Prints what `finalize` gives, which is escaped; Jinja would escape all of it once more.

    So nothing in a template can turn escaping off.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write(")")


class _Environment(Environment):
    """An environment whose templates all see the same global names."""

    code_generator_class: type[CodeGenerator] = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The names; Jinja would put a map of each template's own before them, to look in first."""
        return self.globals if d is None else {**self.globals, **d}


def _environment(folders: tuple[Path, ...], compiled: _Compiled) -> Environment:
    return _Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printed,
        bytecode_cache=compiled,
        auto_reload=False,
    )


def _calls_of_t(tree: nodes.Template) -> Iterator[tuple[str | None, int]]:
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t":
            argument = call.args[0] if call.args else None
            literal = str(argument.value) if isinstance(argument, nodes.Const) else None
            yield literal, call.lineno


def syntax_problem(error: TemplateSyntaxError) -> Problem:
    """A template that cannot be parsed, at its line."""
    place = Place(f"templates/{error.name}", error.lineno, 1)
    return Problem("template-syntax", place, {"said": error.message or ""})


def render_problem(
    error: Exception, template: str, origin: str, known: Iterable[str] = ()
) -> Problem:
    """What went wrong while a page was rendered, at the template's line.

    Args:
        error: what was raised.
        template: the name of the page's template.
        origin: the file the page was made from.
        known: the names of the templates there are.
    """
    if isinstance(error, TemplateSyntaxError):
        return syntax_problem(error)
    place = _last_template_line(error.__traceback__, Place(f"templates/{template}"))
    if isinstance(error, TemplateNotFound):
        name = str(error.name)
        values = {"name": name, "page": origin, **nearest(name, known)}
        return Problem("template-missing", place, values)
    return Problem("template-failed", place, {"said": str(error), "page": origin})


def _last_template_line(traceback: TracebackType | None, place: Place) -> Place:
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.endswith(".html"):
            name = Path(file).as_posix().rpartition("/templates/")[2]
            place = Place(f"templates/{name}", traceback.tb_lineno, 1)
        traceback = traceback.tb_next
    return place


def _translator(strings: Strings) -> Callable[..., str]:
    def translate(key: str, **values: object) -> str:
        """The words for `key`, with `{placeholders}` filled in."""
        text = strings.texts.get(key)
        if text is None:
            raise UnknownStringError(f"no string {key!r} in {strings.file}")
        if "{" not in text:  # nearly always
            return text

        def filled(match: re.Match[str]) -> str:
            if match[1] not in values:
                raise UnknownStringError(f"string {key!r} needs a value for {match[1]!r}")
            return str(values[match[1]])

        return _PLACEHOLDER.sub(filled, text)

    return translate


def _joiner(language: Language) -> Callable[..., list[tuple[Any, str]]]:
    def joined(items: tuple[Any, ...]) -> list[tuple[Any, str]]:
        """Each item with what this language writes after it in a list."""
        return list(zip(items, (*language.list_separators(len(items)), ""), strict=True))

    return joined


def _printed(value: object) -> str:
    """A value as HTML; refuses what has no language yet, or what is not there."""
    if type(value) is str:
        return _escaped(value)
    if type(value) is Markup:
        return value
    if type(value) is Translated:  # no subclass; to ask an abstract base class takes time
        raise TypeError("a text in several languages was printed; the view must choose one")
    if value is None:
        raise TypeError("a value that is not there was printed")
    return escape(value)


_escaped = lru_cache(maxsize=2**14)(escape)  # most addresses and words stand on every page
"""Only for what is a `str` and nothing more: markup is equal to the text that it is made of."""
