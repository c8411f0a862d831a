"""Files to content: reads a whole site and says everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from builder.content.blocks import Block
from builder.content.composition import note_decomposed
from builder.content.content import ANY, Content
from builder.content.corrections import Correction
from builder.content.evidence import read_stored
from builder.content.files import ARTICLES, RECORDS, Survey, survey
from builder.content.model import Article, Figure, Source, Term, Visit
from builder.content.model_reader import ModelReader
from builder.content.parts import YES
from builder.content.pictures import read_pictures
from builder.content.records import Illustrated, Publishable, Record
from builder.content.reviews import read_reviews
from builder.content.settings import Site
from builder.content.source import Data, KeyPath
from builder.content.strings import read_strings
from builder.content.suggestions import nearest
from builder.content.walk import SITE
from builder.language import LANGUAGES, Language
from builder.memory import Memory
from builder.problems import Problem

VISIT = "content/visit.yaml"
TERMS = "content/terms.yaml"
CORRECTIONS = "content/corrections.yaml"


class Loaded(Struct, frozen=True):
    """What could be read, and what is wrong; without a site file there is no content."""

    content: Content | None
    problems: tuple[Problem, ...]


def load(
    root: Path, languages: Mapping[str, Language] = LANGUAGES, memory: Memory | None = None
) -> Loaded:
    """Reads the site in the folder `root`.

    Args:
        root: the folder that holds `site.yaml` and `content/`.
        languages: the languages the language layer knows, by code.
        memory: what earlier runs have read.
    """
    reader = ModelReader(root, memory)
    found = survey(root)
    reader.problems.extend(found.problems)
    site = _site(reader, languages)
    if not reader.languages:
        _syntax_only(reader, found)
        return Loaded(None, tuple(reader.problems))
    records, unreadable = _records(reader, found)
    prose, unread = _prose(reader, found)
    unreadable.update((Article.kind_name, article) for article in unread)
    visit = _visit(reader, found)
    if visit:
        records[Figure.kind_name] = {figure.id: figure for figure in visit.figures}
    else:
        unreadable.add((Figure.kind_name, ANY))
    if TERMS in found.single:
        before = len(reader.problems)
        records[Term.kind_name] = {term.id: term for term in reader.entries(Term, TERMS)}
        if len(reader.problems) > before:
            unreadable.add((Term.kind_name, ANY))
    sources = [
        source for source in records[Source.kind_name].values() if isinstance(source, Source)
    ]
    corrections = reader.entries(Correction, CORRECTIONS) if CORRECTIONS in found.single else ()
    strings = read_strings(reader, found.strings)
    stored = read_stored(
        reader,
        sources,
        found.stored,
        is_every_source=all(kind != Source.kind_name for kind, _ in unreadable),
    )
    pictures = read_pictures(
        reader,
        _named_pictures(records, visit),
        found.pictures,
        is_every_record=not unreadable,
    )
    note_decomposed(reader, found.stored)
    if site is None:
        return Loaded(None, tuple(reader.problems))
    content = Content(
        site=site,
        languages=tuple(languages[code] for code in reader.languages),
        visit=visit,
        records=MappingProxyType(
            {kind: MappingProxyType(of_kind) for kind, of_kind in records.items()}
        ),
        prose=prose,
        corrections=corrections,
        strings=strings,
        stored=stored,
        pictures=pictures,
        reviews=read_reviews(reader, found.reviews),
        files=MappingProxyType(reader.texts),
        unreadable=frozenset(unreadable),
        drafts=_drafts(reader, found, records),
    )
    return Loaded(content, tuple(reader.problems))


def _site(reader: ModelReader, languages: Mapping[str, Language]) -> Site | None:
    if not (reader.root / SITE).is_file():
        reader.note_file("missing-file", SITE, name=SITE)
        return None
    before = len(reader.problems)
    data = reader.data(SITE)
    if len(reader.problems) > before:
        return None
    reader.languages = _site_languages(reader, data, languages)
    if not reader.languages:
        return None
    return reader.model(Site, data, SITE)


def _site_languages(
    reader: ModelReader, data: Data, languages: Mapping[str, Language]
) -> tuple[str, ...]:
    """The codes under `languages:`, each one the language layer knows and named once."""
    listed = data.get("languages") if isinstance(data, dict) else None
    if not isinstance(listed, list) or not listed:
        reader.note("site-languages", SITE, ("languages",))
        return ()
    codes: list[str] = []
    for number, code in enumerate(str(item) for item in listed):
        path = ("languages", number)
        if code in codes:
            reader.note("language-twice", SITE, path, language=code)
        elif code in languages:
            codes.append(code)
        else:
            values = {"language": code, "languages": ", ".join(languages)}
            near = nearest(code, languages)
            reader.note("unsupported-language", SITE, path, **values, **near)
    return tuple(codes) if len(codes) == len(listed) else ()


def _syntax_only(reader: ModelReader, found: Survey) -> None:
    """Without languages no record can be read, but broken YAML can be told."""
    for file in (*sorted(found.single), *(file for _, file in found.records)):
        reader.data(file)


def _records(
    reader: ModelReader, found: Survey
) -> tuple[dict[str, dict[str, Record]], set[tuple[str, str]]]:
    models: tuple[type[Record], ...] = (*RECORDS.values(), Figure, Term)
    records: dict[str, dict[str, Record]] = {model.kind_name: {} for model in models}
    unreadable: set[tuple[str, str]] = set()
    for folder, file in found.records:
        model = RECORDS[folder]
        record = reader.record(model, file)
        if record is None:
            unreadable.add((model.kind_name, _id(file)))
        else:
            records[model.kind_name][record.id] = record
    return records, unreadable


def _drafts(
    reader: ModelReader, found: Survey, records: Mapping[str, Mapping[str, Record]]
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Kind and id of every record in draft, read or not, with the files that are its own."""
    drafts: dict[tuple[str, str], tuple[str, ...]] = {
        (Term.kind_name, term.id): ()
        for term in records[Term.kind_name].values()
        if isinstance(term, Term) and term.draft
    }
    for folder, file in found.records:
        kind, identity = RECORDS[folder].kind_name, _id(file)
        record = records[kind].get(identity)
        if record.draft if isinstance(record, Publishable) else _says_draft(reader.data(file)):
            texts = (text for article, _, text in found.prose if article == identity)
            drafts[kind, identity] = (file, *(texts if folder == ARTICLES else ()))
    return MappingProxyType(drafts)


