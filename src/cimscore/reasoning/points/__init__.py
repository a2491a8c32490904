"""Open points of a case, and the answers that people have given."""
