"""Sources of the program, with every clause, as data."""
