"""Clocks: moments that are ranges, days that are counted from them, and how a clock stands."""

from cimscore.clocks.counting import Counter, Uncounted, joined
from cimscore.clocks.spans import Range, Span, When, before, range_of
from cimscore.clocks.states import State, in_time, states

__all__ = [
    "Counter",
    "Range",
    "Span",
    "State",
    "Uncounted",
    "When",
    "before",
    "in_time",
    "joined",
    "range_of",
    "states",
]
