"""Unclear points of the page, with every reading and the one taken.

Those of `recorded` no rule reads: they are answered by how the rules are written.
"""
