"""How a clock stands: derived from its parts, graded, and written with *every*, never with *some*."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from cimscore.calendars import Due
from cimscore.case import Moment
from cimscore.clocks.counting import Uncounted
from cimscore.clocks.spans import When, range_of

CERTAIN = 3


class State(enum.StrEnum):
    """How a clock stands."""

    WAITING = "waiting"
    RUNNING = "running"
    MET = "met"
    MET_LATE = "met-late"
    OVERDUE = "overdue"
    NOT_COUNTED = "not-counted"


Days = Mapping[Due | Uncounted, int]
Done = Mapping[When, int]


def in_time(done: When, due: Due, zone: ZoneInfo) -> int:
    """Return the grade with which something done at a moment was in time.

    Done at the very instant it was due is in time; the midnight that ends a day is no longer in it.
    """
    when = range_of(done, zone)
    if when.last < due.earliest or (when.last == due.earliest and not due.end_of_day):
        return CERTAIN
    if when.first > due.latest or (when.first == due.latest and due.end_of_day):
        return 0
    return 2 if when.working < due.working else 1


def states(owed: int, begun: int, days: Days, done: Done, at: Moment | None, zone: ZoneInfo) -> dict[State, int]:
    """Return the grade of each state of a clock.

    Args:
        owed: The grade with which it is owed.
        begun: The grade with which it has begun.
        days: Every day by which it may be due, with its grade.
        done: Every moment at which it may have been done, with its grade.
        at: The moment for which this is told; None tells neither running nor overdue.
        zone: Where a day begins.
    """
    counted = {due: grade for due, grade in days.items() if isinstance(due, Due)}
    has_a_day = max(counted.values(), default=0)
    running = min(owed, begun)
    ended = max(done.values(), default=0)
    timely = _every_pair(counted, done, zone, late=False)
    late = _every_pair(counted, done, zone, late=True)
    found = {
        State.WAITING: min(owed, CERTAIN - begun),
        State.NOT_COUNTED: min(running, CERTAIN - has_a_day) if days else 0,
        State.MET: min(running, ended, has_a_day, timely),
        State.MET_LATE: min(running, ended, has_a_day, late),
    }
    if at is not None:
        over = _every(counted, lambda due: CERTAIN - in_time(at, due, zone))
        left = _every(counted, lambda due: in_time(at, due, zone))
        found[State.OVERDUE] = min(running, CERTAIN - ended, has_a_day, over)
        found[State.RUNNING] = min(running, CERTAIN - ended, has_a_day, left)
    return {state: grade for state, grade in found.items() if grade}


def _every(days: Mapping[Due, int], grade_of: object) -> int:
    """Return the grade with which something holds of every day: of each, that it holds or is no day."""
    grades = [max(grade_of(due), CERTAIN - grade) for due, grade in days.items()]  # type: ignore[operator]
    return min(grades, default=CERTAIN)


def _every_pair(days: Mapping[Due, int], done: Done, zone: ZoneInfo, *, late: bool) -> int:
    grades = []
    for due, grade in days.items():
        for moment, seen in done.items():
            timely = in_time(moment, due, zone)
            grades.append(max(CERTAIN - timely if late else timely, CERTAIN - min(grade, seen)))
    return min(grades, default=CERTAIN)
