"""Clocks of a decision: when each is due, how it stands, and what is not known of its start and its end."""
