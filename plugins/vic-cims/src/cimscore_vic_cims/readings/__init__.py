"""Unclear points of the sources, with every reading and the one taken.

Those of `noted` no rule reads: they are answered by how the rules are written, and another cannot be chosen.
"""
