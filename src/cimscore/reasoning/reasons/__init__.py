"""Reasons why a conclusion holds or fails, worked out on demand from a run."""
