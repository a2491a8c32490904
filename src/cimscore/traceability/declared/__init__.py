"""Declarations of a program, as a trace describes them: in words, with their place in the code and their uses."""
