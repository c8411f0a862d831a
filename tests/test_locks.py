"""The locks pin all that is installed, to any pip, and name no place it comes from."""

import re
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]

LOCKS = ("requirements.lock", "requirements-dev.lock")


def entries(lock: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Each requirement of a lock, with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        requirement, *hashes = line.split("--hash=")
        yield Requirement(requirement), [entry.strip() for entry in hashes]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_one_version_with_hashes(lock: str) -> None:
    found = list(entries(lock))

    assert found
    for requirement, hashes in found:
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", entry) for entry in hashes), requirement


def test_every_extra_that_is_asked_for_is_pinned() -> None:
    """A pip before 23.3 takes the newest version of an extra that the lock does not name."""
    locked = {requirement.name: requirement.extras for requirement, _ in entries(LOCKS[1])}
    asked: dict[str, set[str]] = {}
    for distribution in distributions():
        for wanted in map(Requirement, distribution.requires or ()):
            name = canonicalize_name(wanted.name)
            if name in locked and (not wanted.marker or wanted.marker.evaluate()):
                asked.setdefault(name, set()).update(wanted.extras)

    assert "toml" in asked["coverage"]  # else nothing was looked at
    for asked_of, extras in asked.items():
        assert extras <= locked[asked_of], asked_of
