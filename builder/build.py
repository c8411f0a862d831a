"""The six steps of a build, in order, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import starmap
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from builder.apart import begun
from builder.checks import FIRST, sift
from builder.checks.sound import Sound
from builder.checks.strings import check as check_strings
from builder.content.content import Content
from builder.content.kinds import Policy
from builder.content.load import load
from builder.memory import Memory, stamps
from builder.output import path_problems, write
from builder.problems import Place, Problem, ProblemError, Severity, in_order
from builder.project import Project
from builder.rendering import rendered
from builder.site.artifacts import Artifact
from builder.site.assets import read_assets
from builder.site.blueprint import Blueprint, Look
from builder.site.routes import Routes, plan_routes
from builder.site.templates import read_templates
from builder.verify import verify
from builder.verify.kept import KeptFacts


class Built(Struct, frozen=True):
    """What a build made, and all that is wrong; with errors there are no artifacts.

    `content` is what was built from, as it is seen by readers, and `pages` the number of pages
    that were rendered and judged, which they are where nothing else is wrong.
    """

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    is_good: bool
    content: Content | None = None
    pages: int = 0


def build(
    project: Project,
    output: Path | None = None,
    on_step: Callable[[str], None] = lambda _: None,
    read: Callable[[], Memory] = Memory,
) -> Built:
    """Builds a site.

    Args:
        project: what to build.
        output: where to publish; without it everything is done but writing.
        on_step: told the name of each step as it begins.
        read: gives what was read of the site already.

    Raises:
        ProblemError: the tree could not be written; the former one is as it was.
    """
    planned = plan(project, read(), on_step, are_texts_judged=False)
    texts = begun(lambda: _plain(planned.rest()))
    problems = list(planned.problems)
    on_pages: list[Problem] = []
    artifacts: tuple[Artifact, ...] = ()
    pages = 0
    facts = KeptFacts(project.cache)
    if planned.blueprint:
        on_step("render")
        try:
            artifacts = (
                *rendered(planned.blueprint, facts, project.cache),
                *planned.blueprint.files(),
            )
        except ProblemError as error:
            on_pages.extend(error.problems)
        else:
            on_step("verify")
            on_pages.extend(_judged(artifacts, planned, project, facts))
    problems.extend(starmap(Problem, texts()))
    if not _stops(problems, project):  # else pages show again what is wrong with texts
        problems.extend(on_pages)
        pages = sum(1 for artifact in artifacts if artifact.page)

    is_good = bool(planned.blueprint) and not _stops(problems, project)
    if is_good and output is not None:
        on_step("write")
        kept = ("content", "templates", "static")
        write(artifacts, output, protected=tuple(project.root / name for name in kept))
    made = artifacts if is_good else ()
    return Built(made, in_order(problems), is_good, planned.content, pages)


def _plain(problems: Iterable[Problem]) -> list[tuple[str, Place, dict[str, str | int], Severity]]:
    """Problems as values that one process can hand to another."""
    return [(p.code, p.place, dict(p.values), p.severity) for p in problems]


class Planned(Struct, frozen=True):
    """What the first steps give: the content, and the site if nothing stops it so far."""

    content: Content | None
    routes: Routes | None
    blueprint: Blueprint | None
    problems: tuple[Problem, ...]
    rest: Callable[[], tuple[Problem, ...]] = tuple
    """Gives all problems of what was written, where the texts were left for later."""


def plan(
    project: Project,
    memory: Memory | None = None,
    on_step: Callable[[str], None] = lambda _: None,
    *,
    are_texts_judged: bool = True,
) -> Planned:
    """The steps before anything is rendered: load, check, plan.

    Args:
        project: what to build.
        memory: what earlier runs over the same files have made; `begin` was called for this one.
        on_step: told the name of each step as it begins.
        are_texts_judged: whether to judge the texts now; else `rest` of what is returned does.
    """
    memory = memory or Memory()
    on_step("load")
    loaded = load(project.root, project.languages, memory)

    on_step("check")
    templates = memory.recall(
        str(project.root / "templates"),
        stamps(project.folders("templates")),
        lambda: read_templates(project.folders("templates"), project.cache),
    )
    sound = memory.recall(Sound, (), lambda: Sound(project.cache))
    if loaded.content is None:
        return Planned(None, None, None, in_order((*loaded.problems, *templates.problems)))
    read = _under_policy(project, loaded.content)
    judged = partial(sift, read, loaded.problems, with_drafts=project.drafts, sound=sound)
    content, found = judged(checks=None if are_texts_judged else FIRST)
    problems = [*found, *templates.problems]
    if not templates.problems:  # else nobody can say which strings are used
        problems.extend(check_strings(content, templates.strings_used))

    on_step("plan")
    routes = blueprint = None
    try:
        routes = plan_routes(content, _base(project, content))
        if not _stops(problems, project):
            assets = memory.recall(
                str(project.root / "static"),
                stamps(project.folders("static")),
                lambda: read_assets(tuple(reversed(project.folders("static")))),
            )
            blueprint = Blueprint(
                content,
                routes,
                Look(templates, assets),
                project.cache,
                has_share_images=project.share_images,
            )
    except ProblemError as error:
        problems.extend(error.problems)

    def rest() -> tuple[Problem, ...]:
        found = judged()[1]
        sound.keep()
        return found

    return Planned(content, routes, blueprint, in_order(problems), rest)


def _judged(
    artifacts: tuple[Artifact, ...], planned: Planned, project: Project, facts: KeptFacts
) -> Iterator[Problem]:
    """What is wrong with a site as it was rendered."""
    assert planned.content is not None  # of nothing, nothing was rendered
    assert planned.routes is not None
    yield from verify(artifacts, planned.routes.base, project.languages, facts.read)
    facts.keep()
    paths = [artifact.path for artifact in artifacts]
    yield from path_problems(paths, Place(planned.content.site.file))


def _under_policy(project: Project, content: Content) -> Content:
    """The site with the policy this build keeps; editors are shown what was not reviewed yet."""
    policy = content.site.publish
    if project.is_strict:
        policy = Policy.REVIEWED
    elif project.drafts and policy is Policy.REVIEWED:
        policy = Policy.COMPLETE
    return replace(content, site=replace(content.site, publish=policy))


def _base(project: Project, content: Content) -> str:
    base = project.base_url or content.site.address
    return base if base.endswith("/") else f"{base}/"


def _stops(problems: Iterable[Problem], project: Project) -> bool:
    return any(project.is_strict or p.severity is Severity.ERROR for p in problems)
