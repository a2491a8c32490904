"""Decisions as documents for other programs to read."""
