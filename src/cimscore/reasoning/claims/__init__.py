"""Claims of a run, and what other answers would change of them."""
