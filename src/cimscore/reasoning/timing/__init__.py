"""Clocks and the moves of records in a run."""
