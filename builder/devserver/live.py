"""The site as its files stand now: planned anew after each change, rendered when asked for."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from builder.build import Planned, plan
from builder.memory import Memory
from builder.output import path_problems
from builder.problems import Place, Problem, ProblemError, in_order
from builder.project import Project
from builder.site.artifacts import Artifact
from builder.site.assets import STYLESHEET
from builder.site.blueprint import Blueprint
from builder.site.page import Page
from builder.site.render import render
from builder.verify import verification
from builder.verify.facts import PageFacts
from builder.verify.reading import read_page


class _Made(Struct):
    """A page that was rendered, with what it was rendered from, and its facts once read."""

    page: Page
    look: object
    artifact: Artifact
    facts: PageFacts | None = None


class News(Struct, frozen=True):
    """What a change of files came to.

    Attributes:
        build: the number of the state the site is in now; each change counts one on.
        is_new: whether anything differs from the state before.
        is_good: whether there is a new site to show; else the last good one stays.
        stylesheet: the path of the new main stylesheet, where nothing else has changed.
    """

    build: int
    is_new: bool
    is_good: bool
    stylesheet: str | None = None


class Live:
    """One site while it is edited.

    Everything is served from the values of one state: a page and what it loads never come
    from two. None of this may be called by two threads at once.

    Attributes:
        build: the number of the present state.
        planned: what was read and planned of it.
        problems: all that is known to be wrong with it.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._memory = Memory()
        self._good: Blueprint | None = None
        self._before: Blueprint | None = None
        self._made: dict[str, _Made] = {}
        self.build = 0
        self.planned = Planned(None, None, None, ())
        self.problems: tuple[Problem, ...] = ()

    def refresh(self, changed: Collection[Path] = ()) -> News:
        """Reads what has changed, and plans the site anew.

        Args:
            changed: the files that are known to have changed; all others are looked at too.
        """
        former, planned = self.planned, self._plan(changed)
        is_other = bool(self._memory.news) or planned.problems != former.problems
        if self.build and not (is_other or self._memory.has_losses):
            return News(self.build, is_new=False, is_good=planned.blueprint is not None)
        self.build += 1
        self.planned, self.problems = planned, planned.problems
        stylesheet = None
        if planned.blueprint:
            if former.blueprint and former.problems == planned.problems:
                stylesheet = self._new_stylesheet(planned.blueprint, changed)
            self._before, self._good = self._good, planned.blueprint
        return News(self.build, is_new=True, is_good=bool(planned.blueprint), stylesheet=stylesheet)

    def artifact(self, path: str) -> Artifact | None:
        """What the site has at a path below its root; None where it has nothing, or is broken.

        A page that cannot be rendered is shown as it was when it last could.
        """
        if self._good is None:
            return None
        if path in self._good.pages:
            try:
                return self._rendered(self._good, path)
            except ProblemError as error:
                self.problems = in_order(_with(self.problems, error.problems))
                return self._made[path].artifact if path in self._made else None
        for blueprint in (self._good, self._before):  # a page may be older than what it loads
            try:
                body = blueprint.file(path) if blueprint else None
            except ProblemError as error:
                self.problems = in_order(_with(self.problems, error.problems))
                continue
            if body is not None:
                return Artifact(path, body)
        return None

    def examine(self) -> Iterator[None]:
        """Renders all and judges it, step by step; `problems` tells in the end what was found.

        Between two steps the site may be refreshed; what is left of the examination is then
        of no use.
        """
        planned = self.planned
        blueprint, content, routes = planned.blueprint, planned.content, planned.routes
        if blueprint is None:
            return
        assert content is not None  # what was planned was read
        assert routes is not None
        self._made = {path: made for path, made in self._made.items() if path in blueprint.pages}
        failures: tuple[Problem, ...] = ()
        artifacts: list[Artifact] = []
        for path in blueprint.pages:
            try:
                artifact = self._rendered(blueprint, path)
            except ProblemError as error:
                failures = _with(failures, error.problems)
            else:
                artifacts.append(artifact)
                self._facts(self._made[path].page, artifact.body)
            yield
        if not failures:
            try:
                artifacts.extend(blueprint.files())
            except ProblemError as error:
                failures = error.problems
            yield
        if not failures:
            languages = self._project.languages
            for found in verification(artifacts, routes.base, languages, self._facts):
                failures += found
                yield
            paths = [artifact.path for artifact in artifacts]
            failures += tuple(path_problems(paths, Place(content.site.file)))
        if planned is self.planned:
            self.problems = in_order((*planned.problems, *failures))

    def tell(self, planned: Planned, found: Iterable[Problem]) -> None:
        """Adds what is wrong with a state that was planned, unless there is a newer one."""
        if planned is self.planned:
            self.problems = in_order((*self.problems, *found))

    def _plan(self, changed: Collection[Path]) -> Planned:
        self._memory.begin(changed)
        try:
            return plan(self._project, self._memory, are_texts_judged=False)
        except BaseException:
            self._memory = Memory()  # else the next run would not find that this one was cut off
            raise

    def _rendered(self, blueprint: Blueprint, path: str) -> Artifact:
        """A page as bytes; the former ones where nothing that it shows has changed."""
        page = blueprint.pages[path]()
        look = blueprint.look_of(page.language)
        made = self._made.get(path)
        if made is None or made.look != look or made.page != page:
            artifact = render(page, blueprint.environments[page.language])
            made = self._made[path] = _Made(page, look, artifact)
        return made.artifact

    def _facts(self, page: Page, body: bytes) -> PageFacts:
        made = self._made[page.path]
        if made.facts is None:
            made.facts = read_page(page, body)
        return made.facts

    def _new_stylesheet(self, blueprint: Blueprint, changed: Collection[Path]) -> str | None:
        """Its address, if that is all there is to load again."""
        static = self._project.root / "static"
        is_all = changed and all(p.suffix == ".css" and p.is_relative_to(static) for p in changed)
        if is_all and self._memory.news <= {str(static)} and not self._memory.has_losses:
            return blueprint.asset(STYLESHEET)
        return None


def _with(known: tuple[Problem, ...], found: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is known and what was found; what fails on many pages is told once."""
    told = {(problem.code, problem.place) for problem in known}
    return (*known, *(problem for problem in found if (problem.code, problem.place) not in told))
