"""Conditions that several topics share, by what they are about. Each sentence completes "applies when …"."""
