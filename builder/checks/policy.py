"""The publishing policy is one this version can keep."""

from collections.abc import Iterator

from builder.content.content import Content
from builder.content.kinds import Policy
from builder.problems import Problem


def check(content: Content) -> Iterator[Problem]:
    """`reviewed` needs a record of reviews; without one it would promise what nobody checked."""
    if content.site.publish is Policy.REVIEWED:
        yield Problem("policy-unavailable", content.place(content.site.file, ("publish",)))
