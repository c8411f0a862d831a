"""`python -m builder`, which is the command `sapar`."""

import gc

# Nearly all that is made lives to the end of a command: looking for garbage in it is time lost.
gc.set_threshold(200_000)

from builder.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
