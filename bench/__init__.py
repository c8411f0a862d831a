"""Measures how fast Sapar is; figures are printed, never asserted."""
