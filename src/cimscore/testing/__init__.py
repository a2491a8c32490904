"""What plugin authors import to hold their program against its own examples and the engine's promises."""

from cimscore.testing.examples import assess_example, check_example
from cimscore.testing.inline import InlinePlugin, inline_clause, inline_source
from cimscore.testing.soundness import breaches, conclusions, unsound
from cimscore.variations import Completion, Omission, omissions

__all__ = [
    "Completion",
    "InlinePlugin",
    "Omission",
    "assess_example",
    "breaches",
    "check_example",
    "conclusions",
    "inline_clause",
    "inline_source",
    "omissions",
    "unsound",
]
