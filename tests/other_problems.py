"""Raises the problems that no broken site and no defect of a good page shows."""

import errno
import fcntl
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

from builder.authoring.approvals import approve, choose
from builder.authoring.records import new_record
from builder.authoring.rename import rename
from builder.authoring.scaffold import new_site
from builder.authoring.writing import write_all
from builder.build import build
from builder.content.load import load
from builder.output import path_problems, write
from builder.problems import Place, Problem, ProblemError
from builder.project import Project
from builder.site.share_images import FONTS
from builder.verify import verify
from tests.exchange.translator import Translator
from tests.killed_build import Order
from tests.language.invented import LANGUAGES_AND_ONE_MORE
from tests.small_site import small_site
from tests.test_output import started
from tests.verify.good_site import BASE, artifacts, good_files

FOLDER = Path("public")
FILES = {"index.html": b"made by hand"}


def other_problems(folder: Path) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """What is wrong, in words, and what is told of it.

    Args:
        folder: an empty one, in which to do it.
    """
    for number, (name, raise_problems) in enumerate(_RAISING.items()):
        place = folder / str(number)
        place.mkdir()
        with chdir(place):  # so that no problem names the folder
            try:
                yield name, tuple(raise_problems())
            except ProblemError as error:
                yield name, error.problems


def _paths(*paths: str) -> Callable[[], Iterator[Problem]]:
    return lambda: path_problems(paths, Place("site.yaml"))


def _written(folder: Path = FOLDER, protected: tuple[Path, ...] = ()) -> tuple[Problem, ...]:
    write(FILES, folder, protected)
    return ()


def _into_a_link() -> tuple[Problem, ...]:
    Path("elsewhere").mkdir()
    FOLDER.symlink_to("elsewhere")
    return _written()


def _into_a_file() -> tuple[Problem, ...]:
    FOLDER.write_text("")
    return _written()


def _into_what_is_not_ours() -> tuple[Problem, ...]:
    FOLDER.mkdir()
    (FOLDER / "letter.txt").write_text("")
    return _written()


def _into_the_content() -> tuple[Problem, ...]:
    return _written(protected=(FOLDER / "content",))


