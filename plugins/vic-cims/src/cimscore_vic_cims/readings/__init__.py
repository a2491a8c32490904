"""Unclear points of the sources, with every reading and the one taken."""
