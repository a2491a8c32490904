"""Description of a command, for the parser of all commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import attrs

from cimscore.cli.exits import Exit


@attrs.frozen(kw_only=True)
class Command:
    """One command of the command line.

    Attributes:
        teaches: What a reader has to know to use it, in a paragraph.
        example: A line to try.
        options: Adds its arguments to a parser.
        run: Carries it out and says how it ended.
    """

    teaches: str
    example: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Exit]
