"""The command line: one module for each command, and one place each for options, exit codes and the page."""

from cimscore.cli.main import main

__all__ = ["main"]
