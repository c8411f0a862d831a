"""Texts given to translators as XLIFF, and taken back."""
