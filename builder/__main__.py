"""`python -m builder`, which is the command `sapar`."""

from builder.cli import main

if __name__ == "__main__":
    main()
