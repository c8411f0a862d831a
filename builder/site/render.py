"""Pages to artifacts: each page a pure function of its context and its template."""

import re
from collections.abc import Iterable, Mapping

from jinja2 import Environment

from builder.problems import Problem, ProblemError
from builder.site.artifacts import Artifact
from builder.site.page import Page
from builder.site.templates import render_problem

_HREF = re.compile(r'href="([^"]*)"')


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
            artifacts.append(Artifact(page.path, body, page))
    if failures:
        raise ProblemError(failures.values())
    return tuple(artifacts)


def _render(page: Page, environment: Environment) -> bytes:
    template = environment.get_template(page.template)
    body = template.render(page.context, page=page.view)
    return (_within(body, page.anchors) if page.anchors else body).encode()


def _within(body: str, anchors: Mapping[str, str]) -> str:
    """The page with links to what stands on it leading there."""

    def link(match: re.Match[str]) -> str:
        return f'href="#{anchors[match[1]]}"' if match[1] in anchors else match[0]

    return _HREF.sub(link, body)
