"""How a clock stands: derived from its parts, graded, and written with *every*, never with *some*."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Due
from cimscore.clocks.counting import Uncounted
from cimscore.clocks.spans import CERTAIN, NO, PROVISIONAL, When, in_time


class State(enum.StrEnum):
    """How a clock stands."""

    WAITING = "waiting"
    RUNNING = "running"
    MET = "met"
    MET_LATE = "met-late"
    OVERDUE = "overdue"
    NOT_COUNTED = "not-counted"
    VOID = "void"


Days = Mapping[Due | Uncounted, int]
Done = Mapping[When, int]


@attrs.frozen
class _Parts:
    """The parts of a clock from which every state follows; the arguments of `states`."""

    days: Mapping[Due, int]
    done: Done
    zone: ZoneInfo
    goes: int
    has_day: int
    ended: int

    def of_the_day(self, grade_of: Callable[[Due], int]) -> int:
        """Return the grade with which there is a day and something holds of it.

        At most one of the days holds, so that "of every day" and "of some day" say the same of each world in which
        there is one. The first can be certain where no day is, the second can be ruled out where each day may be.
        """
        every = min((max(grade_of(due), CERTAIN - grade) for due, grade in self.days.items()), default=NO)
        some = max((min(grade_of(due), grade) for due, grade in self.days.items()), default=NO)
        every = min(every, self.has_day)
        return max(every, some) if some >= PROVISIONAL else min(every, some)

    def done_by(self, due: Due) -> int:
        """Return the grade with which it was done by a day."""
        graded = [(in_time(when, due, self.zone), grade) for when, grade in self.done.items()]
        each = min((max(timely, CERTAIN - grade) for timely, grade in graded), default=NO)
        some = max((min(timely, grade) for timely, grade in graded), default=NO)
        return CERTAIN if min(each, self.ended) == CERTAIN else some


def states(
    owed: int,
    begun: int,
    days: Days,
    done: Done,
    at: When | None,
    zone: ZoneInfo,
    *,
    listed: int | None = None,
    ended: int | None = None,
) -> dict[State, int]:
    """Return the grade of each state of a clock that is not ruled out.

    Args:
        owed: The grade with which it is owed.
        begun: The grade with which it has begun.
        days: Every day by which it can be due, or why it cannot be counted, with its grade. One of them holds.
        done: Every moment at which it can have been done, with its grade.
        at: The moment for which this is told; None tells neither running nor overdue.
        zone: Where a day begins.
        listed: The grade with which `days` has an entry whatever is still open, where that is more than the highest
            of its grades: 3 where exactly one of the entries holds.
        ended: The same for `done`.
    """
    counted = {due: grade for due, grade in days.items() if isinstance(due, Due) and grade}
    listed = max(days.values(), default=NO) if listed is None else listed
    ended = max(done.values(), default=NO) if ended is None else ended
    parts = _Parts(counted, done, zone, min(owed, begun), min(listed, _has_a_day(days, counted)), ended)
    found = {
        State.WAITING: min(owed, CERTAIN - begun),
        State.VOID: min(begun, CERTAIN - owed),
        State.NOT_COUNTED: min(parts.goes, CERTAIN - parts.has_day),
        **_of_what_was_done(parts),
        **({} if at is None else _of_what_was_not(parts, at)),
    }
    return {state: grade for state, grade in found.items() if grade}


def barred(owed: int, bars: int, done: Done, *, ended: int | None = None) -> int:
    """Return the grade with which the act may not be done for now; told beside the state, whatever that is.

    Args:
        owed: The grade with which it is owed.
        bars: The grade with which something forbids it meanwhile.
        done: Every moment at which it can have been done, with its grade.
        ended: The grade with which it was done at one of them, where that is more than the highest of their grades.
    """
    ended = max(done.values(), default=NO) if ended is None else ended
    return min(owed, bars, CERTAIN - ended)


def _has_a_day(days: Days, counted: Mapping[Due, int]) -> int:
    """Return the grade with which there is a day, given that one of the entries holds."""
    highest = max(counted.values(), default=NO)
    without = max((grade for due, grade in days.items() if isinstance(due, Uncounted)), default=NO)
    return max(highest, CERTAIN - without) if highest else NO


def _of_what_was_done(parts: _Parts) -> dict[State, int]:
    over = min(parts.goes, parts.ended)
    return {
        State.MET: min(over, parts.of_the_day(parts.done_by)),
        State.MET_LATE: min(over, parts.of_the_day(lambda due: CERTAIN - parts.done_by(due))),
    }


def _of_what_was_not(parts: _Parts, at: When) -> dict[State, int]:
    open_still = min(parts.goes, CERTAIN - parts.ended)
    return {
        State.RUNNING: min(open_still, parts.of_the_day(lambda due: in_time(at, due, parts.zone))),
        State.OVERDUE: min(open_still, parts.of_the_day(lambda due: CERTAIN - in_time(at, due, parts.zone))),
    }
