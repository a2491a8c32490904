"""Pages about what the policies say: clauses, editions, passages, unclear points, sheets to sign, coverage."""
