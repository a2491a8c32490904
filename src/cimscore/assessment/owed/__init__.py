"""Duties in the order of the work, and things that are done."""