def _while_another_build_writes() -> tuple[Problem, ...]:
    with Path(".public.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return _written()


def _with_a_name_too_long() -> tuple[Problem, ...]:
    write({"x" * 300: b""}, FOLDER)
    return ()


def _over_what_cannot_be_removed() -> tuple[Problem, ...]:
    _written()
    refused: Order = {"at": 1, "only": "rmdir", "error": errno.EIO}
    with started() as (builds, _):
        answer = builds.run({"index.html": "next"}, FOLDER.absolute(), refused)
    return tuple(
        Problem(code, Place(Path(file).name), values) for code, file, values in answer["problems"]
    )


def _without_a_sitemap() -> tuple[Problem, ...]:
    files = {path: text for path, text in good_files().items() if path != "sitemap.xml"}
    return verify(artifacts(files), BASE, LANGUAGES_AND_ONE_MORE)


def _with_a_broken_font() -> tuple[Problem, ...]:
    site = small_site(Path("site"))
    font = site / "static" / FONTS["words"]
    font.parent.mkdir(parents=True)
    font.write_bytes(b"no font")
    return build(Project(site, share_images=True)).problems


def _new_record(name: str) -> Callable[[], tuple[Problem, ...]]:
    def make() -> tuple[Problem, ...]:
        new_record(small_site(Path("site")), "quote", name, "en")
        return ()

    return make


def _renamed_though_hidden() -> tuple[Problem, ...]:
    site = small_site(Path("site"))
    with (site / "content" / "events" / "return-visit.yaml").open("a", encoding="utf-8") as event:
        event.write('people: ["gue\\x73t"]\n')
    rename(site, "person", "guest", "visitor")
    return ()


def _site_in_a_full_folder() -> tuple[Problem, ...]:
    FOLDER.mkdir()
    (FOLDER / "letter.txt").write_text("")
    new_site(FOLDER)
    return ()


def _record_in_place_of_a_folder() -> tuple[Problem, ...]:
    Path("b.txt").mkdir()
    write_all(Path(), {"a.txt": b"", "b.txt": b""})
    return ()


def _approved(*names: str) -> Callable[[], tuple[Problem, ...]]:
    """The site holds one text that a language lacks."""

    def approving() -> tuple[Problem, ...]:
        site = small_site(Path("site"))
        quote = site / "content" / "quotes" / "trade.yaml"
        text = quote.read_text(encoding="utf-8")
        quote.write_text(text.replace("{kk: Сауда, en: Trade}", "{kk: Сауда}"), encoding="utf-8")
        loaded = load(site)
        assert loaded.content is not None
        return approve(site, loaded, choose(loaded.content, names)).refused

    return approving


def _imported(change: Callable[[Translator], object]) -> Callable[[], tuple[Problem, ...]]:
    """A file for translators, changed before it comes back."""

    def importing() -> tuple[Problem, ...]:
        translator = Translator(small_site(Path("site")), "kk", "en")
        translator.receive()
        change(translator)
        return translator.send_back().refused

    return importing


def _with_another_source(translator: Translator) -> None:
    translator.edit(">Сауда<", ">Алмасу<")
    translator.write({"quote:trade/topic": "Goods"})


def _with_a_block_too_many(translator: Translator) -> None:
    prose = translator.site / "content" / "pages" / "talks.en.md"
    text = prose.read_text(encoding="utf-8")
    prose.write_text(text.replace("\n> Both countries wish for peace.\n", ""), encoding="utf-8")
    translator.receive()
    translator.write({"article:talks/words-3": "Both countries wish for peace."})


_RAISING: dict[str, Callable[[], Iterator[Problem] | tuple[Problem, ...]]] = {
    "a path out of the tree": _paths("../index.html"),
    "a path twice": _paths("index.html", "index.html"),
    "a file that is a folder too": _paths("en", "en/index.html"),
    "paths that differ in case": _paths("En/index.html", "en/feed.xml"),
    "the root of the file system": lambda: _written(Path("/")),
    "a link": _into_a_link,
    "a file": _into_a_file,
    "a folder that holds the content": _into_the_content,
    "a folder that no build made": _into_what_is_not_ours,
    "a mount point": lambda: _written(Path("/dev")),
    "a folder that another build writes to": _while_another_build_writes,
    "a name that is too long": _with_a_name_too_long,
    "a former tree that cannot be removed": _over_what_cannot_be_removed,
    "no sitemap": _without_a_sitemap,
    "a font that is none": _with_a_broken_font,
    "a new record of an id that is taken": _new_record("trade"),
    "a new record of an id that is none": _new_record("Trade 2"),
    "a reference that hides its letters": _renamed_though_hidden,
    "a new site in a folder that holds files": _site_in_a_full_folder,
    "a file where a folder is": _record_in_place_of_a_folder,
    "an approval of a file that is not there": _approved("content/quotes/trad.yaml"),
    "an approval of a text that is not there": _approved("content/quotes/trade.yaml#text-2"),
    "an approval of a file without texts": _approved("content/images"),
    "an approval of half a text": _approved("content/quotes/trade.yaml"),
    "an import of half a file": _imported(lambda sent: sent.edit("</xliff>", "")),
    "an import with a document type": _imported(lambda sent: sent.edit("?>", "?><!DOCTYPE xliff>")),
    "an import of an older version": _imported(
        lambda sent: sent.edit('version="2.0"', 'version="1.2"')
    ),
    "an import in a language that the site has not": _imported(
        lambda sent: sent.edit('trgLang="en"', 'trgLang="ja"')
    ),
    "an import of another site": _imported(
        lambda sent: sent.edit("small.example", "other.example")
    ),
    "an import of a text that is not there": _imported(
        lambda sent: sent.edit('id="quote:trade.topic"', 'id="quote:trad.topic"')
    ),
    "an import of a text that stands twice": _imported(
        lambda sent: sent.edit('id="quote:friendship.topic"', 'id="quote:trade.topic"')
    ),
    "an import of a text that has changed since": _imported(_with_another_source),
    "an import with a code that was not sent": _imported(
        lambda sent: sent.edit('1" dataRef="d1" disp="{count}"', '9" disp="{count}"')
    ),
    "an import without a code": _imported(
        lambda sent: sent.write({"strings:strings/search-found": "Found"})
    ),
    "an import with signs of markup": _imported(
        lambda sent: sent.write({"quote:trade/topic": "[[lang:ja|Trade]]"})
    ),
    "an import of a block that has no place": _imported(_with_a_block_too_many),
}
