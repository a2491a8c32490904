"""Worked examples as they are traced, and worlds that differ from one in one thing."""
