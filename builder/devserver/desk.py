"""The two-language desk: every text in all languages, next to each other, with its state.

It is made from a state of the site when it is asked for, and never published.
"""

from itertools import groupby

from builder.devserver.desk_pages import documents_of_page
from builder.devserver.desk_reviews import counted
from builder.devserver.desk_states import sheet, summaries
from builder.devserver.desk_texts import Document, documents
from builder.devserver.desk_views import Desk, LinkView, Views
from builder.devserver.labels import labels_in
from builder.devserver.pages import PREFIX, render
from builder.problems.catalogues import in_language

_PAGE = "page/"
_MOST_SHEETS = 100
"""Documents that are shown whole on one page; of more there is a list."""


def desk_response(desk: Desk, path: str, language: str) -> bytes | None:
    """A page of the desk; None where there is none.

    Args:
        desk: what to show.
        path: what follows `/__sapar/desk/`, decoded: nothing for the list, `KIND/ID/` for a
            record, `page/PATH` for what the page of the site at `/PATH` shows.
        language: the code of the language to write in, if there are words in it.
    """
    labels = labels_in(language)
    views = Views(desk, labels, in_language(labels.language))
    if not path:
        return _list(views, path, tuple(documents(desk.content)))
    if path.startswith(_PAGE):
        if desk.routes is None:
            return None
        where = f"/{path.removeprefix(_PAGE)}"
        shown = documents_of_page(desk.content, desk.routes, where)
        return _sheets(views, path, shown, where) if shown else None
    shown = tuple(d for d in documents(desk.content) if f"{d.kind}/{d.id}" == path.rstrip("/"))
    return _sheets(views, path, shown) if shown else None


def _list(views: Views, path: str, shown: tuple[Document, ...]) -> bytes:
    """What there is to put right in each document, and, beside all of them, in no document."""
    found, others = summaries(views.desk.content, shown, views.desk.problems)
    reviews = counted(views.desk.reviews)
    groups = [
        (kind, tuple(views.summary(summary, reviews) for summary in of_kind))
        for kind, of_kind in groupby(found, key=lambda summary: summary.document.kind)
    ]
    return render(
        "desk-list.html",
        views.labels,
        groups=groups,
        problems=() if path else views.problems(others),
        switches=_switches(views, path),
    )


def _sheets(views: Views, path: str, shown: tuple[Document, ...], where: str = "") -> bytes:
    if len(shown) > _MOST_SHEETS:
        return _list(views, path, shown)
    content, problems = views.desk.content, views.desk.problems
    sheets = tuple(views.sheet(sheet(content, document, problems)) for document in shown)
    return render(
        "desk-sheets.html",
        views.labels,
        sheets=sheets,
        where=where,
        switches=_switches(views, path),
    )


def _switches(views: Views, path: str) -> tuple[LinkView, ...]:
    """The same page of the desk in each language of the site."""
    return tuple(
        LinkView(language.name, f"{PREFIX}desk/{path}?lang={language.code}", language.code)
        for language in views.desk.content.languages
    )
