"""Conditions as values: things, predicates and their sentences, and how they are joined."""
