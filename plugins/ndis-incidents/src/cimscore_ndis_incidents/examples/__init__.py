"""Worked examples of the program, one file each."""
