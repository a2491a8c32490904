"""Unclear points of the page, with every reading and the one taken.

No rule reads the points in `noted`: the rules are written for one reading, and a caller cannot choose another.
"""
