"""Sapar: a static generator for sites in two or more languages that must say the same."""

VERSION = "0.1.0"
