"""The tests of `builder.language`, against tables in `golden/` that an editor can read."""
