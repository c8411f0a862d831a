"""Script and style stand in files of their own, so that a strict policy can forbid the rest."""

from collections.abc import Iterator

from builder.verify.finding import Finding
from builder.verify.site import Site

_SCRIPT = "javascript:"


def check(site: Site) -> Iterator[Finding]:
    """Inline script and style (Content Security Policy Level 3, `unsafe-inline`)."""
    for page in site.pages:
        for code in dict.fromkeys(page.inline_code):
            yield Finding("inline-code", page, {"found": code})
        addresses = [link.address for link in page.links]
        addresses += [resource.address for resource in page.resources]
        if any(address.lower().startswith(_SCRIPT) for address in addresses):
            yield Finding("inline-code", page, {"found": _SCRIPT})
