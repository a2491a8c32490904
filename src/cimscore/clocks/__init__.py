"""Clocks: moments that may be ranges, counting of days, and the state of each clock."""

from cimscore.clocks.counter import Counter
from cimscore.clocks.counting import Uncounted, back, count
from cimscore.clocks.folding import Folded, Sum, fold
from cimscore.clocks.hulls import earliest_of, hull
from cimscore.clocks.moves import Forbidden, Illegal, Move, Why, WorkflowRow
from cimscore.clocks.rounds import Course, Repeats, Round
from cimscore.clocks.spans import (
    CERTAIN,
    POSSIBLE,
    PROVISIONAL,
    Range,
    Span,
    Tick,
    When,
    after,
    before,
    by_the_end_of,
    in_time,
    in_words,
    not_after,
    not_before,
    range_of,
    up_to,
    within,
)
from cimscore.clocks.standing import ClockState, barred, states
from cimscore.clocks.starting import Start, start_in_words
from cimscore.clocks.time_left import Measure, lateness, time_left
from cimscore.clocks.ways import Counting, Place

__all__ = [
    "CERTAIN",
    "POSSIBLE",
    "PROVISIONAL",
    "ClockState",
    "Counter",
    "Counting",
    "Course",
    "Folded",
    "Forbidden",
    "Illegal",
    "Measure",
    "Move",
    "Place",
    "Range",
    "Repeats",
    "Round",
    "Span",
    "Start",
    "Sum",
    "Tick",
    "Uncounted",
    "When",
    "Why",
    "WorkflowRow",
    "after",
    "back",
    "barred",
    "before",
    "by_the_end_of",
    "count",
    "earliest_of",
    "fold",
    "hull",
    "in_time",
    "in_words",
    "lateness",
    "not_after",
    "not_before",
    "range_of",
    "start_in_words",
    "states",
    "time_left",
    "up_to",
    "within",
]