def _id(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


def _says_draft(data: Data) -> bool:
    """Whether a record that could not be read says at least that it is a draft."""
    return isinstance(data, dict) and data.get("draft") == YES


def _visit(reader: ModelReader, found: Survey) -> Visit | None:
    if VISIT not in found.single:
        reader.note_file("missing-file", VISIT, name=VISIT)
        return None
    before = len(reader.problems)
    data = reader.data(VISIT)
    if len(reader.problems) > before:
        return None
    if isinstance(data, dict) and isinstance(figures := data.get("figures"), list):
        reader.once(figures, VISIT, ("figures",))
    return reader.model(Visit, data, VISIT)


def _named_pictures(
    records: Mapping[str, Mapping[str, Record]], visit: Visit | None
) -> Iterator[tuple[str, KeyPath, str]]:
    """File, place in it and name wherever a record, or the visit, names a picture."""
    everything = [record for of_kind in records.values() for record in of_kind.values()]
    for value in (*everything, *([visit] if visit else ())):
        if isinstance(value, Illustrated | Visit):
            for number, image in enumerate(value.images):
                yield value.file, ("images", number, "file"), image.file


def _prose(
    reader: ModelReader, found: Survey
) -> tuple[Mapping[str, Mapping[str, tuple[Block, ...]]], set[str]]:
    """The prose of all articles, and the articles of which some text could not be read."""
    unread: set[str] = set()
    prose: dict[str, dict[str, tuple[Block, ...]]] = {}
    articles = {_id(file) for folder, file in found.records if folder == ARTICLES}
    for article, language, file in found.prose:
        if language not in reader.languages:
            values = {"language": language, "languages": ", ".join(reader.languages)}
            reader.note_file(
                "unknown-language", file, **values, **nearest(language, reader.languages)
            )
        elif article not in articles:
            near = {
                key: f"{meant}.{language}.md" for key, meant in nearest(article, articles).items()
            }
            name = f"content/pages/{article}.yaml"
            reader.note_file("prose-without-article", file, name=name, **near)
        else:
            before = len(reader.problems)
            blocks = reader.prose(file)
            if blocks is not None:
                prose.setdefault(article, {})[language] = blocks
            if len(reader.problems) > before:
                unread.add(article)
    return (
        MappingProxyType({name: MappingProxyType(texts) for name, texts in prose.items()}),
        unread,
    )
