"""Conditions made into functions, in an order that can run."""
