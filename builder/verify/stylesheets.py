"""Stylesheets load nothing from anywhere else."""

import re
from collections.abc import Iterator

from builder.problems import Place, Problem
from builder.verify.site import Site

_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", re.IGNORECASE)


def check(site: Site) -> Iterator[Problem]:
    """Addresses in published stylesheets that are of another origin, or lead nowhere."""
    for path, text in site.stylesheets.items():
        for match in _ADDRESS.finditer(text):
            address = (match[1] or match[2]).strip()
            target = site.locate(path, address)
            values = {"address": address}
            if target.is_here and target.path not in site.files:
                yield Problem("stylesheet-broken-link", Place(path), values)
            elif not target.is_here and target.scheme != "data":
                yield Problem("stylesheet-foreign-origin", Place(path), values)
