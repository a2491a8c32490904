"""Checks of a program before it decides anything."""
