"""The tests of Sapar, one file a module."""
