"""The pages of a site as bytes: kept ones, and new ones, half of them made by another process."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from jinja2 import Environment

from builder.apart import begun
from builder.cache import Cache
from builder.problems import ProblemError
from builder.site.artifacts import Artifact
from builder.site.blueprint import Blueprint
from builder.site.kept import KeptPages
from builder.site.page import Page
from builder.site.render import render_all
from builder.verify.kept import KeptFacts, Told

FEW = 16  # pages that are made sooner than another process is begun

Made: TypeAlias = list[tuple[bytes, Told]]
"""Pages as bytes, each with what it says."""


def rendered(blueprint: Blueprint, facts: KeptFacts, cache: Cache) -> tuple[Artifact, ...]:
    """Every page of a site.

    Args:
        blueprint: the site.
        facts: reads what the pages say, and has it when they are judged.
        cache: where pages are kept.

    Raises:
        ProblemError: templates that fail, each failure once.
    """
    pages = tuple(make() for make in blueprint.pages.values())
    environments = blueprint.environments
    kept = KeptPages(cache, {code: blueprint.look_of(code) for code in environments})
    bodies = {page.path: body for page in pages if (body := kept.body(page)) is not None}
    artifacts = _new(tuple(page for page in pages if page.path not in bodies), environments, facts)
    bodies |= {made.path: made.body for made in artifacts}
    made = tuple(Artifact(page.path, bodies[page.path], page) for page in pages)
    kept.keep(made)
    return made


def _new(
    pages: Sequence[Page], environments: Mapping[str, Environment], facts: KeptFacts
) -> tuple[Artifact, ...]:
    if len(pages) < FEW:
        return render_all(pages, environments)
    halves = pages[::2], pages[1::2]  # the longest pages, one a language, stand side by side
    here, there = (partial(_made, half, environments, facts) for half in halves)
    jobs: tuple[Callable[[], Made], ...] = (here, begun(there))
    bodies: dict[str, bytes] = {}
    is_failed = False
    for half, made in zip(halves, jobs, strict=True):
        try:
            for page, (body, told) in zip(half, made(), strict=True):
                bodies[page.path] = body
                facts.know(told)
        except ProblemError:
            is_failed = True
    if is_failed:
        return render_all(pages, environments)  # which names the first page that fails
    return tuple(Artifact(page.path, bodies[page.path], page) for page in pages)


def _made(pages: Sequence[Page], environments: Mapping[str, Environment], facts: KeptFacts) -> Made:
    artifacts = render_all(pages, environments)
    return [
        (artifact.body, facts.told(page, artifact.body))
        for page, artifact in zip(pages, artifacts, strict=True)
    ]
