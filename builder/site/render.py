"""Pages to artifacts: each page a pure function of its context and its template."""

from collections.abc import Iterable, Mapping

from jinja2 import Environment

from builder.problems import Problem, ProblemError
from builder.site.artifacts import Artifact
from builder.site.pages import Page
from builder.site.templates import render_problem


def render(pages: Iterable[Page], environments: Mapping[str, Environment]) -> tuple[Artifact, ...]:
    """Every page as bytes.

    Args:
        pages: what to render.
        environments: language code -> the templates as that language sees them.

    Raises:
        ProblemError: templates that fail, each failure once with its template and line.
    """
    artifacts: list[Artifact] = []
    failures: dict[tuple[str, object], Problem] = {}
    for page in pages:
        try:
            body = _render(page, environments[page.language])
        except Exception as error:  # noqa: BLE001 (whatever a template does wrong is told)
            problem = render_problem(error, page.template, page.origin)
            failures.setdefault((problem.code, problem.place), problem)
        else:
            artifacts.append(Artifact(page.path, body.encode(), page))
    if failures:
        raise ProblemError(failures.values())
    return tuple(artifacts)


def _render(page: Page, environment: Environment) -> str:
    return environment.get_template(page.template).render(page.context, page=page.view)
