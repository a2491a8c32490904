"""Deciding: what a case says, graded relations, and what each open point could change."""
