"""The pages of the live server itself: their templates, rendered with autoescape."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builder.devserver.labels import Labels
from builder.site.security import POLICY

PREFIX = "/__sapar/"
"""Where everything is that only the live server has; no page of a site can be there."""

_FOLDER = Path(__file__).parent
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(_FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def render(template: str, labels: Labels, **context: object) -> bytes:
    """A page in the language of `labels`, which templates call as `t(group, name, …)`."""
    page = _ENVIRONMENT.get_template(template)
    shown = page.render(
        context, t=labels.say, language=labels.language, prefix=PREFIX, policy=POLICY
    )
    return shown.encode(errors="replace")


def client_file(name: str) -> bytes | None:
    """What `/__sapar/NAME` is, for the files that browsers load; None where there is none."""
    known = {path.name: path for path in (_FOLDER / "client").iterdir()}
    return known[name].read_bytes() if name in known else None
