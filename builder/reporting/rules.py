"""The rules of a site: what is looked for, by the codes of the problems that break them."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("rules.toml")


@cache  # the file is a part of the package
def rules() -> Mapping[str, tuple[str, ...]]:
    """Rule -> the codes of the problems that break it, in the order of a report."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType({rule: tuple(codes) for rule, codes in told.items()})


def rule_of(code: str) -> str:
    """The rule that a problem breaks.

    Raises:
        LookupError: no check of a site tells of such a problem.
    """
    return _by_code(tuple(rules().items()))[code]


@cache
def _by_code(told: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, str]:
    return MappingProxyType({code: rule for rule, codes in told for code in codes})
