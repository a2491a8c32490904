"""States of a clock, derived from its parts and graded. Rules say *every*, never *some*, so that grades are sound."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Due
from cimscore.clocks.counting import Uncounted
from cimscore.clocks.spans import When, in_time
from cimscore.grades import CERTAIN, NO, PROVISIONAL
from cimscore.ids import spelled


class ClockState(enum.StrEnum):
    """State of a clock."""

    WAITING = "waiting"
    RUNNING = "running"
    MET = "met"
    MET_LATE = "met-late"
    OVERDUE = "overdue"
    NOT_COUNTED = "not-counted"
    VOID = "void"

    @property
    def in_words(self) -> str:
        """Return it as people say it: ``met late``."""
        return spelled(self)


Days = Mapping[Due | Uncounted, int]
Done = Mapping[When, int]


@attrs.frozen
class _Parts:
    """Parts of a clock, from which its states follow.

    Attributes:
        days: Grade of each day on which it may be due.
        goes: Grade for the clock being owed and started.
        has_day: Grade for there being such a day.
        ended: Grade for the act being done.
        done_by: Grade for the act being done by each of the days.
    """

    days: Mapping[Due, int]
    goes: int
    has_day: int
    ended: int
    done_by: Mapping[Due, int]

    def of_the_day(self, grade_of: Callable[[Due], int]) -> int:
        """Return the grade for there being a due day with some property.

        At most one of the days is right, so "every day" and "some day" agree in each world that has one. "Every day"
        can be certain where no day is; "some day" can be ruled out where each day is only possible.
        """
        graded = [(grade_of(due), grade) for due, grade in self.days.items()]
        every = min(self.has_day, _every(graded))
        some = _some(graded)
        # "Every" may be certain with no day left, and "some" may be ruled out with a day left. The better of both is
        # sound while a working day agrees; otherwise only the smaller one is.
        return max(every, some) if some >= PROVISIONAL else min(every, some)


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
) -> dict[ClockState, int]:
    """Return the grade of each state of a clock that is not ruled out.

    Args:
        owed: Grade for it being owed.
        begun: Grade for it having started.
        days: Every day on which it may be due, or the reason why it cannot be counted, with its grade. One of them is
            right.
        done: Every moment at which it may have been done, with its grade.
        at: Moment of the assessment. With None, neither running nor overdue is reported.
        zone: Time zone in which a day begins.
        listed: Grade for `days` having an entry at all, if higher than the grades in it: 3 if exactly one entry is
            right.
        ended: Grade for `done` having an entry at all, likewise.
    """
    counted = {due: grade for due, grade in days.items() if isinstance(due, Due) and grade}
    listed = max(days.values(), default=NO) if listed is None else listed
    ended = max(done.values(), default=NO) if ended is None else ended
    has_day, goes = min(listed, _has_a_day(days, counted)), min(owed, begun)
    parts = _Parts(counted, goes, has_day, ended, {due: _done_by(due, done, ended, zone) for due in counted})
    found = {
        ClockState.WAITING: min(owed, CERTAIN - begun),
        # The clock has started, but nothing is owed.
        ClockState.VOID: min(begun, CERTAIN - owed),
        ClockState.NOT_COUNTED: min(goes, CERTAIN - has_day),
        **_of_what_was_done(parts),
        **({} if at is None else _of_what_was_not(parts, at, zone)),
    }
    return {state: grade for state, grade in found.items() if grade}


def barred(owed: int, bars: int, done: Done, *, ended: int | None = None) -> int:
    """Return the grade for the act being forbidden for now. It is reported with the state, whatever that is.

    Args:
        owed: Grade for it being owed.
        bars: Grade for something forbidding it meanwhile.
        done: Every moment at which it may have been done, with its grade.
        ended: Grade for it being done at one of these moments, if higher than their grades.
    """
    ended = max(done.values(), default=NO) if ended is None else ended
    return min(owed, bars, CERTAIN - ended)


def _has_a_day(days: Days, counted: Mapping[Due, int]) -> int:
    """Return the grade with which there is a day, given that one of the entries holds."""
    highest = max(counted.values(), default=NO)
    without = max((grade for due, grade in days.items() if isinstance(due, Uncounted)), default=NO)
    # Exactly one entry is right. If none that cannot be counted is possible, one with a day must be.
    return max(highest, CERTAIN - without) if highest else NO


def _every(graded: Iterable[tuple[int, int]]) -> int:
    """Return the grade with which something holds of everything there is, from its grade and that of each thing."""
    return min((max(holds, CERTAIN - grade) for holds, grade in graded), default=NO)


def _some(graded: Iterable[tuple[int, int]]) -> int:
    """Return the grade with which something holds of a thing there is."""
    return max((min(holds, grade) for holds, grade in graded), default=NO)


def _done_by(due: Due, done: Done, ended: int, zone: ZoneInfo) -> int:
    """Return the grade with which something was done by a day; certain too where each moment it can be is in time."""
    graded = [(in_time(when, due, zone), grade) for when, grade in done.items()]
    # It was certainly done, and every possible moment is in time, though none of them is certain.
    return CERTAIN if min(_every(graded), ended) == CERTAIN else _some(graded)


def _of_what_was_done(parts: _Parts) -> dict[ClockState, int]:
    over = min(parts.goes, parts.ended)
    return {
        ClockState.MET: min(over, parts.of_the_day(lambda due: parts.done_by[due])),
        ClockState.MET_LATE: min(over, parts.of_the_day(lambda due: CERTAIN - parts.done_by[due])),
    }


def _of_what_was_not(parts: _Parts, at: When, zone: ZoneInfo) -> dict[ClockState, int]:
    timely = {due: in_time(at, due, zone) for due in parts.days}
    open_still = min(parts.goes, CERTAIN - parts.ended)
    return {
        ClockState.RUNNING: min(open_still, parts.of_the_day(lambda due: timely[due])),
        ClockState.OVERDUE: min(open_still, parts.of_the_day(lambda due: CERTAIN - timely[due])),
    }
