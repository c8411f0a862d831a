"""Pages to artifacts: each page a pure function of its context and its template."""

import re
from collections.abc import Iterable, Mapping

from jinja2 import Environment

from builder.problems import Problem, ProblemError
from builder.site.artifacts import Artifact
from builder.site.page import Page
from builder.site.templates import render_problem

_HREF = re.compile(r'href="([^"]*)"')


def render(page: Page, environment: Environment) -> Artifact:
    """A page as bytes.

    Args:
        page: what to render.
        environment: the templates as the page's language sees them.

    Raises:
        ProblemError: the template fails, with its line.
    """
    try:
        template = environment.get_template(page.template)
        text = template.render(page.context, page=page.view)
        body = (_within(text, page.anchors) if page.anchors else text).encode()
    except Exception as error:  # whatever a template does wrong is told
        known = environment.list_templates(extensions=["html"])
        problem = render_problem(error, page.template, page.origin, known)
        raise ProblemError([problem]) from error
    return Artifact(page.path, body, page)


def render_all(
    pages: Iterable[Page], environments: Mapping[str, Environment]
) -> tuple[Artifact, ...]:
    """Every page as bytes, with the templates as each language sees them.

    Raises:
        ProblemError: templates that fail, each failure once.
    """
    artifacts: list[Artifact] = []
    failures: dict[tuple[str, object], Problem] = {}
    for page in pages:
        try:
            artifacts.append(render(page, environments[page.language]))
        except ProblemError as error:
            failures |= {
                (p.code, p.place): p for p in error.problems if (p.code, p.place) not in failures
            }
    if failures:
        raise ProblemError(failures.values())
    return tuple(artifacts)


def _within(body: str, anchors: Mapping[str, str]) -> str:
    """The page with links to what stands on it leading there."""

    def link(match: re.Match[str]) -> str:
        return f'href="#{anchors[match[1]]}"' if match[1] in anchors else match[0]

    return _HREF.sub(link, body)
