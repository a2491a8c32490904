"""Pages about cases: worked examples, and what leads to each outcome."""
