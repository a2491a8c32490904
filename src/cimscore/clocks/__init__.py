"""Clocks: moments that may be ranges, counting of days, and the state of each clock.

For a function of a program
    `When` is a moment, or a `Span` of which only a range is known; `up_to`, `since` and `within` make one. `before`,
    `after`, `not_before`, `not_after`, `wholly_before` and `by_the_end_of` compare two, each with one of the
    `cimscore.grades`. `has_a_first` tells what is bounded from below, `range_of` gives the first and last `Tick` of a
    `Range`, and `in_words` says a moment to people.
For a row
    `Counting` says how days are counted, and at which `Place`. `Repeats` says how an act comes round again.
What a count comes to
    A `Counter` counts a period from a `Start`, as `count` and `back` do, and `start_in_words` says from what. It gives
    a `cimscore.calendars.Due`, or `Uncounted`. `earliest_of` and `hull` join several, and a `Course` has a `Round` for
    each time of an act that comes round.
How a clock stands
    `states` grades each `ClockState`, `barred` what may not be done yet, `in_time` an act. `time_left` and `lateness`
    tell how much, by a `Measure`.
Moves of a record
    `fold` holds each `Move` to its workflow, a `WorkflowRow` or `Forbidden` for each line of it. It gives `Folded`
    moves with the `Sum` of what was added up, and an `Illegal` one with its `Why`.
"""

from cimscore.clocks.counter import Counter
from cimscore.clocks.counting import Uncounted, back, count
from cimscore.clocks.folding import Folded, Sum, fold
from cimscore.clocks.hulls import earliest_of, hull
from cimscore.clocks.moves import Forbidden, Illegal, Move, Why, WorkflowRow
from cimscore.clocks.rounds import Course, Repeats, Round
from cimscore.clocks.spans import (
    Range,
    Span,
    Tick,
    When,
    after,
    before,
    by_the_end_of,
    has_a_first,
    in_time,
    in_words,
    not_after,
    not_before,
    range_of,
    since,
    up_to,
    wholly_before,
    within,
)
from cimscore.clocks.starting import Start, start_in_words
from cimscore.clocks.state import ClockState, barred, states
from cimscore.clocks.time_left import Measure, lateness, time_left
from cimscore.clocks.ways import Counting, Place

__all__ = [
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
    "has_a_first",
    "hull",
    "in_time",
    "in_words",
    "lateness",
    "not_after",
    "not_before",
    "range_of",
    "since",
    "start_in_words",
    "states",
    "time_left",
    "up_to",
    "wholly_before",
    "within",
]
