"""Everything a reader may look for: pages, their parts and the records on them, by name.

The index page lists entries by letter; the search looks through their texts.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from builder.content.blocks import Block
from builder.content.fields import RecordId
from builder.content.model import (
    Agreement,
    Article,
    Event,
    Organisation,
    Person,
    Source,
    Term,
    Visit,
)
from builder.content.parts import Period
from builder.content.records import Record
from builder.content.source import KeyPath
from builder.language import Language, PartialDate
from builder.site.routes import HOME, PageKey
from builder.site.views.edition import Edition
from builder.site.views.visit import figure_view
from builder.site.views.words import Link, Words

_UNLISTED = frozenset(("section", "figure", "source"))
"""Kinds of entry that an alphabetical index leaves out: parts of pages, and the sources' own."""

_TOLD_OF = frozenset(model.kind_name for model in (Person, Organisation, Agreement, Event))
_SENTENCE_ENDS = (".", "!", "?", "…", ":")
_APART = " · "


class Entry(Struct, frozen=True):
    """Something with a name and a place on the site.

    `label` says what it is. `text` is what its place says in the edition's language,
    `names` what it is called in any other; `about` are the addresses of the records it
    names, under whose names it may be looked for too.
    """

    kind: str
    link: Link
    label: str
    text: str
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class LetterView(Struct, frozen=True):
    """A letter of the index with what is filed under it; `id` is the same for all languages."""

    letter: str
    id: str
    entries: tuple[Entry, ...]


def entries(edition: Edition) -> tuple[Entry, ...]:
    """All entries of an edition: what tells of the same stands together, for so it packs best."""
    return (
        *_sources(edition),
        *_quotes(edition),
        *_home(edition),
        *_agreements(edition),
        *_parties(edition),
        *_events(edition),
        *_articles(edition),
        *_terms(edition),
        *_sections(edition),
    )


def letters(language: Language, found: Iterable[Entry]) -> tuple[LetterView, ...]:
    """The alphabetical index in a language; what begins with no letter of its alphabet is first."""
    listed = (entry for entry in found if entry.kind not in _UNLISTED)
    filed: dict[str, list[Entry]] = {}
    for entry in sorted(listed, key=lambda entry: language.sort_key(entry.link.label.text)):
        filed.setdefault(language.index_letter(entry.link.label.text), []).append(entry)
    order = {letter: number for number, letter in enumerate(language.alphabet, start=1)}
    return tuple(
        LetterView(letter if letter in order else "", f"letter-{order.get(letter, 0)}", tuple(own))
        for letter, own in sorted(filed.items(), key=lambda item: order.get(item[0], 0))
    )


def _home(edition: Edition) -> Iterator[Entry]:
    content = edition.content
    visit = content.visit
    assert visit is not None  # without a visit nothing is planned
    link = Link(edition.called(content.site.name), edition.page(HOME.kind))
    own = replace(visit, figures=())
    text, about = _told(edition, own, _when(edition, visit.dated))
    yield Entry("page", link, edition.label("entry-kind", "page"), text, about=about)
    for figure in content.figures.values():
        view = figure_view(edition, figure)
        value = "" if view.value.missing else view.value.text
        yield _entry(edition, figure, value)


def _sections(edition: Edition) -> Iterator[Entry]:
    for name in edition.content.site.sections.slugs():
        link = Link(edition.plain(edition.label("section", name)), edition.page(name))
        text = edition.label("section-description", name)
        yield Entry("page", link, edition.label("entry-kind", "page"), text)


def _articles(edition: Edition) -> Iterator[Entry]:
    """Each article, then its parts: the blocks under each heading."""
    for article in edition.content.articles.values():
        blocks = edition.content.prose.get(article.id, {}).get(edition.code, ())
        yield from _article(edition, article, blocks)


def _article(edition: Edition, article: Article, blocks: Iterable[Block]) -> Iterator[Entry]:
    link = edition.link("article", article.id)
    parts = [(link, [_told(edition, article)[0]])]
    for block in blocks:
        if block.kind == "heading":
            href = edition.routes.href(PageKey("article", article.id), edition.code, block.segment)
            parts.append((Link(edition.plain(_plain(edition, block)), href), []))
        elif block.kind != "embed":  # what is embedded is an entry of its own
            parts[-1][1].append(_plain(edition, block))
    for part, texts in parts:
        kind, label = "section", article.title.get(edition.code, "")
        if part is link:
            kind, label = "page", edition.label("entry-kind", "page")
        names = _names(edition, article) if part is link else ()
        yield Entry(kind, part, label, _joined(filter(None, texts)), names)


