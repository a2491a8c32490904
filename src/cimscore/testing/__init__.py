"""Conformance kit for plugin authors: it checks a program against its own examples and the engine's promises."""

from cimscore.testing.cases import case, due_of, standing_of
from cimscore.testing.conformance import MOST_FACTS, check_program
from cimscore.testing.examples import assess_example, check_example
from cimscore.testing.inline import InlinePlugin, inline_clause, inline_source
from cimscore.testing.omissions import Omission, omissions, pairs_of_omissions
from cimscore.testing.soundness import unsound
from cimscore.testing.tables import table
from cimscore.testing.told import Lines, lines_of

__all__ = [
    "MOST_FACTS",
    "InlinePlugin",
    "Lines",
    "Omission",
    "assess_example",
    "case",
    "check_example",
    "check_program",
    "due_of",
    "inline_clause",
    "inline_source",
    "lines_of",
    "omissions",
    "pairs_of_omissions",
    "standing_of",
    "table",
    "unsound",
]
