"""Letters of two characters are looked for in files that may change meanwhile."""

from pathlib import Path

import pytest

from builder.content.composition import note_decomposed
from builder.content.reader import Reader

FILE = "content/terms.yaml"


@pytest.mark.parametrize("body", [None, b"\xff\xfe"], ids=["gone", "no UTF-8 any more"])
def test_a_file_that_changes_after_it_was_read_is_left_to_the_next_run(
    body: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / FILE
    path.parent.mkdir()
    path.write_text("- id: a\n", encoding="utf-8")
    reader = Reader(tmp_path)
    reader.text(FILE)
    path.unlink() if body is None else path.write_bytes(body)

    note_decomposed(reader, frozenset())

    assert reader.problems == []