def _sources(edition: Edition) -> Iterator[Entry]:
    for source in edition.content.sources.values():
        yield _entry(edition, source, _day(edition, source.date))


def _quotes(edition: Edition) -> Iterator[Entry]:
    for quote in edition.content.quotes.values():
        yield _entry(edition, quote)


def _agreements(edition: Edition) -> Iterator[Entry]:
    for agreement in edition.content.agreements.values():
        dates = _when(edition, agreement.concluded), _day(edition, agreement.applies_from)
        yield _entry(edition, agreement, *dates)


def _parties(edition: Edition) -> Iterator[Entry]:
    """People, states and bodies."""
    for person in edition.content.people.values():
        yield _entry(edition, person)
    for body in edition.content.organisations.values():
        yield _entry(edition, body)


def _events(edition: Edition) -> Iterator[Entry]:
    for event in edition.content.events.values():
        yield _entry(edition, event, _when(edition, event.dated))


def _terms(edition: Edition) -> Iterator[Entry]:
    for term in edition.content.terms.values():
        yield _entry(edition, term)


def _entry(edition: Edition, record: Record, *first: str) -> Entry:
    link = edition.link(record.kind_name, record.id)
    text, about = _told(edition, record, *first)
    names = _names(edition, record)
    return Entry(record.kind_name, link, edition.kind(record), text, names, about)


def _told(edition: Edition, value: Record | Visit, *first: str) -> tuple[str, tuple[str, ...]]:
    """What a record says in the edition's language, and the addresses of the records it names.

    Left out are its own name, remarks on how something is known, and sources.
    """
    called = value.called if isinstance(value, Record) else None
    texts = dict.fromkeys(first)
    about: dict[str, None] = {}
    for path, leaf in value.leaves:
        if isinstance(leaf, RecordId):
            if leaf.kind in _TOLD_OF:
                about[edition.routes.record(leaf.kind, leaf, edition.code)] = None
        elif edition.code in leaf and leaf is not called and not _is_aside(value, path):
            texts[Words(leaf[edition.code], edition.code).text] = None
    return _joined(filter(None, texts)), tuple(about)


def _is_aside(value: Record | Visit, path: KeyPath) -> bool:
    """Whether a text is part of an address, or a remark on how something is known or called."""
    is_remark = path[-1] == "note" and (len(path) > 1 or isinstance(value, Source))
    return is_remark or "slug" in path or path == ("why",)


def _joined(texts: Iterable[str]) -> str:
    """Texts as one, from which excerpts are cut: what is no sentence is set apart."""
    joined = ""
    for text in texts:
        gap = " " if joined.endswith(_SENTENCE_ENDS) else _APART
        joined += f"{gap}{text}" if joined else text
    return joined


def _names(edition: Edition, record: Record) -> tuple[str, ...]:
    """What else a record is called: in other languages, by sources, in full, by its offices."""
    if not isinstance(record, Person | Organisation | Agreement | Term):
        return ()  # the rest has headlines, which are found in their own language
    names = [words.text for words in edition.other_names(record.called)]
    if isinstance(record, Person):
        titles = (record.office, *(designation.name for designation in record.designations))
        names += [text for texts in titles for text in texts.values()]
    if isinstance(record, Organisation):
        names += (record.abbreviation or {}).values()
        names += record.as_written.values()
    if isinstance(record, Agreement):
        names += [*record.title.values(), *(title.text for title in record.other_titles)]
    return tuple(dict.fromkeys([*names, *_other_spellings(edition, record)]))


def _other_spellings(edition: Edition, record: Record) -> Iterator[str]:
    """What the glossary has for the name of a record, wrong spellings too: readers type them."""
    known = set(record.called.get(edition.code, "").split())
    for term in edition.terms_called.get(record.called, ()):
        for words in (term.allowed, term.forbidden):
            yield from (w for w in words.get(edition.code, ()) if not known.issuperset(w.split()))


def _when(edition: Edition, period: Period | None) -> str:
    return edition.language.date_range(period.begins, period.ends) if period else ""


def _day(edition: Edition, date: PartialDate | None) -> str:
    return edition.language.date(date) if date else ""


def _plain(edition: Edition, block: Block) -> str:
    """The text of a block without its markup, every record by its label or name."""
    parts = (
        part
        if isinstance(part, Markup)
        else part.label or escape(edition.name(part.kind, part.id).text)
        for part in block.parts
    )
    return escape("").join(parts).striptags()
