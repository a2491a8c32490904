"""Conformance kit for plugin authors: it checks a program against its own examples and the engine's promises.

A whole program
    `check_program` holds it to everything that it promises, `MOST_FACTS` facts left out unless told otherwise.
    `check_example` and `assess_example` take one worked example.
One rule
    `case` makes a case in one line. `standing_of` and `due_of` tell of one conclusion or clock, `lines_of` of all, as
    `Lines`. `table` tells for which things a condition is true.
What is not known
    `omissions` and `pairs_of_omissions` leave facts out, each an `Omission`. `unsound` tells what was certain too soon.
    `cimscore.testing.strategies` makes random cases.
Without a package
    `InlinePlugin`, `inline_source` and `inline_clause` make a program from values.

``help(cimscore.testing.case)`` tells of one of them what every argument means.
"""

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
