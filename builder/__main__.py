"""`python -m builder`, which is the command `sapar`."""

import gc

gc.disable()  # what is made while modules load stays: looking for garbage in it is time lost

from builder.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
