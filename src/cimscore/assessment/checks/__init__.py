"""Checks of a whole decision: laws not proven, people left out, facts that do not fit together."""
