"""The six steps of a build, in order, and nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.cache import Cache
from builder.checks import check
from builder.checks.strings import check as check_strings
from builder.content.content import Content
from builder.content.load import load
from builder.language import LANGUAGES, Language
from builder.output import path_problems, write
from builder.problems import Place, Problem, ProblemError, Severity, in_order
from builder.site.artifacts import Artifact
from builder.site.assets import read_assets
from builder.site.feeds import feeds
from builder.site.metadata import metadata
from builder.site.open_data import open_data
from builder.site.pages import plan
from builder.site.parallel import parallel_pages
from builder.site.pictures import Pictures
from builder.site.print_edition import print_editions
from builder.site.render import render
from builder.site.routes import Routes, plan_routes
from builder.site.security import host_headers
from builder.site.share_images import ShareImages
from builder.site.templates import Templates, read_templates
from builder.verify import verify

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Project:
    """What to build.

    Args:
        root: the folder that holds `site.yaml`.
        base_url: the full address to publish at, in place of the one in `site.yaml`.
        is_strict: whether warnings stop the build too.
        cache: where pictures and compiled templates are kept, which take long to make.
        share_images: whether to draw the images that stand for pages where these are shared.
        languages: the languages the language layer knows, by code.
    """

    root: Path
    base_url: str | None = None
    is_strict: bool = False
    cache: Cache = field(default_factory=Cache)
    share_images: bool = False
    languages: Mapping[str, Language] = field(default_factory=lambda: LANGUAGES)

    def folders(self, name: str) -> tuple[Path, ...]:
        """Where `templates` or `static` are: the site's own, then those of Sapar."""
        own = self.root / name
        packaged = _PACKAGE / name
        ours = packaged if packaged.is_dir() else _PACKAGE.parent / name
        return tuple(folder for folder in dict.fromkeys((own.resolve(), ours)) if folder.is_dir())


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and all that is wrong; with errors there are no artifacts."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]
    is_good: bool


def build(
    project: Project, output: Path | None = None, on_step: Callable[[str], None] = lambda _: None
) -> Built:
    """Builds a site.

    Args:
        project: what to build.
        output: where to publish; without it everything is done but writing.
        on_step: told the name of each step as it begins.

    Raises:
        ProblemError: the tree could not be written; the former one is as it was.
    """
    on_step("load")
    loaded = load(project.root, project.languages)
    problems = list(loaded.problems)

    on_step("check")
    templates = read_templates(project.folders("templates"), project.cache)
    problems.extend(templates.problems)
    if loaded.content:
        problems.extend(check(loaded.content))
        if not templates.problems:  # else nobody can say which strings are used
            problems.extend(check_strings(loaded.content, templates.strings_used))

    artifacts: tuple[Artifact, ...] = ()
    routes = None
    if loaded.content:
        try:
            routes = plan_routes(loaded.content, _base(project, loaded.content))
        except ProblemError as error:
            problems.extend(error.problems)
    if loaded.content and routes and not _stops(problems, project):
        try:
            artifacts = _make(project, loaded.content, routes, templates, on_step)
        except ProblemError as error:
            problems.extend(error.problems)
        else:
            on_step("verify")
            problems.extend(verify(artifacts, routes.base, project.languages))
            paths = [artifact.path for artifact in artifacts]
            problems.extend(path_problems(paths, Place(loaded.content.site.file)))

    is_good = loaded.content is not None and not _stops(problems, project)
    if is_good and output is not None:
        on_step("write")
        kept = ("content", "templates", "static")
        write(artifacts, output, protected=tuple(project.root / name for name in kept))
    return Built(artifacts if is_good else (), in_order(problems), is_good)


def _make(
    project: Project,
    content: Content,
    routes: Routes,
    templates: Templates,
    on_step: Callable[[str], None],
) -> tuple[Artifact, ...]:
    """Plan and render: the pages, the static files, the files for machines."""
    on_step("plan")
    assets = read_assets(tuple(reversed(project.folders("static"))))
    pictures = Pictures(content.pictures)
    pages, files, cards = plan(content, routes, pictures)
    share_images = None
    if project.share_images:
        share_images = ShareImages(assets)
        pages = tuple(share_images.on(pages, cards, routes.base))
    pages = (
        *pages,
        *parallel_pages(content, routes, pages),
        *print_editions(content, routes, pages),
    )
    on_step("render")
    environments = {
        language.code: templates.environment(
            language, content.strings[language.code], assets.addresses(routes.root)
        )
        for language in content.languages
    }
    return (
        *render(pages, environments),
        *(Artifact(path, body) for path, body in assets.bodies.items()),
        *(Artifact(path, body) for path, body in files.items()),
        *(Artifact(path, body) for path, body in pictures.bodies(project.cache)),
        *(
            Artifact(path, body)
            for path, body in (share_images.bodies(cards, project.cache) if share_images else ())
        ),
        *metadata(pages, routes.base),
        *feeds(pages),
        *open_data(content, routes),
        Artifact("_headers", host_headers(routes, environments).encode()),
    )


def _base(project: Project, content: Content) -> str:
    base = project.base_url or content.site.address
    return base if base.endswith("/") else f"{base}/"


def _stops(problems: list[Problem], project: Project) -> bool:
    return any(project.is_strict or p.severity is Severity.ERROR for p in problems)
