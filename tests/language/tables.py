"""Reading the golden tables."""

from pathlib import Path

_GOLDEN = Path(__file__).parent / "golden"


def lines(name: str) -> list[str]:
    """Give the lines of a golden file without comments.

    In the files ⍽ stands for a no-break space, which would not be seen.
    """
    text = (_GOLDEN / name).read_text(encoding="utf-8").replace("⍽", "\N{NO-BREAK SPACE}")
    found = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(found) > 1, f"{name} holds nothing to test"
    return found


def rows(name: str) -> list[tuple[str, ...]]:
    """Give the rows of a golden table beneath its heading, where — is an empty cell."""
    heading, *body = (line.split("\t") for line in lines(name))
    assert all(len(row) == len(heading) for row in body), f"{name} has a row of another width"
    return [tuple("" if cell == "—" else cell for cell in row) for row in body]


def items(cell: str) -> tuple[str, ...]:
    """Give the items that · parts in a cell."""
    return tuple(cell.split(" · ")) if cell else ()
