"""What a site calls people, bodies and places in each language, from its records and terms."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from builder.content.content import Content
from builder.content.model import Organisation, Person
from builder.language import Language
from builder.language.reading.names import Form, Names, finder
from builder.language.reading.naming import Groups
from builder.language.reading.rules import forms

Forms = dict[str, list[str]]
"""Language code -> what somebody or something is called in it."""


class _Group(Struct):
    """All that one person, body or place is called."""

    names: Forms = field(default_factory=dict)
    adjectives: Forms = field(default_factory=dict)
    first: Forms = field(default_factory=dict)
    is_person: bool = False
    is_common: bool = False


class KnownNames(Struct, frozen=True):
    """Everybody and everything a site knows by name.

    Attributes:
        by_language: language code -> the finder of names.
        groups: what the keys stand for.
    """

    by_language: Mapping[str, Names]
    groups: Groups


def known_names(content: Content) -> KnownNames:
    """The names of a site's people, bodies and places, those every site may name included."""
    groups = _grouped([*_records(content), *_common(content.languages)])
    for group in groups.values():
        _share_acronyms(group, [language.code for language in content.languages])
    by_language = {lang.code: _finder(groups, lang) for lang in content.languages}
    people = frozenset(key for key, group in groups.items() if group.is_person)
    common = frozenset(key for key, group in groups.items() if group.is_common) - people
    titles = frozenset(
        (key, mention.key)
        for key in people
        for code, finds in by_language.items()
        for title in groups[key].names.get(code, ())
        for mention in finds.mentions(title)
        if mention.key in common
    )
    return KnownNames(by_language, Groups(people, common, titles))


def _share_acronyms(group: _Group, codes: list[str]) -> None:
    """Let every language use the abbreviations of the others, as texts do (CTBTO)."""
    known = {form for forms in group.names.values() for form in forms if _is_acronym(form)}
    for code in codes:
        names = group.names.setdefault(code, [])
        names.extend(sorted(known.difference(names)))


def _is_acronym(form: str) -> bool:
    return form.isupper() and form.isalpha() and len(form) > 1


def _finder(groups: Mapping[str, _Group], language: Language) -> Names:
    code, rules = language.code, language.reading.standing
    names = [
        Form(key, name, _is_proper(name), () if " " in name else tuple(group.first.get(code, ())))
        for key, group in groups.items()
        for name in group.names.get(code, ())
    ]
    plain = finder(tuple(names), rules)
    rests = [
        Form(form.key, rest, _is_proper(rest) and not groups[form.key].is_person)
        for form in names
        if (rest := _rest(form, plain)) and (" " in rest or groups[form.key].is_person)
    ]
    adjectives = [
        Form(key, word, is_required=False)
        for key, group in groups.items()
        for word in group.adjectives.get(code, ())
    ]
    return finder((*names, *rests, *adjectives), rules)


def _records(content: Content) -> Iterator[_Group]:
    for person in content.people.values():
        yield _person(person)
    for organisation in content.organisations.values():
        yield _organisation(organisation)
    for place in _places(content):
        yield _Group(_forms([place]))
    for term in content.terms.values():
        names = _forms([term.term])
        if all(_is_proper(form) for _, form in _each(names)):
            yield _Group(names)


def _person(person: Person) -> _Group:
    titles = [person.office, *(designation.name for designation in person.designations)]
    group = _Group(_forms([person.name, *titles]), is_person=True)
    surnames = {code: name.split()[-1] for code, name in person.name.items()}
    if all(map(_is_proper, surnames.values())):
        for code, surname in surnames.items():
            group.names[code].append(surname)
            group.first[code] = person.name[code].split()[:-1]
    return group


def _organisation(organisation: Organisation) -> _Group:
    texts = [organisation.name, organisation.abbreviation, organisation.as_written]
    return _Group(_forms([text for text in texts if text]))


def _places(content: Content) -> Iterator[Mapping[str, str]]:
    visits = content.visit.places if content.visit else ()
    yield from (place.name for place in visits)
    yield from (event.place.name for event in content.events.values() if event.place)


def _common(languages: Iterable[Language]) -> Iterator[_Group]:
    """What languages have names for, by the keys they share."""
    groups: dict[str, _Group] = {}
    for language in languages:
        for key, names in language.reading.names.items():
            groups.setdefault(key, _Group(is_common=True)).names[language.code] = list(forms(names))
        for key, names in language.reading.adjectives.items():
            groups.setdefault(key, _Group(is_common=True)).adjectives[language.code] = list(
                forms(names)
            )
    yield from groups.values()


def _forms(texts: Iterable[Mapping[str, str]]) -> Forms:
    """Names by language; what stands in brackets after a name is another."""
    found: Forms = {}
    for text in texts:
        for code, name in text.items():
            whole, _, bracketed = name.partition("(")
            named = [whole.strip(), bracketed.partition(")")[0].strip()]
            found.setdefault(code, []).extend(form for form in named if form)
    return found


def _each(names: Forms) -> Iterator[tuple[str, str]]:
    for code, of_language in names.items():
        for form in of_language:
            yield code, _plain(form)


def _plain(form: str) -> str:
    return form.lstrip('«“"')


def _is_proper(name: str) -> bool:
    """Whether a name is one by its first letter, and no common noun."""
    return _plain(name)[:1].isupper()


def _grouped(groups: Iterable[_Group]) -> dict[str, _Group]:
    """The groups by keys, those that share a name as one."""
    by_name: dict[tuple[str, str], _Group] = {}
    merged: list[_Group] = []
    for group in groups:
        known = next((by_name[n] for n in _folded(group) if n in by_name), None)
        if known is None:
            merged.append(known := group)
        else:
            for code, of_language in group.names.items():
                known.names.setdefault(code, []).extend(of_language)
            for code, first in group.first.items():
                known.first.setdefault(code, []).extend(first)
            for code, of_language in group.adjectives.items():
                known.adjectives.setdefault(code, []).extend(of_language)
            known.is_person |= group.is_person
            known.is_common |= group.is_common
        by_name |= dict.fromkeys(_folded(known), known)
    return {str(number): group for number, group in enumerate(merged)}


def _folded(group: _Group) -> list[tuple[str, str]]:
    return [(code, form.lower()) for code, form in _each(group.names)]


def _rest(form: Form, names: Names) -> str:
    """A name without that of the state or body it belongs to, at its beginning or its end."""
    name = form.written
    for mention in names.mentions(name):
        if mention.key == form.key:
            continue
        if mention.start == 0 and mention.end < len(name):
            return name[mention.end :].strip()
        if mention.end == len(name) and mention.start > 0:
            before = name[: mention.start].split()
            return " ".join(before[:-1] if len(before) > 1 and before[-1].islower() else before)
    return ""
