"""Unclear points of the sources, with every reading and the one taken.

No rule reads the points in `noted`: the rules are written for one reading, and a caller cannot choose another.
"""
