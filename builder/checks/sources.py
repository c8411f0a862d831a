"""Sources are there to be cited."""

from collections.abc import Iterator

from builder.content.content import Content
from builder.content.fields import SourceId
from builder.problems import Problem, Severity


def check(content: Content) -> Iterator[Problem]:
    """Sources that nothing cites: a warning, since nothing published is wrong.

    Where a record could not be read, nobody can say what it cites.
    """
    if content.unreadable:
        return
    cited: set[str] = {
        leaf
        for _, _, value in content.documents()
        for _, leaf in value.leaves
        if isinstance(leaf, SourceId)
    }
    for texts in content.prose.values():
        for blocks in texts.values():
            cited |= {r.id for block in blocks for r in block.references if r.kind == "source"}
    for source in content.sources.values():
        if source.id not in cited:
            place = content.place(source.file)
            yield Problem("unused-source", place, {"id": source.id}, Severity.WARNING)
